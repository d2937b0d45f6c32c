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

    SignInPages(Access access) {
        this.access = access;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/workspaces";
    }

    @GetMapping("/login")
    String login(@RequestParam(required = false) String error,
            @RequestParam(name = "signed-out", required = false) String signedOut, Authentication caller, Model model) {
        if (access.administrator(caller).isPresent()) {
            return "redirect:/workspaces";
        }
        model.addAttribute("wrong", error != null);
        model.addAttribute("signedOut", signedOut != null);
        return "pages/login";
    }

    /** Where a sign-in that was not judged ends. */
    @RequestMapping("/login/wait")
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    String tooManyAttempts(Model model) {
        model.addAttribute("wait", true);
        return "pages/login";
    }

    @GetMapping("/logout")
    String logout() {
        return "pages/logout";
    }
}
