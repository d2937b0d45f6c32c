package io.zoombookings.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zoombookings.WrongConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Which route files come with the library, and how an application has fewer or others. */
class OwnRoutesTest {

    @Test
    void allOfThemComeUnlessSomebodySaysOtherwise() {
        assertThat(routes(Map.of())).contains("booking-inbound", "booking-inbound-show", "meeting-sync", "zoom-events");
    }

    @Test
    void aFileIsLeftOut() {
        assertThat(routes(Map.of("zoom-bookings.routes.booking-inbound.enabled", "false")))
                .noneMatch(id -> id.startsWith("booking-inbound")).contains("booking-webhooks");
    }

    @Test
    void aFileIsReplaced(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.camel.yaml"),
                "- route: {id: token-refresh-mine, from: {uri: 'direct:mine', steps: [{stop: {}}]}}");

        assertThat(routes(Map.of("zoom-bookings.routes.token-refresh.location", "file:" + file)))
                .contains("token-refresh-mine").doesNotContain("token-refresh");
    }

    @Test
    void whatCannotBeMeantStopsTheStart() {
        assertThatThrownBy(() -> routes(Map.of("zoom-bookings.routes.bokings.enabled", "false")))
                .isInstanceOf(WrongConfigurationException.class)
                .hasMessageStartingWith("zoom-bookings.routes.bokings names no route file; there are audit-chain, booking-cancellation, ");
        assertThatThrownBy(() -> routes(Map.of("zoom-bookings.routes.error-policies.enabled", "false")))
                .isInstanceOf(WrongConfigurationException.class).hasMessageContaining("must be true");
        assertThatThrownBy(() -> routes(Map.of("zoom-bookings.routes.token-refresh.location", "file:/nowhere.yaml")))
                .isInstanceOf(WrongConfigurationException.class)
                .hasMessage("zoom-bookings.routes.token-refresh.location must be a route file that exists.");
    }

    private static List<String> routes(Map<String, Object> properties) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
        DefaultCamelContext context = new DefaultCamelContext();
        new OwnRoutes(environment).beforeApplicationStart(context);
        return context.getRouteDefinitions().stream().map(RouteDefinition::getId).toList();
    }
}
