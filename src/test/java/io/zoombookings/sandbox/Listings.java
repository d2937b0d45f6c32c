package io.zoombookings.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The pages of {@code GET /users/me/meetings}; a token goes on where its first page's snapshot ended. */
final class Listings {

    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(15);
    private static final Duration HORIZON = Duration.ofDays(183);

    private record Rest(String userId, List<Long> ids, int total, Instant expires) {
    }

    private final Clock clock;
    private final Meetings meetings;
    private final Map<String, Rest> rests = new HashMap<>();

    Listings(Clock clock, Meetings meetings) {
        this.clock = clock;
        this.meetings = meetings;
    }

    /** Sloppy parameters are not refused, but for the token. */
    synchronized ObjectNode page(ZoomUser user, Map<String, String> query) {
        int size = number(query.get("page_size"), 30, 300);
        String token = query.getOrDefault("next_page_token", "");
        List<Long> ids;
        int total;
        int page = 1;
        if (token.isEmpty()) {
            ids = meetings.all().stream().filter(wanted(user, query)).sorted(Comparator
                    .comparing(SandboxMeeting::start, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(SandboxMeeting::id)).map(SandboxMeeting::id).toList();
            total = ids.size();
            page = number(query.get("page_number"), 1, Integer.MAX_VALUE);
            ids = ids.subList((int) Math.min((page - 1L) * size, total), total);
        } else {
            Rest rest = rests.get(token);
            if (rest == null || !rest.userId().equals(user.id()) || clock.instant().isAfter(rest.expires())) {
                throw new ApiError(400, 300, "The next page token is invalid or expired.");
            }
            ids = rest.ids();
            total = rest.total();
        }
        String next = "";
        if (ids.size() > size) {
            next = Grants.random(32);
            rests.put(next, new Rest(user.id(), List.copyOf(ids.subList(size, ids.size())), total,
                    clock.instant().plus(TOKEN_LIFETIME)));
        }
        ObjectNode view = Json.object().put("page_count", (total + size - 1) / size).put("page_number", page)
                .put("page_size", size).put("total_records", total).put("next_page_token", next);
        ArrayNode items = view.putArray("meetings");
        ids.stream().limit(size).map(meetings::find).filter(meetings::usable).map(MeetingViews::listed)
                .forEach(items::add);
        return view;
    }

    private Predicate<SandboxMeeting> wanted(ZoomUser user, Map<String, String> query) {
        Instant now = clock.instant();
        LocalDate from = date(query.get("from"));
        LocalDate to = date(query.get("to"));
        Predicate<SandboxMeeting> base = meeting -> meeting.host().id().equals(user.id()) && meeting.type() != 1
                && meetings.usable(meeting) && (from == null || meeting.start() == null || !day(meeting).isBefore(from))
                && (to == null || meeting.start() == null || !day(meeting).isAfter(to));
        return switch (query.getOrDefault("type", "scheduled")) {
            case "live" -> base.and(SandboxMeeting::started);
            case "upcoming", "upcoming_meetings" -> base.and(meeting -> meeting.start() != null
                    && end(meeting).isAfter(now) && meeting.start().isBefore(now.plus(HORIZON)));
            case "previous_meetings" -> base.and(meeting -> meeting.start() != null && !end(meeting).isAfter(now));
            default -> base;
        };
    }

    private static Instant end(SandboxMeeting meeting) {
        return meeting.start().plus(Duration.ofMinutes(meeting.duration()));
    }

    private static LocalDate day(SandboxMeeting meeting) {
        return LocalDate.ofInstant(meeting.start(), ZoneOffset.UTC);
    }

    private static LocalDate date(String value) {
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException sloppy) {
            return null;
        }
    }

    private static int number(String value, int standard, int most) {
        return value != null && value.matches("[1-9][0-9]{0,8}") ? Math.min(Integer.parseInt(value), most) : standard;
    }
}
