package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The model of claims has the code's remedies by name: none is in one of them only, and each is shown by a test. */
class ClaimModelTest {

    private static final Path DESIGN = Path.of("docs", "design");
    private static final Pattern SWITCH = Pattern.compile("#ifndef ([A-Z_]{8,})\n");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z_]+)` \\| (.+) \\| (.+) \\|");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");

    private record Remedy(List<String> code, List<String> tests) {
    }

    private static Map<String, Remedy> table() throws IOException {
        Map<String, Remedy> table = new LinkedHashMap<>();
        Matcher row = ROW.matcher(Files.readString(DESIGN.resolve("claims.md")));
        while (row.find()) {
            table.put(row.group(1), new Remedy(missing("main", row.group(2)), missing("test", row.group(3))));
        }
        return table;
    }

    /** Of what is named, what is not in the sources of this package. */
    private static List<String> missing(String kind, String cell) throws IOException {
        List<String> missing = new ArrayList<>();
        Matcher named = NAMED.matcher(cell);
        boolean any = false;
        while (named.find()) {
            any = true;
            Path file = Path.of("src", kind, "java", "io", "zoombookings", "meeting", named.group(1) + ".java");
            boolean there = Files.exists(file) && Pattern.compile("^    \\S.* " + named.group(2) + "( =|\\()", Pattern.MULTILINE)
                    .matcher(Files.readString(file)).find();
            if (!there) {
                missing.add(named.group());
            }
        }
        return any ? missing : List.of(cell);
    }

    @Test
    void itsSwitchesAreTheRemediesOfTheTable() throws IOException {
        List<String> switches = SWITCH.matcher(Files.readString(DESIGN.resolve("claim-model.pml"))).results()
                .map(found -> found.group(1)).toList();

        assertThat(switches).hasSizeGreaterThan(5).containsExactlyInAnyOrderElementsOf(table().keySet());
    }

    @Test
    void eachRemedyIsInTheCodeAndShownByATest() throws IOException {
        assertThat(table()).allSatisfy((name, remedy) -> {
            assertThat(remedy.code()).as("%s in the code", name).isEmpty();
            assertThat(remedy.tests()).as("%s shown", name).isEmpty();
        });
    }
}
