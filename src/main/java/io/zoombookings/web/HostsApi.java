package io.zoombookings.web;

import io.zoombookings.booking.event.EmailAddress;
import io.zoombookings.connection.HostConnections;
import io.zoombookings.connection.HostConnections.Host;
import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/** Under which Zoom user each member of staff hosts, as administrators' programs set it. */
@ApiController
@RequestMapping("/api/workspaces/{workspace}/hosts")
class HostsApi {

    private static final int MOST = 1000;

    /** @param zoomUser address of a Zoom user who works for the workspace; null: the workspace's own */
    record Chosen(String email, String connection, String zoomUser) {
    }

    record Invitation(String url) {
    }

    private final HostConnections hosts;

    HostsApi(HostConnections hosts) {
        this.hosts = hosts;
    }

    @GetMapping
    List<Host> list(@PathVariable String workspace) {
        return hosts.list(workspace);
    }

    /** Those that it does not name stay as they are; who has connected their own Zoom keeps it where no other is chosen. */
    @PutMapping
    List<Host> put(@PathVariable String workspace, @RequestBody List<Chosen> chosen, Principal caller) {
        List<InvalidInputException.Field> wrong = new ArrayList<>();
        if (chosen.size() > MOST) {
            wrong.add(new InvalidInputException.Field("", "must be at most " + MOST + " hosts"));
        }
        for (int i = 0; i < chosen.size() && wrong.isEmpty(); i++) {
            Chosen one = chosen.get(i);
            if (one == null || !EmailAddress.isValid(one.email())) {
                wrong.add(new InvalidInputException.Field("/" + i + "/email", "must be an email address"));
            } else if (isChoice(one) && !hosts.isKnown(workspace, one.zoomUser())) {
                wrong.add(new InvalidInputException.Field("/" + i + "/zoomUser",
                        "is not the address of a Zoom user who is connected in this workspace"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        chosen.stream().filter(one -> !"own".equals(one.connection())).forEach(one ->
                hosts.choose(workspace, one.email(), isChoice(one) ? one.zoomUser() : null, caller.getName()));
        return hosts.list(workspace);
    }

    @PostMapping("/{email}/invitation")
    ResponseEntity<Invitation> invite(@PathVariable String workspace, @PathVariable String email, Principal caller) {
        if (!EmailAddress.isValid(email)) {
            throw new InvalidInputException(List.of(new InvalidInputException.Field("/email", "must be an email address")));
        }
        String url = hosts.invite(workspace, email, caller.getName());
        return ResponseEntity.created(URI.create(url)).body(new Invitation(url));
    }

    @DeleteMapping("/{email}")
    ResponseEntity<Void> disconnect(@PathVariable String workspace, @PathVariable String email, Principal caller) {
        hosts.disconnect(workspace, email, caller.getName());
        return ResponseEntity.noContent().build();
    }

    private static boolean isChoice(Chosen one) {
        return one.zoomUser() != null && !one.zoomUser().isBlank() && !"default".equals(one.connection())
                && !"none".equals(one.connection()) && !"own".equals(one.connection());
    }
}
