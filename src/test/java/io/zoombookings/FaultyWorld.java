package io.zoombookings;

import io.zoombookings.inbox.FaultySmtp;
import java.util.Map;

/**
 * The application in a world that can be made to fail: Zoom and the mail server go away and come back, and the time can be
 * moved on. One for all tests of this JVM.
 */
public final class FaultyWorld {

    private static FaultyWorld shared;

    private final MovableClock clock = new MovableClock();
    private final FaultySmtp smtp = FaultySmtp.start(0);
    private final RunningApplication application = RunningApplication.start(Map.of("mail.port", smtp.port(),
            "reminder.offsets", "none"), clock);

    private FaultyWorld() {
    }

    public static synchronized FaultyWorld shared() {
        if (shared == null) {
            shared = new FaultyWorld();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                shared.application.close();
                shared.smtp.close();
            }));
        }
        return shared;
    }

    public RunningApplication application() {
        return application;
    }

    public MovableClock clock() {
        return clock;
    }

    public FaultySmtp smtp() {
        return smtp;
    }
}
