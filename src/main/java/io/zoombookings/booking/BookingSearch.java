package io.zoombookings.booking;

import io.zoombookings.Cause;
import io.zoombookings.Sql;
import io.zoombookings.meeting.MeetingState;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds bookings of a workspace, in order of start, page by page. A booking stands where the first of its occurrences
 * starts that the filter admits. Reads what it needs from indexes, however many bookings there are: a filter by people
 * that admits few bookings looks at those alone, one that admits many walks by start. Safe for several threads.
 */
@Component
public class BookingSearch {

    /** The most that one page holds. */
    public static final int MOST = 200;
    /** Up to so many bookings are looked at one by one. */
    private static final int FEW = 500;
    private static final int MOST_WORDS = 6;
    /** Codes that a meeting may have which is over and done with. */
    private static final Set<String> ENDED = Set.of(Cause.Kind.TIME_PASSED.code(), Cause.Kind.LEFT_IN_FORMER_ACCOUNT.code(),
            Cause.Kind.MEETING_DELETED.code(), Cause.Kind.OTHER.code());

    private final NamedParameterJdbcTemplate jdbc;

    /**
     * What to look for; null or empty is whatever.
     *
     * @param states of an occurrence's meeting, one of them
     * @param causes codes of {@link Cause.Kind} why an occurrence's meeting waits or has failed, one of them
     * @param show   what else an occurrence or its booking must be
     * @param host   email address of the booking's host, in any case
     * @param from   an occurrence starts at this instant or later
     * @param to     and before this one
     * @param text   beginnings of words, all of which the booking has: names and addresses of host and guests, its id; or
     *               Zoom's number of a meeting
     */
    public record Filter(Set<MeetingState> states, Set<String> causes, Show show, String host, Instant from, Instant to,
                         String text) {

        public static final Filter ALL = new Filter(Set.of(), Set.of(), Show.ALL, null, null, null, null);

        public Filter {
            states = states == null ? Set.of() : Set.copyOf(states);
            causes = causes == null ? Set.of() : Set.copyOf(causes);
        }
    }

    /** What people want to see first. */
    public enum Show {
        ALL(""),
        /** A person must act: about the meeting, or about a mail that cannot be delivered. */
        ATTENTION("""
                (x.meeting_state in ('FAILED', 'NOT_CONNECTED') or exists (select 1 from notification f
                  where f.booking = x.booking and f.state = 'FAILED'))"""),
        /** It goes on by itself, later. */
        WAITING("x.meeting_state in ('PENDING', 'UPDATE_PENDING', 'CANCEL_PENDING')"),
        WITHOUT_LINK("x.status = 'CONFIRMED' and x.zoom_meeting_id is null");

        private final String condition;

        Show(String condition) {
            this.condition = condition;
        }
    }

    /** Where the next page begins: behind this occurrence. */
    public record Cursor(Instant start, UUID occurrence) {

        /** @throws IllegalArgumentException if it is none that {@link #toString()} has given */
        public static Cursor of(String text) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("/", -1);
                if (parts.length != 2) {
                    throw new IllegalArgumentException("two parts");
                }
                return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException("It is not a cursor of this list", e);
            }
        }

        @Override
        public String toString() {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString((start + "/" + occurrence).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /**
     * @param bookings rows of the bookings, in order
     * @param next     where the next page begins, or null: this is the last one
     */
    public record Page(List<UUID> bookings, Cursor next) {
    }

    private record Hit(UUID booking, Cursor place) {
    }

    /** A term, whole or as the beginning of one. */
    private record Term(String text, boolean whole) {

        private byte[] first() {
            return BookingTerms.bytes(text);
        }

        private byte[] behind() {
            byte[] prefix = first();
            byte[] behind = Arrays.copyOf(prefix, prefix.length + 1);
            behind[prefix.length] = whole ? 0 : (byte) 0xFF;
            return behind;
        }
    }

    BookingSearch(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param after the end of the page before, or null
     * @param limit 1 to {@value #MOST}
     */
    @Transactional(readOnly = true)
    public Page page(String workspace, Filter filter, Cursor after, int limit) {
        MapSqlParameterSource values = new MapSqlParameterSource("workspace", workspace).addValue("limit", limit + 1);
        List<String> admitted = new ArrayList<>(List.of("x.workspace_id = :workspace"));
        if (!filter.states().isEmpty()) {
            admitted.add("x.meeting_state in (:states)");
            values.addValue("states", filter.states().stream().map(Enum::name).toList());
        }
        if (!filter.causes().isEmpty()) {
            admitted.add("x.problem_kind in (:kinds)");
            values.addValue("kinds", Arrays.stream(Cause.Kind.values())
                    .filter(kind -> filter.causes().contains(kind.code())).map(Enum::name).toList());
            if (filter.states().isEmpty() && !filter.causes().stream().allMatch(ENDED::contains)) {
                // Nearly all occurrences have one of the two other states, and nothing to say.
                admitted.add(filter.causes().stream().anyMatch(ENDED::contains) ? "x.meeting_state <> 'CREATED'"
                        : "x.meeting_state in ('PENDING', 'UPDATE_PENDING', 'CANCEL_PENDING', 'FAILED', 'NOT_CONNECTED')");
            }
        }
        if (filter.show() != Show.ALL) {
            admitted.add(filter.show().condition);
        }
        if (filter.from() != null) {
            admitted.add("x.start_at >= :from");
            values.addValue("from", Sql.time(filter.from()));
        }
        if (filter.to() != null) {
            admitted.add("x.start_at < :to");
            values.addValue("to", Sql.time(filter.to()));
        }
        String people = "";
        List<Term> terms = terms(filter);
        if (!terms.isEmpty()) {
            Optional<List<UUID>> few = few(workspace, filter, terms);
            if (few.isPresent() && few.get().isEmpty()) {
                return new Page(List.of(), null);
            }
            people = few.isPresent() ? " and o.booking in (:few)" : has(terms, 0, "o.booking", values);
            few.ifPresent(bookings -> values.addValue("few", bookings));
        }
        String behind = "";
        if (after != null) {
            behind = " and o.start_at >= :start and (o.start_at > :start or o.id > :occurrence)";
            values.addValue("start", Sql.time(after.start())).addValue("occurrence", after.occurrence());
        }
        String admits = String.join(" and ", admitted);
        String earlier = "select 1 from occurrence e where e.booking = o.booking "
                + "and (e.start_at < o.start_at or e.start_at = o.start_at and e.id < o.id) and " + admits.replace("x.", "e.");
        List<Hit> hits = jdbc.query("select o.booking, o.start_at, o.id from occurrence o where " + admits.replace("x.", "o.")
                + people + behind + " and not exists (" + earlier + ") order by o.start_at, o.id limit :limit", values,
                (row, number) -> new Hit(row.getObject("booking", UUID.class),
                        new Cursor(Sql.instant(row, "start_at"), row.getObject("id", UUID.class))));
        boolean more = hits.size() > limit;
        List<Hit> shown = more ? hits.subList(0, limit) : hits;
        return new Page(shown.stream().map(Hit::booking).toList(), more ? shown.get(limit - 1).place() : null);
    }

    /** The longest first: it admits the fewest. */
    private static List<Term> terms(Filter filter) {
        List<Term> terms = new ArrayList<>();
        if (filter.host() != null && !filter.host().isBlank()) {
            terms.add(new Term(BookingTerms.host(filter.host()), true));
        }
        if (filter.text() != null) {
            BookingTerms.words(filter.text()).distinct().limit(MOST_WORDS).forEach(word -> terms.add(new Term(word, false)));
        }
        terms.sort(Comparator.comparing(term -> -term.text().length()));
        return terms;
    }

    /** The bookings that have all of these terms, or whose meeting has this number; nothing if they are more than few. */
    private Optional<List<UUID>> few(String workspace, Filter filter, List<Term> terms) {
        MapSqlParameterSource values = new MapSqlParameterSource("workspace", workspace).addValue("most", FEW + 1);
        Set<UUID> found = new java.util.LinkedHashSet<>(jdbc.queryForList("select distinct t.booking from booking_term t "
                + "where t.workspace_id = :workspace and t.term >= :first0 and t.term < :behind0"
                + has(terms, 1, "t.booking", range(terms.get(0), 0, values)) + " limit :most", values, UUID.class));
        if (found.size() > FEW) {
            return Optional.empty();
        }
        String number = filter.text() == null ? "" : filter.text().replaceAll("[\\s-]", "");
        if (number.matches("[0-9]{9,12}") && (filter.host() == null || filter.host().isBlank())) {
            found.addAll(jdbc.queryForList("select booking from occurrence where zoom_meeting_id = :number "
                    + "and workspace_id = :workspace", values.addValue("number", Long.valueOf(number)), UUID.class));
        }
        return Optional.of(List.copyOf(found));
    }

    /** That the booking has each of the terms from the given one on. */
    private static String has(List<Term> terms, int from, String booking, MapSqlParameterSource values) {
        StringBuilder sql = new StringBuilder();
        for (int i = from; i < terms.size(); i++) {
            range(terms.get(i), i, values);
            sql.append(" and exists (select 1 from booking_term t%1$d where t%1$d.booking = %2$s "
                    .formatted(i, booking)).append("and t%1$d.term >= :first%1$d and t%1$d.term < :behind%1$d)".formatted(i));
        }
        return sql.toString();
    }

    private static MapSqlParameterSource range(Term term, int number, MapSqlParameterSource values) {
        return values.addValue("first" + number, term.first()).addValue("behind" + number, term.behind());
    }
}
