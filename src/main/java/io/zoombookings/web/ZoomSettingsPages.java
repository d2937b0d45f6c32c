package io.zoombookings.web;

import io.zoombookings.booking.PersonalData;
import io.zoombookings.connection.ConnectionOverview;
import io.zoombookings.connection.ConnectionView;
import io.zoombookings.connection.Problem;
import io.zoombookings.situation.Situations;
import io.zoombookings.workspace.ApiKeys;
import io.zoombookings.workspace.Audit;
import io.zoombookings.workspace.Callback;
import io.zoombookings.workspace.CallbackUrls;
import io.zoombookings.workspace.WorkspaceSettings;
import io.zoombookings.workspace.Workspaces;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Workspace, Settings, Integrations, Zoom. What is new and secret is part of the answer to the POST that made it: it goes
 * through no redirect, since that would leave it in the stored session.
 */
@PageController
@RequestMapping("/workspaces/{workspace}/settings/integrations/zoom")
class ZoomSettingsPages {

    private static final int MAX_KEY_DAYS = 3650;
    private static final int MAX_KEY_NAME = 100;
    private static final String PAGE = "pages/zoom";

    private final Workspaces workspaces;
    private final ApiKeys apiKeys;
    private final Clock clock;
    private final CallbackUrls callbackUrls;
    private final ConnectionOverview connections;
    private final PersonalData personalData;
    private final Situations situations;
    private final Audit audit;
    private final String publicUrl;

    ZoomSettingsPages(Workspaces workspaces, ApiKeys apiKeys, Clock clock, CallbackUrls callbackUrls,
            ConnectionOverview connections, PersonalData personalData, Situations situations, Audit audit,
            @Value("${public-url}") String publicUrl) {
        this.workspaces = workspaces;
        this.apiKeys = apiKeys;
        this.clock = clock;
        this.callbackUrls = callbackUrls;
        this.connections = connections;
        this.personalData = personalData;
        this.situations = situations;
        this.audit = audit;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @GetMapping
    String page(@PathVariable("workspace") String id, Model model) {
        ConnectionView view = connections.view(id);
        Optional<Callback> callback = workspaces.callback(id);
        model.addAttribute("view", view);
        model.addAttribute("heldUp", situations.now().of(id).meetingsHeldUp());
        model.addAttribute("permissions", ZoomPermission.of(view));
        model.addAttribute("hasCallback", callback.isPresent());
        model.addAttribute("keys", apiKeys.list(id));
        model.addAttribute("oldLinks", personalData.oldLinks(id));
        model.addAttribute("redirectUrl", publicUrl + "/integrations/zoom/callback");
        if (!model.containsAttribute("defaults")) {
            model.addAttribute("defaults", MeetingDefaultsForm.of(workspaces.settings(id)));
        }
        if (!model.containsAttribute("callbackUrl")) {
            model.addAttribute("callbackUrl", callback.map(Callback::url).orElse(""));
        }
        return PAGE;
    }

    @GetMapping("/disconnect")
    String confirmDisconnect(@PathVariable("workspace") String id, Model model) {
        model.addAttribute("view", connections.view(id));
        return "pages/disconnect";
    }

    @PostMapping("/defaults")
    String saveDefaults(@PathVariable("workspace") String id, MeetingDefaultsForm form, Principal caller,
            HttpServletResponse response, Model model, RedirectAttributes then) {
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            model.addAttribute("defaults", form);
            return wrong(id, errors, response, model);
        }
        WorkspaceSettings settings = form.settings();
        workspaces.saveSettings(id, settings);
        audit.record(id, caller.getName(), "settings.changed", "meeting defaults", form.summary());
        return saved(id, "The meeting defaults are saved.", then);
    }

    @PostMapping("/callback-url")
    String saveCallback(@PathVariable("workspace") String id, @RequestParam String url, Principal caller,
            HttpServletResponse response, Model model, RedirectAttributes then) {
        String asked = url.strip();
        if (asked.isEmpty()) {
            workspaces.removeCallback(id);
            audit.record(id, caller.getName(), "callback.removed", null, null);
            return saved(id, "Outcomes are no longer posted.", then);
        }
        Optional<String> problem = callbackUrls.problem(asked);
        if (problem.isPresent()) {
            model.addAttribute("callbackUrl", asked);
            return wrong(id, Map.of("url", "The address " + problem.get() + "."), response, model);
        }
        Optional<Callback> before = workspaces.callback(id);
        Callback callback = workspaces.setCallback(id, asked);
        if (before.filter(callback::equals).isPresent()) {
            return saved(id, "The callback is as it was.", then);
        }
        audit.record(id, caller.getName(), "callback.changed", asked, null);
        model.addAttribute("message", "Outcomes are posted to the new address from now on.");
        model.addAttribute("newSecret", callback.secret());
        return page(id, model);
    }

    @PostMapping("/callback-url/secret")
    String renewSecret(@PathVariable("workspace") String id, Principal caller, Model model) {
        workspaces.renewCallbackSecret(id).ifPresent(callback -> {
            audit.record(id, caller.getName(), "callback.secret-renewed", callback.url(), null);
            model.addAttribute("message", "There is a new signing secret.");
            model.addAttribute("newSecret", callback.secret());
        });
        return page(id, model);
    }

    @PostMapping("/api-keys")
    String createKey(@PathVariable("workspace") String id, @RequestParam String name,
            @RequestParam(name = "scope", required = false) Set<String> scopes, @RequestParam(defaultValue = "0") int days,
            Principal caller, HttpServletResponse response, Model model) {
        String asked = name.strip();
        if (asked.isEmpty() || asked.length() > MAX_KEY_NAME) {
            return wrong(id, Map.of("name", "1 to " + MAX_KEY_NAME + " characters."), response, model);
        }
        Set<String> may = scopes == null ? ApiKeys.SCOPES : scopes;
        if (days < 0 || days > MAX_KEY_DAYS || !ApiKeys.SCOPES.containsAll(may)) {
            return wrong(id, Map.of("name", "A key may book, read or both, for up to " + MAX_KEY_DAYS + " days."), response,
                    model);
        }
        Instant expires = days == 0 ? null : clock.instant().plus(Duration.ofDays(days));
        model.addAttribute("newKey", apiKeys.create(id, asked, may, expires, caller.getName()).secret());
        model.addAttribute("message", "The key is made. Copy it now, it is shown this once.");
        audit.record(id, caller.getName(), "api-key.created", asked, String.join(" ", new TreeSet<>(may))
                + (expires == null ? "" : ", until " + expires));
        return page(id, model);
    }

    @PostMapping("/api-keys/{key}/replace")
    String replaceKey(@PathVariable("workspace") String id, @PathVariable UUID key, Principal caller, Model model) {
        apiKeys.replace(id, key, caller.getName()).ifPresentOrElse(made -> {
            model.addAttribute("newKey", made.secret());
            model.addAttribute("message", "The new key is made. Copy it now, it is shown this once; the former one works "
                    + "for " + ApiKeys.OVERLAP.toHours() + " hours more.");
            audit.record(id, caller.getName(), "api-key.replaced", key.toString(), null);
        }, () -> model.addAttribute("problem", new Problem("Not replaced", "This key does not work any more.", null)));
        return page(id, model);
    }

    @PostMapping("/api-keys/{key}/revoke")
    String revokeKey(@PathVariable("workspace") String id, @PathVariable UUID key, Principal caller,
            RedirectAttributes then) {
        apiKeys.revoke(id, key).ifPresent(name -> audit.record(id, caller.getName(), "api-key.revoked", name, null));
        return saved(id, "The key is revoked.", then);
    }

    @PostMapping("/delete-old-links")
    String deleteOldLinks(@PathVariable("workspace") String id, Principal caller, RedirectAttributes then) {
        int deleted = personalData.deleteOldLinks(id);
        audit.record(id, caller.getName(), "links.deleted", deleted + " of meetings that are over", null);
        return saved(id, deleted == 1 ? "1 old meeting link is deleted." : deleted + " old meeting links are deleted.", then);
    }

    private static String saved(String id, String message, RedirectAttributes then) {
        then.addFlashAttribute("message", message);
        return "redirect:/workspaces/" + id + "/settings/integrations/zoom";
    }

    private String wrong(String id, Map<String, String> errors, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("errors", errors);
        model.addAttribute("problem", new Problem("Not saved", String.join(" ", errors.values()), null));
        return page(id, model);
    }
}
