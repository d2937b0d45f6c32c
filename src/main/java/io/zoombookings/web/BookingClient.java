package io.zoombookings.web;

import io.zoombookings.workspace.ApiKeys;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A program that came in with an API key or a JWT, and the workspaces it may book in. */
class BookingClient extends AbstractAuthenticationToken {

    private final String name;
    private final String identity;
    private final Set<String> workspaces;
    private final Set<String> scopes;

    /**
     * @param scopes   words of {@link ApiKeys#SCOPES}
     * @param identity the same for every call with the same key or of the same token's subject, and for no other
     */
    BookingClient(String name, String identity, Set<String> workspaces, Set<String> scopes) {
        super(List.of(new SimpleGrantedAuthority("ROLE_BOOKING_CLIENT")));
        this.name = name;
        this.identity = identity;
        this.workspaces = Set.copyOf(workspaces);
        this.scopes = Set.copyOf(scopes);
        setAuthenticated(true);
    }

    boolean mayBookIn(String workspace) {
        return workspaces.contains(workspace);
    }

    boolean may(String scope) {
        return scopes.contains(scope);
    }

    boolean mayBookAnywhere() {
        return !workspaces.isEmpty();
    }

    String identity() {
        return identity;
    }

    @Override
    public Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BookingClient client && super.equals(other) && workspaces.equals(client.workspaces)
                && scopes.equals(client.scopes);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + workspaces.hashCode();
    }
}
