package io.zoombookings.web;

import io.zoombookings.Cause;
import io.zoombookings.booking.BookingSearch;
import io.zoombookings.booking.BookingSearch.Cursor;
import io.zoombookings.booking.BookingSearch.Filter;
import io.zoombookings.booking.BookingSearch.Show;
import io.zoombookings.booking.BookingView;
import io.zoombookings.booking.BookingViews;
import io.zoombookings.meeting.MeetingState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The bookings of a workspace, for its programs and administrators. */
@ApiController
@RequestMapping("/api/workspaces/{workspace}/bookings")
class BookingListApi {

    private static final int USUAL = 50;
    private static final int LONGEST_TEXT = 200;
    private static final Set<String> CAUSES = Arrays.stream(Cause.Kind.values()).map(Cause.Kind::code)
            .collect(Collectors.toCollection(TreeSet::new));

    private final BookingSearch search;
    private final BookingViews views;

    /** @param next asks for the page after this one, or null */
    record Bookings(List<BookingView> bookings, String next) {
    }

    /** What is asked for, read field by field so that every wrong one is named. */
    private static final class Asked {

        private final List<InvalidInputException.Field> wrong = new ArrayList<>();

        <T> T read(String name, String given, String must, Function<String, T> how) {
            if (given == null || given.isBlank()) {
                return null;
            }
            try {
                return how.apply(given.strip());
            } catch (IllegalArgumentException | DateTimeException e) {
                wrong.add(new InvalidInputException.Field("/" + name, must));
                return null;
            }
        }

        void check() {
            if (!wrong.isEmpty()) {
                throw new InvalidInputException(wrong);
            }
        }
    }

    BookingListApi(BookingSearch search, BookingViews views) {
        this.search = search;
        this.views = views;
    }

    @GetMapping
    Bookings list(@PathVariable String workspace, @RequestParam(required = false) String state,
            @RequestParam(required = false) String cause, @RequestParam(required = false) String host,
            @RequestParam(required = false) String from,
            @RequestParam(required = false) String to, @RequestParam(required = false) String q,
            @RequestParam(required = false) String limit, @RequestParam(required = false) String cursor) {
        Asked asked = new Asked();
        Set<MeetingState> states = asked.read("state", state, "must be states of a meeting, separated by commas: "
                + Arrays.stream(MeetingState.values()).map(Enum::name).collect(Collectors.joining(", ")),
                text -> Arrays.stream(text.split(",")).map(String::strip).map(MeetingState::valueOf)
                        .collect(Collectors.toSet()));
        Set<String> causes = asked.read("cause", cause, "must be codes of causes, separated by commas: "
                + String.join(", ", CAUSES), BookingListApi::causes);
        Filter filter = new Filter(states, causes, Show.ALL, asked.read("host", host, "must be at most 320 characters long",
                text -> shorterThan(320, text)),
                asked.read("from", from, "must be an instant such as 2031-03-04T09:00:00Z", BookingListApi::instant),
                asked.read("to", to, "must be an instant such as 2031-03-04T09:00:00Z", BookingListApi::instant),
                asked.read("q", q, "must be at most " + LONGEST_TEXT + " characters long",
                        text -> shorterThan(LONGEST_TEXT, text)));
        Integer most = asked.read("limit", limit, "must be 1 to " + BookingSearch.MOST, BookingListApi::limit);
        Cursor after = asked.read("cursor", cursor, "must be the field next of the page before", Cursor::of);
        asked.check();
        BookingSearch.Page page = search.page(workspace, filter, after, most == null ? USUAL : most);
        return new Bookings(views.list(page.bookings()), page.next() == null ? null : page.next().toString());
    }

    private static Set<String> causes(String text) {
        Set<String> causes = Arrays.stream(text.split(",")).map(String::strip).collect(Collectors.toSet());
        if (!CAUSES.containsAll(causes)) {
            throw new IllegalArgumentException(text);
        }
        return causes;
    }

    private static Instant instant(String text) {
        // A plus sign that was not encoded has become a blank on its way.
        return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    }

    private static int limit(String text) {
        int most = Integer.parseInt(text);
        if (most < 1 || most > BookingSearch.MOST) {
            throw new IllegalArgumentException(text);
        }
        return most;
    }

    private static String shorterThan(int most, String text) {
        if (text.length() > most || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}
