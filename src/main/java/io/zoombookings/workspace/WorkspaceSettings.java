package io.zoombookings.workspace;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * What a workspace wants where a booking says nothing itself; null means that Zoom's own default of the account holds.
 *
 * @param locale                BCP 47 tag of the language for people whose own is not known, never null
 * @param passcode              the fixed passcode of every meeting, 1 to 10 of {@code [A-Za-z0-9@_*-]}; a secret
 * @param autoRecording         {@code none}, {@code local} or {@code cloud}
 * @param alternativeHosts      email addresses of Zoom users of the same account, never null
 * @param joinBeforeHost        whether guests may come in before the host; null: where the host cannot start the meeting
 * @param joinBeforeHostMinutes how long before the start: 5, 10 or 15; 0: at any time
 * @param aiSummary             {@code account}, {@code on} or {@code off}
 * @param remakeDeletedMeetings whether a meeting that the host deletes in Zoom is made again, or only reported
 * @param meetingsAtOnce        how many meetings a licensed Zoom user of the account runs at one time; null: one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WorkspaceSettings(
        String locale, Boolean waitingRoom, String passcode, String autoRecording, List<String> alternativeHosts,
        Boolean remakeDeletedMeetings, Boolean joinBeforeHost, Integer joinBeforeHostMinutes, String aiSummary,
        Integer meetingsAtOnce) {

    /** What holds in a workspace where nobody has set anything. */
    public static final WorkspaceSettings DEFAULTS = new WorkspaceSettings(null, null, null, null, null, null);

    /** Of a workspace that says nothing of how its meetings begin. */
    public WorkspaceSettings(String locale, Boolean waitingRoom, String passcode, String autoRecording,
            List<String> alternativeHosts, Boolean remakeDeletedMeetings) {
        this(locale, waitingRoom, passcode, autoRecording, alternativeHosts, remakeDeletedMeetings, null, null, null, null);
    }

    public WorkspaceSettings {
        locale = locale == null ? "en" : locale;
        alternativeHosts = alternativeHosts == null ? List.of() : List.copyOf(alternativeHosts);
        remakeDeletedMeetings = remakeDeletedMeetings == null || remakeDeletedMeetings;
    }

    WorkspaceSettings withPasscode(String other) {
        return new WorkspaceSettings(locale, waitingRoom, other, autoRecording, alternativeHosts, remakeDeletedMeetings,
                joinBeforeHost, joinBeforeHostMinutes, aiSummary, meetingsAtOnce);
    }

    @Override
    public String toString() {
        return "WorkspaceSettings[" + locale + ", " + (passcode == null ? "no" : "a") + " fixed passcode]";
    }
}
