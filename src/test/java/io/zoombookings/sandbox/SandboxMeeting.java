package io.zoombookings.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A meeting as it stands at Zoom.
 *
 * @param type       1 instant, 2 scheduled, 3 recurring without times, 8 recurring, 10 screen share only
 * @param start      null for types without a time
 * @param duration   in minutes
 * @param passcode   null if it has none
 * @param linkSecret what the join URL carries as {@code pwd}; null without passcode
 * @param settings   all settings, given or default
 * @param started    whether the host is in it now
 * @param deletedAt  null while it is live
 * @param deletedBy  {@code api} or {@code host}; null while it is live
 */
public record SandboxMeeting(long id, String uuid, ZoomUser host, String topic, int type, Instant start,
                             String timeZone, int duration, String agenda, String passcode, String linkSecret,
                             ObjectNode settings, ObjectNode recurrence, Instant createdAt, boolean started,
                             Instant deletedAt, String deletedBy, String joinBase) {

    public boolean live() {
        return deletedAt == null;
    }

    public String joinUrl() {
        return joinBase + "/j/" + id + (linkSecret == null ? "" : "?pwd=" + linkSecret);
    }

    /** The agenda up to its first line break: the marker of the booking. */
    public String agendaFirstLine() {
        return agenda.lines().findFirst().orElse("");
    }

    SandboxMeeting deleted(Instant at, String by) {
        return new SandboxMeeting(id, uuid, host, topic, type, start, timeZone, duration, agenda, passcode, linkSecret,
                settings, recurrence, createdAt, started, at, by, joinBase);
    }

    SandboxMeeting started(boolean now) {
        return new SandboxMeeting(id, uuid, host, topic, type, start, timeZone, duration, agenda, passcode, linkSecret,
                settings, recurrence, createdAt, now, deletedAt, deletedBy, joinBase);
    }
}
