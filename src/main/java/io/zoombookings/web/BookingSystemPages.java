package io.zoombookings.web;

import io.zoombookings.booking.event.FieldProblem;
import io.zoombookings.connection.Problem;
import io.zoombookings.source.webhook.BookingWebhooks;
import io.zoombookings.source.webhook.WebhookSettings;
import io.zoombookings.source.webhook.WebhookSource;
import io.zoombookings.source.webhook.WebhookSources;
import io.zoombookings.workspace.Administrator;
import io.zoombookings.workspace.Audit;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Workspace, Settings, Integrations, Booking systems: those that post webhooks of their own, as people set them up. */
@PageController
@RequestMapping("/workspaces/{workspace}/settings/integrations/booking-systems")
class BookingSystemPages {

    private static final String PAGE = "pages/booking-systems";

    private final WebhookSources sources;
    private final BookingWebhooks webhooks;
    private final Audit audit;

    BookingSystemPages(WebhookSources sources, BookingWebhooks webhooks, Audit audit) {
        this.sources = sources;
        this.webhooks = webhooks;
        this.audit = audit;
    }

    @GetMapping
    String page(@PathVariable("workspace") String id, Model model) {
        return page(id, null, null, Map.of(), model);
    }

    @PostMapping("/{source}")
    String save(@PathVariable("workspace") String id, @PathVariable("source") String name, WebhookSettings typed,
            @ModelAttribute("person") Administrator person, Principal caller, HttpServletResponse response, Model model,
            RedirectAttributes then) {
        WebhookSource source = source(name);
        boolean trusted = person.allWorkspaces();
        WebhookSettings settings = sources.completed(id, source, typed);
        List<FieldProblem> wrong = sources.problems(source, settings, trusted);
        if (!wrong.isEmpty()) {
            Map<String, String> errors = new LinkedHashMap<>();
            wrong.forEach(one -> errors.put(one.pointer().substring(1),
                    BookingSystemCard.label(source, one.pointer().substring(1)) + " " + one.detail() + "."));
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("problem", new Problem(source.title() + " is not saved", String.join(" ", errors.values()), null));
            return page(id, source, typed, errors, model);
        }
        sources.put(id, source, settings, trusted);
        audit.record(id, caller.getName(), "webhook.changed", source.id(), settings.apiUrl());
        then.addFlashAttribute("message", source.title() + " is saved. What had failed is tried again.");
        return redirect(id);
    }

    @PostMapping("/{source}/remove")
    String remove(@PathVariable("workspace") String id, @PathVariable("source") String name, Principal caller,
            RedirectAttributes then) {
        WebhookSource source = source(name);
        if (sources.remove(id, source)) {
            audit.record(id, caller.getName(), "webhook.removed", source.id(), null);
        }
        then.addFlashAttribute("message", source.title() + " is removed. Its bookings stay.");
        return redirect(id);
    }

    private static String redirect(String id) {
        return "redirect:/workspaces/" + id + "/settings/integrations/booking-systems";
    }

    private static WebhookSource source(String name) {
        return WebhookSource.of(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(String id, WebhookSource wrong, WebhookSettings typed, Map<String, String> errors, Model model) {
        List<WebhookSources.Overview> setUp = sources.list(id);
        model.addAttribute("systems", Arrays.stream(WebhookSource.values()).map(source -> BookingSystemCard.of(source,
                webhooks.address(id, source.id()),
                setUp.stream().filter(one -> one.source().equals(source.id())).findFirst().orElse(null),
                source == wrong ? typed : null, source == wrong ? errors : Map.of())).toList());
        return PAGE;
    }
}
