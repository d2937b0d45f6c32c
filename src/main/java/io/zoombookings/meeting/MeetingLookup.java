package io.zoombookings.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The search for meetings that carry an occurrence's marker, over all pages of the host's list. A value: each page gives
 * the next state.
 *
 * @param marker        the agenda's first line
 * @param found         Zoom's numbers of the meetings that carry it
 * @param nextPageToken of Zoom; empty at first and after the last page
 * @param unfinished    whether there is a page to read
 */
public record MeetingLookup(String marker, List<Long> found, String nextPageToken, boolean unfinished) {

    /** A listing cannot be longer: 100 creates a day, and no page is empty. */
    private static final int MOST = 100_000;

    public static MeetingLookup of(Work work) {
        return new MeetingLookup(MeetingRequest.marker(work.row(), work.booking()), List.of(), "", true);
    }

    /**
     * @param page Zoom's reply
     * @throws IllegalArgumentException if it is not a list of meetings: what was not read was not looked up
     */
    public MeetingLookup with(Map<?, ?> page) {
        if (!(page.get("meetings") instanceof List<?> meetings)) {
            throw new IllegalArgumentException("Zoom's list of meetings has no meetings");
        }
        List<Long> all = new ArrayList<>(found);
        for (Object item : meetings) {
            if (item instanceof Map<?, ?> meeting && meeting.get("id") instanceof Number id
                    && marker.equals(firstLine(meeting.get("agenda"))) && !all.contains(id.longValue())) {
                all.add(id.longValue());
            }
        }
        String next = page.get("next_page_token") instanceof String token ? token : "";
        boolean more = !next.isEmpty() && !next.equals(nextPageToken) && !meetings.isEmpty() && all.size() < MOST;
        return new MeetingLookup(marker, List.copyOf(all), next, more);
    }

    private static String firstLine(Object agenda) {
        return agenda instanceof String text ? text.lines().findFirst().orElse("").strip() : "";
    }
}
