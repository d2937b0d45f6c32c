package io.zoombookings.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.TestWorkspace;
import io.zoombookings.chaos.Truth.Date;
import io.zoombookings.inbox.CalendarProgram;
import io.zoombookings.inbox.Mail;
import io.zoombookings.sandbox.SandboxMeeting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Compares what must be with what Zoom, the mailbox and the API show. It knows the interface and nothing of the code:
 * every accepted event is reflected; a confirmed date has exactly one live meeting, as described; nothing else lives at
 * Zoom; everybody's calendar shows what is so, with the living link; nobody is told the same twice under another
 * Message-ID; nothing is stuck.
 */
final class Checker {

    private final History history;
    private final List<TestWorkspace> workspaces;
    private final Supplier<List<SandboxMeeting>> live;
    private final Supplier<List<Mail>> mails;

    /** @param lost what is missing or wrong; @param twice what is there without need */
    record Verdict(List<String> lost, List<String> twice, int meetings, int mails, int sentAgain) {

        boolean good() {
            return lost.isEmpty() && twice.isEmpty();
        }

        @Override
        public String toString() {
            return meetings + " meetings, " + mails + " mails, " + lost.size() + " lost, " + twice.size() + " twice"
                    + String.join("", lost.stream().limit(12).map(line -> "\n  lost: " + line).toList())
                    + String.join("", twice.stream().limit(12).map(line -> "\n  twice: " + line).toList());
        }
    }

    Checker(History history, List<TestWorkspace> workspaces, Supplier<List<SandboxMeeting>> live,
            Supplier<List<Mail>> mails) {
        this.history = history;
        this.workspaces = workspaces;
        this.live = live;
        this.mails = mails;
    }

    /** Waits until all is as it must be and stays so for a moment; else the last verdict when time is up. */
    Verdict await(Duration most) {
        long end = System.nanoTime() + most.toNanos();
        boolean before = false;
        while (true) {
            Verdict verdict = check();
            if (verdict.good() && before || System.nanoTime() > end) {
                Proof.write(history, workspaces, live.get(), mails.get(), verdict);
                return verdict;
            }
            before = verdict.good();
            Arena.pause(Duration.ofMillis(1500));
        }
    }

    Verdict check() {
        List<String> lost = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        Map<String, List<SandboxMeeting>> meetings = new HashMap<>();
        Set<String> ours = new HashSet<>();
        workspaces.forEach(workspace -> ours.add(workspace.zoomUser().email()));
        live.get().stream().filter(meeting -> ours.contains(meeting.host().email())).forEach(meeting ->
                meetings.computeIfAbsent(meeting.agendaFirstLine(), line -> new ArrayList<>()).add(meeting));
        int count = meetings.values().stream().mapToInt(List::size).sum();
        Calendars calendars = Calendars.of(mails.get());
        for (Truth truth : history.truths()) {
            TestWorkspace workspace = workspaces.get(truth.workspace());
            Map<String, SandboxMeeting> links = new HashMap<>();
            JsonNode view = view(workspace, truth);
            for (Date date : truth.dates()) {
                List<SandboxMeeting> found = meetings.getOrDefault(truth.marker(workspace.id(), date), List.of());
                meetings.remove(truth.marker(workspace.id(), date));
                compare(truth, date, found, lost, twice);
                compare(truth, date, occurrence(view, date.id()), found, lost);
                if (!date.cancelled() && found.size() == 1) {
                    links.put(found.get(0).joinUrl(), found.get(0));
                }
            }
            pending(truth, view, lost);
            truth.invitees().forEach(person -> compare(truth, person, calendars.of(person), links.keySet(), lost));
            truth.uninvited().forEach(person -> calendars.of(person).forEach(entry ->
                    lost.add(person + " is not invited any more and still has " + entry)));
        }
        meetings.values().forEach(unknown -> unknown.forEach(meeting ->
                twice.add("Nobody owns meeting " + meeting.id() + ": " + meeting.agendaFirstLine())));
        twice.addAll(calendars.repeated());
        return new Verdict(lost, twice, count, calendars.mails(), calendars.sentAgain());
    }

    private static JsonNode view(TestWorkspace workspace, Truth truth) {
        return workspace.get(truth.bookingId()).body();
    }

    private static JsonNode occurrence(JsonNode view, String id) {
        for (JsonNode one : view.path("occurrences")) {
            if (one.path("id").asText().equals(id)) {
                return one;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private static void compare(Truth truth, Date date, List<SandboxMeeting> found, List<String> lost,
            List<String> twice) {
        String name = truth.bookingId() + "/" + date.id();
        int wanted = date.cancelled() ? 0 : 1;
        if (found.size() < wanted) {
            lost.add(name + " is confirmed and has no meeting");
        }
        if (found.size() > wanted) {
            twice.add(name + " needs " + wanted + " meetings and has " + found.size());
        }
        if (wanted == 1 && found.size() == 1) {
            SandboxMeeting meeting = found.get(0);
            if (!meeting.start().equals(date.start()) || meeting.duration() != date.minutes()
                    || !meeting.topic().equals(truth.title())) {
                lost.add(name + " should be at " + date.start() + " for " + date.minutes() + ", “" + truth.title()
                        + "”; Zoom has " + meeting.start() + " for " + meeting.duration() + ", “" + meeting.topic() + "”");
            }
        }
    }

    private static void compare(Truth truth, Date date, JsonNode view, List<SandboxMeeting> found, List<String> lost) {
        boolean good = view.path("status").asText().equals(date.cancelled() ? "CANCELLED" : "CONFIRMED")
                && view.at("/meeting/state").asText().equals(date.cancelled() ? "CANCELLED" : "CREATED")
                && (date.cancelled() || view.path("start").asText().equals(date.start().toString())
                && found.size() == 1 && view.at("/meeting/id").asText().equals(String.valueOf(found.get(0).id()))
                && view.at("/meeting/joinUrl").asText().equals(found.get(0).joinUrl()));
        if (!good && !(date.cancelled() && view.isMissingNode())) {
            lost.add(truth.bookingId() + "/" + date + " is shown as " + view);
        }
    }

    private static void pending(Truth truth, JsonNode view, List<String> lost) {
        for (JsonNode occurrence : view.path("occurrences")) {
            for (JsonNode one : occurrence.path("notifications")) {
                if (!one.path("state").asText().equals("SENT")) {
                    lost.add(truth.bookingId() + " has a mail that is not sent: " + one);
                }
            }
        }
    }

    private static void compare(Truth truth, String person, List<CalendarProgram.Event> calendar, Set<String> links,
            List<String> lost) {
        Set<String> wanted = new HashSet<>();
        truth.dates().stream().filter(date -> !date.cancelled())
                .forEach(date -> wanted.add(date.start() + " " + date.minutes() + " " + truth.title()));
        Set<String> shown = new HashSet<>();
        Set<String> shownLinks = new HashSet<>();
        calendar.forEach(entry -> {
            shown.add(entry.start() + " " + entry.minutes() + " " + entry.title());
            shownLinks.add(entry.link());
        });
        if (!shown.equals(wanted) || !shownLinks.equals(links)) {
            lost.add(person + "'s calendar shows " + calendar + " instead of " + wanted + " " + links);
        }
    }
}
