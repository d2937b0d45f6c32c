package io.zoombookings.workspace;

import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.MeetingOptions;
import java.util.Collection;
import java.util.List;

/**
 * How a meeting can begin. Zoom lets the Zoom user who owns it start it, and that user's alternative hosts; a booking's host
 * who is neither would wait outside with the guests. Pure.
 *
 * @param who              who the booking's host is to Zoom
 * @param joinBeforeHost   whether guests may come in before the host; null: as the Zoom account has it
 * @param minutes          how long before the start: 5, 10 or 15, 0: at any time; null: as the Zoom account has it
 * @param alternativeHosts those that Zoom is asked for
 */
public record MeetingStart(Who who, Boolean joinBeforeHost, Integer minutes, List<String> alternativeHosts) {

    /** Who a booking's host is to Zoom. */
    public enum Who {
        ZOOM_USER, ALTERNATIVE_HOST, NEITHER
    }

    /**
     * @param zoomUser address of the Zoom user whose meeting it is or will be; null: not known
     * @param refused  addresses that Zoom does not take as alternative hosts
     */
    public static MeetingStart of(Booking booking, WorkspaceSettings settings, String zoomUser, Collection<String> refused) {
        MeetingOptions asked = booking.meeting();
        List<String> wanted = asked.alternativeHosts() == null ? settings.alternativeHosts() : asked.alternativeHosts();
        List<String> hosts = wanted.stream().filter(host -> refused.stream().noneMatch(host::equalsIgnoreCase)
                && !host.equalsIgnoreCase(zoomUser)).toList();
        String host = booking.host().email();
        Who who = zoomUser == null || host.equalsIgnoreCase(zoomUser) ? Who.ZOOM_USER
                : hosts.stream().anyMatch(host::equalsIgnoreCase) ? Who.ALTERNATIVE_HOST : Who.NEITHER;
        Boolean said = asked.joinBeforeHost() != null ? asked.joinBeforeHost() : settings.joinBeforeHost();
        Boolean join = said == null && who == Who.NEITHER ? Boolean.TRUE : said;
        Integer before = asked.joinBeforeHostMinutes() != null ? asked.joinBeforeHostMinutes() : settings.joinBeforeHostMinutes();
        return new MeetingStart(who, join, Boolean.FALSE.equals(join) ? null : before == null && join != null
                ? Integer.valueOf(0) : before, hosts);
    }
}
