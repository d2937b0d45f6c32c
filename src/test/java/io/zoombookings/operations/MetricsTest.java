package io.zoombookings.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zoombookings.Browser;
import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/metrics.md names what the running application has, and nothing else. */
class MetricsTest {

    private static final Pattern LINE = Pattern.compile("(?m)^(zoombookings_\\w+)(\\{[^}]*})? ");

    private final RunningApplication application = RunningApplication.shared();

    @Test
    void areThoseThatTheDocumentNames() throws IOException {
        TestWorkspace workspace = application.workspace().connected();
        assertThat(workspace.post("""
                {"event":"booking.confirmed","booking":{"id":"M-1","title":"Talk","start":"2031-03-04T09:00:00Z",
                "durationMinutes":30,"host":{"email":"ada@clinic.example"},"guests":[{"email":"bo@guest.example"}]}}""")
                .status()).isEqualTo(202);
        assertThat(workspace.post("{\"event\":\"booking.moved\"}").status()).isEqualTo(400);
        assertThat(application.call("POST", "/integrations/zoom/events", "{}", Map.of("x-zm-signature", "v0=0",
                "x-zm-request-timestamp", "1")).status()).isEqualTo(401);
        assertThatThrownBy(() -> new Browser(application.url()).signIn("nobody", "a wrong password"))
                .isInstanceOf(IllegalStateException.class);
        workspace.await("M-1", view -> view.toString().contains("\"SENT\""));

        Set<String> documented = new TreeSet<>(Pattern.compile("(?m)^\\| `(zoombookings_\\w+)`")
                .matcher(Files.readString(Path.of("docs", "metrics.md"))).results().map(name -> name.group(1)).toList());
        await().untilAsserted(() -> assertThat(names()).isEqualTo(documented));
        assertThat(series()).contains(
                "zoombookings_events_total{result=\"accepted\",source=\"http\",type=\"confirmed\"}",
                "zoombookings_events_total{result=\"refused\",source=\"http\",type=\"unknown\"}",
                "zoombookings_zoom_calls_seconds_count{operation=\"create\",result=\"2xx\"}",
                "zoombookings_link_seconds_bucket{le=\"60.0\"}",
                "zoombookings_refused_signatures_total{door=\"zoom\"}");
    }

    private String scraped() {
        return application.admin("GET", "/actuator/prometheus", null).raw().body();
    }

    private Set<String> names() {
        return LINE.matcher(scraped()).results().map(line -> line.group(1).replaceFirst("_seconds_(bucket|count|sum|max)$",
                "_seconds")).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> series() {
        return LINE.matcher(scraped()).results().map(line -> line.group(1) + (line.group(2) == null ? "" : line.group(2)))
                .collect(Collectors.toSet());
    }
}
