package io.zoombookings.booking.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a booking asks of its meeting. What is null is left to the workspace's settings; an empty list of alternative
 * hosts says that there are none.
 *
 * @param passcode      1 to 10 of {@code [A-Za-z0-9@_*-]}; a secret
 * @param autoRecording {@code none}, {@code local} or {@code cloud}
 * @param joinBeforeHost whether guests may come in before the host
 * @param joinBeforeHostMinutes how long before the start: 5, 10 or 15; 0: at any time
 * @param aiSummary     {@code account}, {@code on} or {@code off}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeetingOptions(
        Boolean waitingRoom, String passcode, String autoRecording, List<String> alternativeHosts, Boolean joinBeforeHost,
        Integer joinBeforeHostMinutes, String aiSummary) {

    public static final MeetingOptions UNSAID = new MeetingOptions(null, null, null, null);

    public MeetingOptions(Boolean waitingRoom, String passcode, String autoRecording, List<String> alternativeHosts) {
        this(waitingRoom, passcode, autoRecording, alternativeHosts, null, null, null);
    }

    public MeetingOptions {
        alternativeHosts = alternativeHosts == null ? null : List.copyOf(alternativeHosts);
    }

    public MeetingOptions withPasscode(String newPasscode) {
        return new MeetingOptions(waitingRoom, newPasscode, autoRecording, alternativeHosts, joinBeforeHost,
                joinBeforeHostMinutes, aiSummary);
    }

    public MeetingOptions withAlternativeHosts(List<String> hosts) {
        return new MeetingOptions(waitingRoom, passcode, autoRecording, hosts, joinBeforeHost, joinBeforeHostMinutes, aiSummary);
    }

    /** Without the passcode: values get logged. */
    @Override
    public String toString() {
        return "MeetingOptions[waitingRoom=" + waitingRoom + ", passcode=" + (passcode == null ? "none" : "set")
                + ", autoRecording=" + autoRecording + ", alternativeHosts=" + alternativeHosts + ", joinBeforeHost="
                + joinBeforeHost + ", joinBeforeHostMinutes=" + joinBeforeHostMinutes + ", aiSummary=" + aiSummary + "]";
    }
}
