package io.zoombookings.web;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Coming in and going out. */
@PageController
class SignInPages {

    private final Access access;
    private final OidcSignIn oidc;

    SignInPages(Access access, OidcSignIn oidc) {
        this.access = access;
        this.oidc = oidc;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/workspaces";
    }

    @GetMapping("/login")
    String login(@RequestParam(required = false) String error,
            @RequestParam(name = "signed-out", required = false) String signedOut,
            @RequestParam(name = "oidc", required = false) String byIssuer, Authentication caller, Model model) {
        if (access.administrator(caller).isPresent()) {
            return "redirect:/workspaces";
        }
        model.addAttribute("wrong", error != null);
        model.addAttribute("signedOut", signedOut != null);
        model.addAttribute("byIssuer", byIssuer);
        return form(model);
    }

    private String form(Model model) {
        model.addAttribute("issuer", oidc.host());
        return "pages/login";
    }

    /** A sign-in by the issuer begins before this is asked, unless it cannot. */
    @GetMapping(OidcSignIn.START)
    String issuerIsAway() {
        return oidc.isConfigured() ? "redirect:/login?oidc=away" : "redirect:/login";
    }

    /** Where a sign-in that was not judged ends. */
    @RequestMapping("/login/wait")
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    String tooManyAttempts(Model model) {
        model.addAttribute("wait", true);
        return form(model);
    }

    @GetMapping("/logout")
    String logout() {
        return "pages/logout";
    }
}
