package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.TestDatabase;
import io.zoombookings.ZoomBookingsApplication;
import io.zoombookings.workspace.Administrator;
import io.zoombookings.workspace.Administrators;
import io.zoombookings.workspace.ApiKeys;
import io.zoombookings.workspace.Workspaces;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application on a port of its own, with an empty database, seen from outside. */
@SpringBootTest(classes = ZoomBookingsApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"admin.username=root", "admin.password=the root password", "admin.email=root@clinic.example",
            "booking.api-key=key-of-the-default-workspace", "mail.from=bookings@clinic.example",
            "oauth.issuer-uri=", "oauth.audience=", "trusted-proxies=127.0.0.1,::1"})
abstract class RunningApplication {

    static final String ROOT = Browser.basic("root", "the root password");

    @LocalServerPort
    int port;
    @Autowired
    Workspaces workspaces;
    @Autowired
    ApiKeys apiKeys;
    @Autowired
    Administrators administrators;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.properties().forEach((name, value) -> registry.add(name, () -> value));
    }

    Browser browser() {
        return new Browser(port);
    }

    String newWorkspace() {
        String id = "w-" + UUID.randomUUID().toString().substring(0, 18);
        assertThat(workspaces.create(id, "Clinic " + id)).isTrue();
        return id;
    }

    /** An administrator of these workspaces alone, whose password is {@code the password of <name>}. */
    String newAdministrator(String... workspaceIds) {
        String name = "p-" + UUID.randomUUID();
        administrators.create(new Administrator(name, name + "@clinic.example", false, Set.of(workspaceIds)), password(name));
        return name;
    }

    static String password(String name) {
        return "the password of " + name.substring(0, 10);
    }

    HttpResponse<String> call(String method, String path, String authorization, String body) {
        return callFrom("127.0.0.1", method, path, authorization, body);
    }

    /** As the proxy in front would say it: the throttle of one test is not that of another. */
    HttpResponse<String> callFrom(String address, String method, String path, String authorization, String body) {
        HttpRequest.Builder request = browser().request(path).header("Accept", "application/json")
                .header("X-Forwarded-For", address)
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return browser().send(request);
    }
}
