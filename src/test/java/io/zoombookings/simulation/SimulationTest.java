package io.zoombookings.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Histories that nobody has thought of: whatever Zoom, the mail server, the database, hosts, administrators and booking
 * systems do, and whenever nodes die or sleep, nothing is lost, made twice or told twice. And planted defects are found.
 */
@Tag("simulation")
class SimulationTest {

    /** Of every build: the same histories each time. */
    private static final long BASE = 1;
    private static final int COUNT = 150;
    /** What random histories have found: a late deletion meets a meeting that was adopted meanwhile. */
    private static final long[] FOUND = {1795929282225004896L};
    /** Within so many histories each planted defect must be found; most are within a hundred. */
    private static final int PATIENCE = 600;
    private static final Duration NEVER = Duration.ofDays(1);

    private static final Duration MINUTES = Duration.ofMinutes(Integer.getInteger("simulation.minutes", 0));

    @Test
    void nothingIsLostOrTwiceInAnyHistory() {
        Long given = Long.getLong("simulation.seed");
        if (given != null) {
            hold(given, 1, NEVER);
            return;
        }
        for (long found : FOUND) {
            hold(found, 1, NEVER);
        }
        hold(BASE, COUNT, NEVER);
        long drawn = System.currentTimeMillis() * 1_000_000;
        hold(drawn, Long.MAX_VALUE - drawn, MINUTES.isZero() ? Duration.ofSeconds(4) : MINUTES);
    }

    private static void hold(long first, long count, Duration time) {
        Search search = Search.run(Plant.NONE, first, count, time);
        say(String.format("From seed %d: %d histories, %d steps, %d histories in a minute of these processors", first,
                search.histories(), search.steps(), search.perMinute()));
        if (search.failing() != null) {
            throw new AssertionError(Search.story(Plant.NONE, search.failing()));
        }
    }

    @Test
    void findsEachPlantedDefect() {
        String table = Arrays.stream(Plant.values()).filter(plant -> plant != Plant.NONE).map(plant -> {
            Search search = Search.run(plant, BASE, PATIENCE, NEVER);
            return String.format("%-85s %s", plant.words, search.failing() == null ? "not found in " + search.histories()
                    : "found by history " + (search.failing() - BASE + 1));
        }).collect(Collectors.joining("\n"));
        say("Planted defects:\n" + table);

        assertThat(table).doesNotContain("not found");
    }

    @Test
    void aSeedGivesTheSameStoryEachTime() {
        try (Laboratory one = new Laboratory(); Laboratory other = new Laboratory()) {
            for (long seed = BASE; seed < BASE + 20; seed++) {
                History first = History.run(one, Choices.of(seed), Plant.NONE, true);
                History again = History.run(other, Choices.of(first.choices.taken()), Plant.NONE, true);
                assertThat(withoutIds(first)).isNotEmpty().zipSatisfy(withoutIds(again),
                        (line, same) -> assertThat(same).isEqualTo(line));
            }
        }
    }

    private static List<String> withoutIds(History history) {
        return history.story.toString().replaceAll("[0-9a-f]{8}-[0-9a-f]{4}[0-9a-f-]*", "id")
                .replaceAll("[A-Za-z0-9_-]{32}", "token").lines().toList();
    }

    @Test
    void aStoryIsShrunkBeforeItIsShown() {
        Search search = Search.run(Plant.CANCELLATION_LOST, BASE, PATIENCE, NEVER);
        assertThat(search.failing()).isNotNull();

        String story = Search.story(Plant.CANCELLATION_LOST, search.failing());

        Matcher shrunk = Pattern.compile("from (\\d+) to (\\d+) choices").matcher(story);
        assertThat(story).contains("-Dsimulation.seed=" + search.failing()).contains("=> ");
        assertThat(shrunk.find()).isTrue();
        assertThat(Integer.parseInt(shrunk.group(2))).isLessThan(Integer.parseInt(shrunk.group(1)) / 2);
    }

    /** To whoever reads the test's output, and to the build that shows it at its end. */
    private static void say(String text) {
        System.out.println(text);
        try {
            Files.createDirectories(Path.of("target"));
            Files.writeString(Path.of("target", "simulation.txt"), text + "\n", StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
