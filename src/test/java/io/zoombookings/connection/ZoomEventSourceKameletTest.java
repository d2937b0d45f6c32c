package io.zoombookings.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.sandbox.Delivery;
import io.zoombookings.sandbox.Variation;
import io.zoombookings.sandbox.ZoomSandbox;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.session.SessionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The Kamelet in an application of somebody else: none of ours is there but the Kamelet and its class. */
class ZoomEventSourceKameletTest {

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final ZoomSandbox zoom = ZoomSandbox.start(0, Clock.systemUTC());
    private ConfigurableApplicationContext application;

    @AfterEach
    void stop() {
        application.close();
        zoom.close();
    }

    @Test
    void verifiedEventsBecomeMessages() {
        application = new SpringApplicationBuilder(SomebodysApplication.class)
                .initializers(context -> context.getBeanFactory().registerSingleton("route", route()))
                .run("--server.port=0", "--zoom-bookings.enabled=false",
                        "--spring.config.location=optional:classpath:/none/",
                        "--camel.component.kamelet.location=classpath:kamelets");
        int port = ((WebServerApplicationContext) application).getWebServer().getPort();
        zoom.webhookTarget(URI.create("http://localhost:" + port + "/my/events"));

        assertThat(zoom.validates(zoom.sendUrlValidation())).isTrue();
        Delivery event = zoom.sendDeauthorization("account", "user");
        assertThat(event.status()).isEqualTo(200);
        assertThat(event.reply()).isEmpty();
        assertThat(zoom.sendUrlValidation(Variation.badSignature()).status()).isEqualTo(401);

        assertThat(messages).containsExactly("app_deauthorized " + event.requestId() + " " + event.body());
    }

    private RouteBuilder route() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("kamelet:zoom-event-source?path=/my/events&secret=" + zoom.webhookSecret())
                        .process(exchange -> messages.add(exchange.getMessage().getHeader("ZoomEvent") + " "
                                + exchange.getMessage().getHeader("ZoomRequestId") + " "
                                + exchange.getMessage().getBody(String.class)));
            }
        };
    }

    // Not a @Configuration: a scan of the whole application must not find this.
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
        QuartzAutoConfiguration.class, SessionAutoConfiguration.class, SecurityAutoConfiguration.class,
        ManagementWebSecurityAutoConfiguration.class})
    static class SomebodysApplication {
    }
}
