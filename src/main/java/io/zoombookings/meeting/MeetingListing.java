package io.zoombookings.meeting;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All meetings of bookings that Zoom lists for a Zoom user of a workspace, gathered page by page. A value: each page gives the
 * next state.
 *
 * @param connection    names what signs the calls
 * @param zoomUser      Zoom's id of the user
 * @param found         by Zoom's number
 * @param nextPageToken of Zoom; empty at first and after the last page
 * @param unfinished    whether there is a page to read
 */
public record MeetingListing(String workspace, String connection, String zoomUser, Map<Long, Listed> found, String nextPageToken,
        boolean unfinished) {

    /**
     * A meeting as Zoom lists it.
     *
     * @param marker the agenda's first line; a list cuts the agenda, but not so early
     * @param start  null where Zoom tells none
     */
    record Listed(String marker, String topic, Instant start, Integer durationMinutes, String joinUrl) {
    }

    static MeetingListing of(String workspace, String connection, String zoomUser) {
        return new MeetingListing(workspace, connection, zoomUser, Map.of(), "", true);
    }

    /**
     * @param page Zoom's reply
     * @throws IllegalArgumentException if it is not a list of meetings
     */
    public MeetingListing with(Map<?, ?> page) {
        if (!(page.get("meetings") instanceof Iterable<?> meetings)) {
            throw new IllegalArgumentException("Zoom's list of meetings has no meetings");
        }
        Map<Long, Listed> all = new LinkedHashMap<>(found);
        for (Object item : meetings) {
            if (item instanceof Map<?, ?> meeting && meeting.get("id") instanceof Number id
                    && meeting.get("agenda") instanceof String agenda && agenda.startsWith("Booking " + workspace + "/")) {
                all.put(id.longValue(), new Listed(agenda.lines().findFirst().orElse("").strip(),
                        String.valueOf(meeting.get("topic")), start(meeting.get("start_time")),
                        meeting.get("duration") instanceof Number minutes ? minutes.intValue() : null,
                        meeting.get("join_url") instanceof String url ? url : null));
            }
        }
        String next = page.get("next_page_token") instanceof String token ? token : "";
        return new MeetingListing(workspace, connection, zoomUser, Map.copyOf(all), next,
                !next.isEmpty() && !next.equals(nextPageToken));
    }

    /** Names nothing that people wrote, and no link: it may be logged. */
    @Override
    public String toString() {
        return workspace + ": " + found.size() + " meetings listed";
    }

    private static Instant start(Object time) {
        try {
            return time instanceof String text ? Instant.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
