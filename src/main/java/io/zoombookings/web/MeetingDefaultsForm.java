package io.zoombookings.web;

import io.zoombookings.workspace.WorkspaceSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The meeting defaults as a person types them; an empty field means Zoom's own default. */
record MeetingDefaultsForm(String waitingRoom, String passcode, String autoRecording, String alternativeHosts,
        String locale, Boolean remakeDeletedMeetings, String joinBeforeHost, String joinBeforeHostMinutes, String aiSummary,
        String meetingsAtOnce) {

    private static final Pattern PASSCODE = Pattern.compile("[A-Za-z0-9@_*-]{1,10}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,255}");
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final int MAX_HOSTS = 10;

    MeetingDefaultsForm {
        waitingRoom = Objects.requireNonNullElse(waitingRoom, "");
        passcode = Objects.requireNonNullElse(passcode, "").strip();
        autoRecording = Objects.requireNonNullElse(autoRecording, "");
        alternativeHosts = Objects.requireNonNullElse(alternativeHosts, "").strip();
        locale = Objects.requireNonNullElse(locale, "").strip();
        joinBeforeHost = Objects.requireNonNullElse(joinBeforeHost, "");
        joinBeforeHostMinutes = Objects.requireNonNullElse(joinBeforeHostMinutes, "");
        aiSummary = Objects.requireNonNullElse(aiSummary, "");
        meetingsAtOnce = Objects.requireNonNullElse(meetingsAtOnce, "");
        // A box that is not ticked is not sent.
        remakeDeletedMeetings = Boolean.TRUE.equals(remakeDeletedMeetings);
    }

    static MeetingDefaultsForm of(WorkspaceSettings settings) {
        return new MeetingDefaultsForm(Objects.toString(settings.waitingRoom(), ""), settings.passcode(),
                settings.autoRecording(), String.join("\n", settings.alternativeHosts()), settings.locale(),
                settings.remakeDeletedMeetings(), Objects.toString(settings.joinBeforeHost(), ""),
                Objects.toString(settings.joinBeforeHostMinutes(), ""), Objects.toString(settings.aiSummary(), ""),
                Objects.toString(settings.meetingsAtOnce(), ""));
    }

    /** What is wrong, by field. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!Set.of("", "true", "false").contains(waitingRoom)) {
            errors.put("waitingRoom", "Choose one of the list.");
        }
        if (!passcode.isEmpty() && !PASSCODE.matcher(passcode).matches()) {
            errors.put("passcode", "A passcode is 1 to 10 of A-Z a-z 0-9 @ _ * -");
        }
        if (!Set.of("", "none", "local", "cloud").contains(autoRecording)) {
            errors.put("autoRecording", "Choose one of the list.");
        }
        if (!Set.of("", "true", "false").contains(joinBeforeHost)) {
            errors.put("joinBeforeHost", "Choose one of the list.");
        }
        if (!Set.of("", "0", "5", "10", "15").contains(joinBeforeHostMinutes)) {
            errors.put("joinBeforeHostMinutes", "Choose one of the list.");
        }
        if (!Set.of("", "account", "on", "off").contains(aiSummary)) {
            errors.put("aiSummary", "Choose one of the list.");
        }
        if (!Set.of("", "1", "2", "3", "4").contains(meetingsAtOnce)) {
            errors.put("meetingsAtOnce", "Choose one of the list.");
        }
        List<String> hosts = hosts();
        if (hosts.size() > MAX_HOSTS || !hosts.stream().allMatch(host -> EMAIL.matcher(host).matches())) {
            errors.put("alternativeHosts", "Alternative hosts are at most " + MAX_HOSTS + " email addresses.");
        }
        if (!LOCALE.matcher(locale).matches()) {
            errors.put("locale", "A language is a tag such as en, de or pt-BR.");
        }
        return errors;
    }

    WorkspaceSettings settings() {
        return new WorkspaceSettings(Locale.forLanguageTag(locale).toLanguageTag(),
                waitingRoom.isEmpty() ? null : Boolean.valueOf(waitingRoom), passcode.isEmpty() ? null : passcode,
                autoRecording.isEmpty() ? null : autoRecording, hosts(), remakeDeletedMeetings,
                joinBeforeHost.isEmpty() ? null : Boolean.valueOf(joinBeforeHost),
                joinBeforeHostMinutes.isEmpty() ? null : Integer.valueOf(joinBeforeHostMinutes), aiSummary.isEmpty() ? null : aiSummary,
                meetingsAtOnce.isEmpty() ? null : Integer.valueOf(meetingsAtOnce));
    }

    /** For the audit: everything but the passcode. */
    String summary() {
        List<String> parts = new ArrayList<>();
        parts.add("waiting room " + (waitingRoom.isEmpty() ? "as in Zoom" : waitingRoom));
        parts.add(passcode.isEmpty() ? "passcodes by Zoom" : "fixed passcode");
        parts.add("recording " + (autoRecording.isEmpty() ? "as in Zoom" : autoRecording));
        parts.add("guests before the host " + (joinBeforeHost.isEmpty() ? "where the host cannot start it" : joinBeforeHost));
        parts.add("AI summary " + (aiSummary.isEmpty() ? "as in Zoom" : aiSummary));
        parts.add((meetingsAtOnce.isEmpty() ? "1" : meetingsAtOnce) + " meetings at once");
        parts.add(hosts().size() + " alternative hosts");
        parts.add("language " + locale);
        parts.add("deleted meetings " + (remakeDeletedMeetings ? "made again" : "reported"));
        return String.join(", ", parts);
    }

    private List<String> hosts() {
        return Stream.of(alternativeHosts.split("[\\s,;]+")).filter(host -> !host.isEmpty()).distinct().toList();
    }
}
