package io.zoombookings.web;

import io.zoombookings.connection.ConnectionOverview;
import io.zoombookings.connection.ConnectionStatus;
import io.zoombookings.connection.ConnectionView;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** What pages show of parts that an installation leaves out. */
@Configuration(proxyBeanMethods = false)
class Fallbacks {

    @Bean
    @Fallback
    ConnectionOverview noConnections() {
        return workspace -> new ConnectionView(workspace, ConnectionStatus.NOT_CONFIGURED, null, null, null, null, null,
                Set.of(), Set.of(), null, null, null, null, 0, 100, List.of());
    }

    @Bean
    @Fallback
    BookingOverview noBookings() {
        return (workspace, filter) -> new BookingOverview.Page(List.of(), false);
    }
}
