package io.zoombookings.web;

import io.zoombookings.booking.Bookings;
import io.zoombookings.situation.Situations;
import io.zoombookings.workspace.Audit;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An administrator has everything of a booking that failed tried again, from a program or from the bookings page. */
@Controller
class BookingRetries {

    private final Bookings bookings;
    private final Situations situations;
    private final Audit audit;

    BookingRetries(Bookings bookings, Situations situations, Audit audit) {
        this.bookings = bookings;
        this.situations = situations;
        this.audit = audit;
    }

    @PostMapping("/api/workspaces/{workspace}/bookings/{bookingId}/retry")
    ResponseEntity<Object> program(@PathVariable String workspace, @PathVariable String bookingId, Principal caller) {
        return retry(workspace, bookingId, caller)
                ? ResponseEntity.accepted().body(Map.of("bookingId", bookingId))
                : ResponseEntity.status(HttpStatus.NOT_FOUND).body(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
                        "There is no booking with this id in this workspace."));
    }

    @PostMapping("/workspaces/{workspace}/bookings/{bookingId}/retry")
    String person(@PathVariable String workspace, @PathVariable String bookingId, Principal caller,
            RedirectAttributes result) {
        boolean known = retry(workspace, bookingId, caller);
        result.addFlashAttribute("message", known ? "What failed is being tried again."
                : "There is no such booking any more.");
        return "redirect:/workspaces/" + workspace + "/bookings";
    }

    /** Everything that failed for one cause, once that is mended. */
    @PostMapping("/workspaces/{workspace}/retry")
    String all(@PathVariable String workspace, @RequestParam String cause, @RequestParam(defaultValue = "false") boolean mail,
            Principal caller, RedirectAttributes result) {
        List<String> failed = bookings.failed(workspace, cause, mail);
        failed.forEach(booking -> retry(workspace, booking, caller));
        situations.readAgain();
        result.addFlashAttribute("message", failed.size() == 1 ? "1 booking is being tried again."
                : failed.size() + " bookings are being tried again.");
        return "redirect:/workspaces/" + workspace + "/bookings?show=attention";
    }

    private boolean retry(String workspace, String bookingId, Principal caller) {
        boolean known = bookings.retry(workspace, bookingId);
        if (known) {
            audit.record(workspace, caller.getName(), "booking.retried", bookingId, null);
        }
        return known;
    }
}
