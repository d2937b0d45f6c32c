package io.zoombookings.web;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What happened to each booking. */
@PageController
class BookingPages {

    private static final int MAX_PAGE = 10_000;

    private final BookingOverview bookings;

    BookingPages(BookingOverview bookings) {
        this.bookings = bookings;
    }

    @GetMapping("/workspaces/{workspace}/bookings")
    String list(@PathVariable("workspace") String id, @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "0") int page, Model model) {
        BookingOverview.Filter filter = new BookingOverview.Filter(show.equals("problems"),
                Math.min(Math.max(0, page), MAX_PAGE));
        model.addAttribute("filter", filter);
        model.addAttribute("page", bookings.page(id, filter));
        return "pages/bookings";
    }
}
