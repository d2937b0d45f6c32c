package io.zoombookings.connection;

import io.zoombookings.migration.SchemaAutoConfiguration;
import io.zoombookings.sandbox.ZoomSandbox;
import io.zoombookings.secret.SecretAutoConfiguration;
import io.zoombookings.workspace.WorkspaceAutoConfiguration;
import io.zoombookings.workspace.Workspaces;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One node: the beans of connections on a database that it may share with others. */
final class TestNode implements AutoCloseable {

    static final String REDIRECT_URI = "https://bookings.example/integrations/zoom/callback";

    private final ConfigurableApplicationContext context;

    TestNode(Map<String, Object> database, ZoomStub zoom, Clock clock) {
        this(database, Map.of("zoom.oauth.base-url", zoom.url(), "zoom.api.base-url", zoom.url() + "/v2",
                "zoom.oauth.client-id", "client-id", "zoom.oauth.client-secret", "client-secret"), clock);
    }

    TestNode(Map<String, Object> database, ZoomSandbox zoom, Clock clock) {
        this(database, Map.of("zoom.oauth.base-url", zoom.url(), "zoom.api.base-url", zoom.apiUrl(),
                "zoom.oauth.client-id", zoom.clientId(), "zoom.oauth.client-secret", zoom.clientSecret()), clock);
        zoom.redirectUris(REDIRECT_URI);
    }

    private TestNode(Map<String, Object> database, Map<String, Object> zoom, Clock clock) {
        Map<String, Object> properties = new HashMap<>(database);
        properties.putAll(zoom);
        properties.put("public-url", "https://bookings.example");
        context = new SpringApplicationBuilder(Beans.class).web(WebApplicationType.NONE)
                .initializers(started -> started.getBeanFactory().registerSingleton("clock", clock))
                .run(properties.entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue())
                        .toArray(String[]::new));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    List<Object> events() {
        return get(Events.class).seen;
    }

    /** A workspace with a connection, as after a consent. */
    void connect(String workspace, ZoomUser user, TokenPair pair) {
        get(Workspaces.class).create(workspace, workspace);
        get(ConnectionStore.class).pending(workspace);
        get(GrantStore.class).prepare(user, pair);
        get(ConnectionStore.class).connected(workspace, get(GrantStore.class).consent(user, pair).id(), "admin");
    }

    /** As if nobody had connected yet. */
    void reset() {
        JdbcClient jdbc = get(JdbcClient.class);
        jdbc.sql("delete from zoom_connection").update();
        jdbc.sql("delete from zoom_grant").update();
        jdbc.sql("delete from audit_entry").update();
        get(StoredZoomTokens.class).forget("clinic");
        get(StoredZoomTokens.class).forget("branch");
        get(Events.class).seen.clear();
    }

    @Override
    public void close() {
        context.close();
    }

    static class Events {

        private final List<Object> seen = new CopyOnWriteArrayList<>();

        @EventListener
        void connected(ConnectionEvents.Connected event) {
            seen.add(event);
        }

        @EventListener
        void disconnected(ConnectionEvents.Disconnected event) {
            seen.add(event);
        }

        @EventListener
        void reconnectRequired(ConnectionEvents.ReconnectRequired event) {
            seen.add(event);
        }

        @EventListener
        void meetingDeleted(ConnectionEvents.MeetingDeleted event) {
            seen.add(event);
        }

        @EventListener
        void meetingUpdated(ConnectionEvents.MeetingUpdated event) {
            seen.add(event);
        }
    }

    @ImportAutoConfiguration({ConnectionAutoConfiguration.class, SecretAutoConfiguration.class,
        WorkspaceAutoConfiguration.class, DataSourceAutoConfiguration.class, SchemaAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, JacksonAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class})
    static class Beans {

        @Bean
        Events recordedEvents() {
            return new Events();
        }
    }
}
