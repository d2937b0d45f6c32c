package io.zoombookings.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The alert rules ask for metrics and causes that there are, and lead to sections of the runbook that there are. */
class AlertsTest {

    private final List<Map<String, Object>> alerts = alerts();
    private final String expressions = alerts.stream().map(alert -> (String) alert.get("expr")).collect(Collectors.joining("\n"));

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> alerts() {
        try {
            Map<String, Object> file = new Yaml().load(Files.readString(Path.of("docs", "monitoring", "alerts.yaml")));
            return (List<Map<String, Object>>) ((List<Map<String, Object>>) file.get("groups")).get(0).get("rules");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void eachMetricIsDocumented() throws IOException {
        String documented = Files.readString(Path.of("docs", "metrics.md"));

        assertThat(alerts).hasSizeGreaterThan(5);
        Pattern.compile("zoombookings_\\w+").matcher(expressions).results()
                .forEach(name -> assertThat(documented).contains("`" + name.group() + "`"));
    }

    @Test
    void eachCauseIsOneThatThereIs() {
        Set<String> codes = Arrays.stream(Cause.Kind.values()).map(Cause.Kind::code).collect(Collectors.toSet());

        Pattern.compile("cause=~\"([^\"]+)\"").matcher(expressions).results()
                .forEach(cause -> assertThat(codes).contains(cause.group(1).split("\\|")));
    }

    @Test
    @SuppressWarnings("unchecked")
    void eachLeadsToItsSectionOfTheRunbook() throws IOException {
        Set<String> sections = Files.readAllLines(Path.of("docs", "runbook.md")).stream().filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").replace(' ', '-'))
                .collect(Collectors.toSet());

        alerts.forEach(alert -> assertThat(sections).as((String) alert.get("alert")).contains(
                ((Map<String, String>) alert.get("annotations")).get("runbook").replace("docs/runbook.md#", "")));
    }
}
