package io.zoombookings.booking.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a booking asks of its meeting. What is null is left to the workspace's settings; an empty list of alternative
 * hosts says that there are none.
 *
 * @param passcode      1 to 10 of {@code [A-Za-z0-9@_*-]}; a secret
 * @param autoRecording {@code none}, {@code local} or {@code cloud}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeetingOptions(
        Boolean waitingRoom, String passcode, String autoRecording, List<String> alternativeHosts) {

    public static final MeetingOptions UNSAID = new MeetingOptions(null, null, null, null);

    public MeetingOptions {
        alternativeHosts = alternativeHosts == null ? null : List.copyOf(alternativeHosts);
    }

    public MeetingOptions withPasscode(String newPasscode) {
        return new MeetingOptions(waitingRoom, newPasscode, autoRecording, alternativeHosts);
    }

    /** Without the passcode: values get logged. */
    @Override
    public String toString() {
        return "MeetingOptions[waitingRoom=" + waitingRoom + ", passcode=" + (passcode == null ? "none" : "set")
                + ", autoRecording=" + autoRecording + ", alternativeHosts=" + alternativeHosts + "]";
    }
}
