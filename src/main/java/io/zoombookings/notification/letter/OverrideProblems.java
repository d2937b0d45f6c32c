package io.zoombookings.notification.letter;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong with an installation's own mail texts and templates: logged once each, kept for a page to show. */
final class OverrideProblems {

    private static final Logger LOG = LoggerFactory.getLogger(OverrideProblems.class);

    private final CopyOnWriteArrayList<OverrideProblem> problems = new CopyOnWriteArrayList<>();

    void report(Path file, String cause) {
        OverrideProblem problem = new OverrideProblem(file.toString(), Plain.line(cause, 4000));
        if (problems.addIfAbsent(problem)) {
            LOG.warn("Mail text {} is not used, the built-in one is: {}", problem.file(), problem.cause());
        }
    }

    List<OverrideProblem> all() {
        return List.copyOf(problems);
    }
}
