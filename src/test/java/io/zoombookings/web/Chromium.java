package io.zoombookings.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Judges a page in one piece, which is faster by half: no page of ours has parts from elsewhere. */
    static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
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
