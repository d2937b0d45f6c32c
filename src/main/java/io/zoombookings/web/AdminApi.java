package io.zoombookings.web;

import io.zoombookings.connection.ConnectionOverview;
import io.zoombookings.connection.ConnectionStatus;
import io.zoombookings.connection.ConnectionView;
import io.zoombookings.workspace.ApiKeys;
import io.zoombookings.workspace.Audit;
import io.zoombookings.workspace.Callback;
import io.zoombookings.workspace.CallbackUrls;
import io.zoombookings.workspace.Workspace;
import io.zoombookings.workspace.Workspaces;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/** What administrators' programs do with workspaces; who may is decided before it gets here. */
@ApiController
@RequestMapping("/api/workspaces")
class AdminApi {

    private static final int MAX_NAME = 200;

    record NewWorkspace(String id, String name) {
    }

    /** @param apiKey shown this once */
    record CreatedWorkspace(String id, String name, String apiKey) {
    }

    record NewCallback(String url) {
    }

    record CallbackAnswer(String url, String secret) {
    }

    record Connection(ConnectionStatus status, String email, String accountId, Set<String> scopes,
            Instant connectedAt, Instant tokenExpiresAt, String problem) {

        static Connection of(ConnectionView view) {
            return new Connection(view.status(), view.email(), view.accountId(), view.scopes(), view.connectedAt(),
                    view.tokenExpiresAt(), view.problem());
        }
    }

    private final Workspaces workspaces;
    private final ApiKeys apiKeys;
    private final CallbackUrls callbackUrls;
    private final ConnectionOverview connections;
    private final Access access;
    private final Audit audit;

    AdminApi(Workspaces workspaces, ApiKeys apiKeys, CallbackUrls callbackUrls, ConnectionOverview connections,
            Access access, Audit audit) {
        this.workspaces = workspaces;
        this.apiKeys = apiKeys;
        this.callbackUrls = callbackUrls;
        this.connections = connections;
        this.access = access;
        this.audit = audit;
    }

    @GetMapping
    List<Workspace> list(Authentication caller) {
        return workspaces.list(access.administrator(caller).orElseThrow());
    }

    @PostMapping
    @Transactional
    public ResponseEntity<Object> create(@RequestBody NewWorkspace asked, Principal caller) {
        List<InvalidInputException.Field> wrong = new ArrayList<>();
        if (!Workspaces.isId(asked.id())) {
            wrong.add(new InvalidInputException.Field("/id", "must be 1 to 40 of a-z, 0-9 and -"));
        }
        String name = asked.name() == null ? asked.id() : asked.name().strip();
        if (name == null || name.isEmpty() || name.length() > MAX_NAME) {
            wrong.add(new InvalidInputException.Field("/name", "must be 1 to " + MAX_NAME + " characters long"));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        if (!workspaces.create(asked.id(), name)) {
            return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
                    "There is a workspace with this id already.")).build();
        }
        String key = apiKeys.create(asked.id(), "first key", caller.getName()).secret();
        audit.record(asked.id(), caller.getName(), "workspace.created", asked.id(), null);
        return ResponseEntity.created(URI.create("/api/workspaces/" + asked.id()))
                .body(new CreatedWorkspace(asked.id(), name, key));
    }

    @PutMapping("/{workspace}/callback")
    CallbackAnswer callback(@PathVariable String workspace, @RequestBody NewCallback asked, Principal caller) {
        if (asked.url() == null || asked.url().isEmpty()) {
            workspaces.removeCallback(workspace);
            audit.record(workspace, caller.getName(), "callback.removed", null, null);
            return new CallbackAnswer(null, null);
        }
        callbackUrls.problem(asked.url()).ifPresent(problem -> {
            throw new InvalidInputException(List.of(new InvalidInputException.Field("/url", problem)));
        });
        Callback callback = workspaces.setCallback(workspace, asked.url());
        audit.record(workspace, caller.getName(), "callback.changed", callback.url(), null);
        return new CallbackAnswer(callback.url(), callback.secret());
    }

    @GetMapping("/{workspace}/zoom-connection")
    Connection zoomConnection(@PathVariable String workspace) {
        return Connection.of(connections.view(workspace));
    }
}
