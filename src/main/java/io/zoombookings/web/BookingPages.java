package io.zoombookings.web;

import io.zoombookings.booking.BookingSearch;
import io.zoombookings.booking.BookingSearch.Show;
import io.zoombookings.booking.BookingView;
import io.zoombookings.booking.BookingViews;
import io.zoombookings.situation.Situation;
import io.zoombookings.situation.Situations;
import io.zoombookings.workspace.Audit;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Which bookings there are, what needs somebody, and the whole life of one. */
@PageController
class BookingPages {

    private static final int LONGEST_TEXT = 200;
    /** What began a while ago is still of interest. */
    private static final Duration JUST_BEGUN = Duration.ofHours(2);

    private final BookingOverview bookings;
    private final BookingViews views;
    private final BookingLife life;
    private final Situations situations;
    private final Audit audit;
    private final Clock clock;

    /** The parts of a page's address. */
    record Asked(String show, String q, String cause, String cursor) {
    }

    BookingPages(BookingOverview bookings, BookingViews views, BookingLife life, Situations situations, Audit audit,
            Clock clock) {
        this.bookings = bookings;
        this.views = views;
        this.life = life;
        this.situations = situations;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/workspaces/{workspace}/bookings")
    String list(@PathVariable("workspace") String id, @RequestParam(defaultValue = "upcoming") String show,
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "") String cursor, Model model) {
        String text = q.replace("\0", "").strip();
        Asked asked = new Asked(show, text.substring(0, Math.min(LONGEST_TEXT, text.length())), cause, cursor);
        Situation now = situations.now().of(id);
        model.addAttribute("asked", asked);
        model.addAttribute("page", bookings.page(id, filter(asked, clock.instant()), cursor(cursor)));
        model.addAttribute("counts", Map.of("attention", count(now, true), "waiting", count(now, false)));
        model.addAttribute("troubles", now.troubles());
        return "pages/bookings";
    }

    private static long count(Situation now, boolean failed) {
        return now.troubles().stream().filter(one -> one.failed() == failed).mapToLong(Situation.Trouble::count).sum();
    }

    private static BookingSearch.Filter filter(Asked asked, Instant now) {
        Set<String> causes = asked.cause().isBlank() ? Set.of() : Set.of(asked.cause().toUpperCase(Locale.ROOT));
        String text = asked.q().isBlank() ? null : asked.q();
        return switch (asked.show()) {
            case "all" -> new BookingSearch.Filter(null, causes, Show.ALL, null, null, null, text);
            case "attention", "problems" -> new BookingSearch.Filter(null, causes, Show.ATTENTION, null,
                    now.minus(Duration.ofDays(1)), null, text);
            case "waiting" -> new BookingSearch.Filter(null, causes, Show.WAITING, null, null, null, text);
            case "soon" -> new BookingSearch.Filter(null, causes, Show.WITHOUT_LINK, null, now, now.plus(Situation.UPCOMING),
                    text);
            default -> new BookingSearch.Filter(null, causes, Show.ALL, null, now.minus(JUST_BEGUN), null, text);
        };
    }

    private static BookingSearch.Cursor cursor(String text) {
        try {
            return text.isBlank() ? null : BookingSearch.Cursor.of(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @GetMapping("/workspaces/{workspace}/bookings/{bookingId}")
    String one(@PathVariable("workspace") String id, @PathVariable String bookingId, Model model) {
        return show(id, bookingId, false, model);
    }

    /** Whoever sees the link could come in: it is shown when asked for, and it is on record who asked. */
    @PostMapping("/workspaces/{workspace}/bookings/{bookingId}/link")
    String link(@PathVariable("workspace") String id, @PathVariable String bookingId, Principal caller, Model model) {
        audit.record(id, caller.getName(), "booking.link-shown", bookingId, null);
        return show(id, bookingId, true, model);
    }

    private String show(String workspace, String bookingId, boolean links, Model model) {
        BookingView view = views.get(workspace, bookingId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("booking", view);
        model.addAttribute("links", links);
        model.addAttribute("life", life.of(workspace, bookingId));
        return "pages/booking";
    }
}
