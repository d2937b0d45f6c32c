package io.zoombookings.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The system's Chromium. Where there is none, tests that need it are skipped with a line that says so, unless the
 * environment variable {@code CI} is set.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private static final String AXE = axe();

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(executable).setArgs(ARGUMENTS));
    }

    static Chromium start() {
        Optional<Path> executable = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome").map(Path::of)
                .filter(Files::isExecutable).findFirst();
        if (executable.isEmpty() && System.getenv("CI") != null) {
            throw new IllegalStateException("No Chromium on this machine: .ci/run has to install it");
        }
        assumeTrue(executable.isPresent(), "No Chromium on this machine: browser tests are skipped");
        return new Chromium(executable.orElseThrow());
    }

    /** What axe has against a page, a line each. Its own builder would bring the script anew for each look at a page. */
    static List<String> violations(Page page, String... disabledRules) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(AXE);
        }
        List<String> lines = new ArrayList<>();
        for (Object line : (List<?>) page.evaluate("""
                disabled => axe.run(document, {rules: Object.fromEntries(disabled.map(rule => [rule, {enabled: false}])),
                    resultTypes: ['violations'], iframes: false})
                  .then(results => results.violations.map(one =>
                    one.id + ' ' + one.nodes.map(node => node.html + ' ' + node.failureSummary).join('; ')))""",
                List.of(disabledRules))) {
            lines.add((String) line);
        }
        return lines;
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
