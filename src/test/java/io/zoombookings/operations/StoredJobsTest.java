package io.zoombookings.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zoombookings.RunningApplication;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the clock does goes on after a restart, under whatever name. */
@Tag("database")
class StoredJobsTest {

    @Test
    void runForAnApplicationThatWasRenamed() {
        RunningApplication application = RunningApplication.start(Map.of("zoom.token-refresh.cron", "* * * * * ?"));
        try {
            runs(application);
            application.stop();
            application.properties().put("camel.main.name", "renamed");
            application.start();
            assertThat(application.bean(CamelContext.class).getName()).isEqualTo("renamed");
            runs(application);
        } finally {
            application.close();
        }
    }

    private static void runs(RunningApplication application) {
        ManagedCamelContext routes = application.bean(CamelContext.class).getCamelContextExtension()
                .getContextPlugin(ManagedCamelContext.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> routes.getManagedRoute("token-refresh").getExchangesCompleted() > 0);
    }
}
