package io.zoombookings.web;

import io.zoombookings.workspace.Administrator;
import io.zoombookings.workspace.Administrators;
import io.zoombookings.workspace.ApiKeys;
import io.zoombookings.workspace.Workspaces;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Who may do what, decided with each request from the database, so that what was taken away is gone at once. The path
 * variable {@code workspace} says where; a workspace of others looks like one that does not exist.
 */
@Component
class Access {

    private static final AuthorizationDecision YES = new AuthorizationDecision(true);
    private static final AuthorizationDecision NO = new AuthorizationDecision(false);

    private final Administrators administrators;
    private final Workspaces workspaces;

    Access(Administrators administrators, Workspaces workspaces) {
        this.administrators = administrators;
        this.workspaces = workspaces;
    }

    /** The booking API: programs of this workspace, and its administrators. */
    AuthorizationDecision book(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        String workspace = context.getVariables().get("workspace");
        if (caller.get() instanceof BookingClient client && client.mayBookIn(workspace)) {
            boolean books = "POST".equals(context.getRequest().getMethod());
            return client.may(books ? ApiKeys.BOOK : ApiKeys.READ) ? known(workspace) : NO;
        }
        return administer(caller, context);
    }

    /** All that concerns one workspace. */
    AuthorizationDecision administer(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        String workspace = context.getVariables().get("workspace");
        if (caller.get() instanceof BookingClient client) {
            if (client.mayBookIn(workspace) || !client.mayBookAnywhere()) {
                return NO;
            }
            throw new UnknownWorkspaceException();
        }
        Optional<Administrator> administrator = administrator(caller.get());
        if (administrator.isEmpty()) {
            return NO;
        }
        if (!administrator.get().mayEnter(workspace)) {
            throw new UnknownWorkspaceException();
        }
        return known(workspace);
    }

    /** Whatever any administrator may do. */
    AuthorizationDecision enter(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        return administrator(caller.get()).isPresent() ? YES : NO;
    }

    /** What concerns the whole installation. */
    AuthorizationDecision operate(Supplier<Authentication> caller, RequestAuthorizationContext context) {
        return administrator(caller.get()).filter(Administrator::allWorkspaces).isPresent() ? YES : NO;
    }

    private AuthorizationDecision known(String workspace) {
        if (!workspaces.exists(workspace)) {
            throw new UnknownWorkspaceException();
        }
        return YES;
    }

    /** The person behind an authentication, as the database knows them now. */
    Optional<Administrator> administrator(Authentication caller) {
        boolean person = caller != null && caller.isAuthenticated() && caller.getAuthorities().stream()
                .anyMatch(authority -> authority.getAuthority().equals(AdministratorSignIn.ADMINISTRATOR));
        return person ? administrators.find(caller.getName()) : Optional.empty();
    }
}
