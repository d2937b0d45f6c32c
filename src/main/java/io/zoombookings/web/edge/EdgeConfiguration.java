package io.zoombookings.web.edge;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bounds for the application's own HTTP connector. A host that has this library keeps the connector it has. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "zoom-bookings.web.guarded-connector", havingValue = "true")
public class EdgeConfiguration {

    /** A request attribute, true where the caller is known: their connection stays when strangers press in. */
    public static final String SIGNED = "io.zoombookings.signed";

    @Bean("zoomBookings.guardedConnector")
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> guardedConnector(
            @Value("${server.tomcat.threads.max:200}") int threads) {
        return tomcat -> {
            tomcat.setProtocol(GuardedProtocol.class.getName());
            tomcat.addEngineValves(new Gates(threads));
            tomcat.addConnectorCustomizers(connector -> {
                // A header's buffer has 8 KiB of its own; those before it need not have as much for each connection.
                connector.setProperty("socket.appReadBufSize", "2048");
                connector.setProperty("socket.appWriteBufSize", "4096");
            });
        };
    }
}
