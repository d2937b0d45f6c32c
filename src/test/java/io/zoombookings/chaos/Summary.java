package io.zoombookings.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What was proven, a line for each run, in target/chaos.txt; the profile chaos prints it at the end. */
final class Summary {

    private static final Path FILE = Path.of("target", "chaos.txt");
    private static final String FORMAT = "%-58s %7s %6s %7s %9s %6s %11s %5s %6s%n";

    private Summary() {
    }

    static synchronized void add(String run, int events, int kills, int faults, Checker.Verdict verdict) {
        String database = System.getProperty("test.database", "h2");
        if (!Files.exists(FILE)) {
            add(FORMAT.formatted("run", "events", "kills", "faults", "meetings", "mails", "sent again", "lost", "twice"));
        }
        add(FORMAT.formatted(run + ", " + database, events, kills, faults, verdict.meetings(), verdict.mails(),
                verdict.sentAgain(), verdict.lost().size(), verdict.twice().size()));
    }

    /** Further lines, of a measurement. */
    static synchronized void add(String lines) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
