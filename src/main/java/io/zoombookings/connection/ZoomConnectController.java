package io.zoombookings.connection;

import io.zoombookings.workspace.Administrators;
import io.zoombookings.workspace.Workspace;
import io.zoombookings.workspace.Workspaces;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The buttons of the Zoom settings page, and the one address to which Zoom sends the browser back. Each ends in a redirect;
 * what the page is to say travels as flash attributes: {@code message}, {@code notice}, {@code problem} (a {@link Problem}).
 *
 * <p>A consent under way is kept in the browser's session until the answer with its state arrives, and is taken out by it:
 * no other browser and no second answer can use it.
 */
@ConditionalOnProperty(name = "zoom-bookings.web.enabled", havingValue = "true", matchIfMissing = true)
@Controller
class ZoomConnectController {

    private static final String SETTINGS = "/workspaces/{workspace}/settings/integrations/zoom";
    private static final String MESSAGE = "message";
    private static final String NOTICE = "notice";
    private static final String PROBLEM = "problem";
    /** Of a session: a consent is under way whose answer needs nobody who has signed in. */
    static final String INVITED = "io.zoombookings.invited";

    private final AuthorizationRequestRepository<OAuth2AuthorizationRequest> consents =
            new HttpSessionOAuth2AuthorizationRequestRepository();
    private final Connections connections;
    private final Workspaces workspaces;
    private final Administrators administrators;
    private final HostConnections hosts;

    ZoomConnectController(Connections connections, Workspaces workspaces, Administrators administrators,
            HostConnections hosts) {
        this.hosts = hosts;
        this.connections = connections;
        this.workspaces = workspaces;
        this.administrators = administrators;
    }

    @PostMapping(SETTINGS + "/connect")
    Object connect(@PathVariable String workspace, HttpServletRequest request, HttpServletResponse response,
            RedirectAttributes flash) {
        checkExists(workspace);
        return begin(workspace, request, response, flash);
    }

    @PostMapping(SETTINGS + "/disconnect")
    String disconnect(@PathVariable String workspace, Principal principal, RedirectAttributes flash) {
        checkExists(workspace);
        connections.disconnect(workspace, principal.getName());
        flash.addFlashAttribute(MESSAGE, "Disconnected");
        return settings(workspace);
    }

    @PostMapping(SETTINGS + "/test")
    String test(@PathVariable String workspace, Principal principal, RedirectAttributes flash) {
        checkExists(workspace);
        try {
            flash.addFlashAttribute(MESSAGE, "Zoom answered just now, as "
                    + connections.test(workspace, principal.getName()));
        } catch (ConnectFailedException e) {
            flash.addFlashAttribute(PROBLEM, e.problem());
        }
        return settings(workspace);
    }

    /** A member of staff follows the link that an administrator has sent, and is asked by Zoom; nobody signs in here. */
    @GetMapping(HostConnections.PATH + "{token}")
    Object invited(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            Optional<OAuth2AuthorizationRequest> consent = hosts.begin(token);
            if (consent.isPresent()) {
                consents.saveAuthorizationRequest(consent.get(), request, response);
                request.getSession().setAttribute(INVITED, true);
                return ResponseEntity.status(HttpStatus.FOUND)
                        .location(URI.create(consent.get().getAuthorizationRequestUri())).build();
            }
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return said(model, "This link is not good any more", "It works once, and for a week. Ask for another one.");
        } catch (ConnectFailedException e) {
            return said(model, e.problem().title(), e.problem().detail());
        }
    }

    private Object ofHost(OAuth2AuthorizationRequest consent, String code, String error, HttpServletRequest request, Model model) {
        request.getSession().removeAttribute(INVITED);
        if (error != null || code == null || code.isBlank()) {
            return said(model, "Zoom is not connected", "The request was declined. Open the link again to be asked anew.");
        }
        try {
            return said(model, "Successfully connected",
                    "Your bookings get their meetings from your Zoom user " + hosts.complete(consent, code) + " from now on.");
        } catch (ConnectFailedException e) {
            return said(model, e.problem().title(), e.problem().detail());
        }
    }

    private static String said(Model model, String title, String text) {
        model.addAttribute("title", title);
        model.addAttribute("text", text);
        return "pages/invitation";
    }

    @GetMapping(ZoomSettings.CALLBACK_PATH)
    Object callback(@RequestParam(required = false) String code, @RequestParam(required = false) String state,
            @RequestParam(required = false) String error, Principal principal, HttpServletRequest request,
            HttpServletResponse response, RedirectAttributes flash, Model model) {
        OAuth2AuthorizationRequest consent = consents.removeAuthorizationRequest(request, response);
        if (consent != null && consent.getAttribute(HostConnections.HOST) != null) {
            return ofHost(consent, code, error, request, model);
        }
        if (principal == null) {
            return said(model, Problems.notBegunHere().title(), Problems.notBegunHere().detail());
        }
        List<Workspace> open = administrators.find(principal.getName()).map(workspaces::list).orElse(List.of());
        String workspace = consent == null ? null : consent.getAttribute(ZoomOAuth.WORKSPACE);
        if (open.stream().anyMatch(mine -> mine.id().equals(workspace))) {
            answered(workspace, consent, code, error, principal.getName(), flash);
            return settings(workspace);
        }
        String only = open.size() == 1 ? open.get(0).id() : null;
        if (state == null && error == null && only != null) {
            // Begun at Zoom's Marketplace, or by a link that somebody planted: what came along is not bound to this browser, and
            // where Zoom asks nothing any more a redirect there would connect, or switch, without a click.
            flash.addFlashAttribute(NOTICE, "Zoom sent you here to finish adding the app. To connect the workspace "
                    + open.get(0).name() + ", press the button; nothing has changed so far.");
            return settings(only);
        }
        Problem problem = state != null ? Problems.notBegunHere()
                : error != null ? Problems.declined() : Problems.chooseWorkspace();
        flash.addFlashAttribute(PROBLEM, problem);
        return only == null ? "redirect:/workspaces" : settings(only);
    }

    private Object begin(String workspace, HttpServletRequest request, HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            OAuth2AuthorizationRequest consent = connections.beginConnect(workspace);
            consents.saveAuthorizationRequest(consent, request, response);
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(URI.create(consent.getAuthorizationRequestUri())).build();
        } catch (ConnectFailedException e) {
            flash.addFlashAttribute(PROBLEM, e.problem());
            return settings(workspace);
        }
    }

    private void answered(String workspace, OAuth2AuthorizationRequest consent, String code, String error, String actor,
            RedirectAttributes flash) {
        if (error != null || code == null || code.isBlank()) {
            Problem problem = "access_denied".equals(error) ? Problems.declined()
                    : error == null ? Problems.authorizationFailed() : Problems.answeredWithError(error);
            connections.abandon(workspace, actor, problem.title());
            flash.addFlashAttribute(PROBLEM, problem);
            return;
        }
        try {
            Connections.Completion done = connections.complete(consent, code, actor);
            flash.addFlashAttribute(MESSAGE, "Successfully connected");
            if (done.former() != null) {
                flash.addFlashAttribute(NOTICE, "New meetings are made in the Zoom account " + done.email()
                        + " from now on; meetings made in " + done.former() + " keep their links."
                        + (done.listed() ? " " + Problems.stillListed(done.former()) : ""));
            }
        } catch (ConnectFailedException e) {
            flash.addFlashAttribute(PROBLEM, e.problem());
        }
    }

    private void checkExists(String workspace) {
        if (!workspaces.exists(workspace)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static String settings(String workspace) {
        return "redirect:/workspaces/" + workspace + "/settings/integrations/zoom";
    }
}
