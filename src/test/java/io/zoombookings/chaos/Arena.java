package io.zoombookings.chaos;

import io.zoombookings.RunningApplication;
import io.zoombookings.TestWorkspace;
import io.zoombookings.inbox.FaultySmtp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The application with everything around it that can be made to fail. Its leases are short, to see them run out. */
final class Arena implements AutoCloseable {

    private final FaultySmtp smtp = FaultySmtp.start(0);
    private final RunningApplication application;

    Arena() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("mail.port", smtp.port());
        properties.put("reminder.offsets", "none");
        properties.put("zoom.daily-limit-per-host", 1_000_000);
        properties.put("meeting.sync.lease", "20s");
        properties.put("notification.mail.lease", "20s");
        properties.put("meeting.sync.recheck", "15s");
        application = RunningApplication.prepared(properties);
        application.sandbox().limits().hostPerDay(1_000_000);
    }

    RunningApplication application() {
        return application;
    }

    FaultySmtp smtp() {
        return smtp;
    }

    List<TestWorkspace> workspaces(int count) {
        List<TestWorkspace> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(application.workspace().connected());
        }
        return all;
    }

    Checker checker(History history, List<TestWorkspace> workspaces) {
        return new Checker(history, workspaces, application.sandbox()::liveMeetings, smtp::mails);
    }

    /** Feeds the history while the nemesis acts. */
    Feeder feed(History history, List<TestWorkspace> workspaces, Duration pause) {
        Feeder feeder = new Feeder(workspaces, pause);
        feeder.feed(history, 12);
        return feeder;
    }

    @Override
    public void close() {
        application.close();
        smtp.close();
    }
}
