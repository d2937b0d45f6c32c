package io.zoombookings.web;

import io.zoombookings.booking.event.EmailAddress;
import io.zoombookings.connection.HostConnections;
import io.zoombookings.connection.HostConnections.Host;
import io.zoombookings.connection.HostLoad;
import io.zoombookings.connection.Problem;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Workspace, Hosts: under which Zoom user each member of staff hosts, and what is missing. */
@PageController
@RequestMapping("/workspaces/{workspace}/hosts")
class HostPages {

    private final HostConnections hosts;
    private final HostLoad load;

    HostPages(HostConnections hosts, HostLoad load) {
        this.hosts = hosts;
        this.load = load;
    }

    @GetMapping
    String page(@PathVariable("workspace") String id, Model model) {
        List<Host> all = hosts.list(id);
        model.addAttribute("hosts", all);
        model.addAttribute("warned", load.upcoming(id));
        model.addAttribute("zoomUsers", all.stream().map(Host::zoomUser).filter(Objects::nonNull).distinct().sorted().toList());
        return "pages/hosts";
    }

    /** Answers with the page itself, so that the link is stored nowhere on its way to it. */
    @PostMapping("/invitation")
    String invite(@PathVariable("workspace") String id, @RequestParam String email, Principal caller, Model model) {
        if (EmailAddress.isValid(email.strip())) {
            model.addAttribute("invited", email.strip());
            model.addAttribute("link", hosts.invite(id, email.strip(), caller.getName()));
        } else {
            model.addAttribute("problem", new Problem("No link was made", "That is not an email address.", null));
        }
        return page(id, model);
    }

    /** @param zoomUser empty: the workspace's */
    @PostMapping("/choice")
    String choose(@PathVariable("workspace") String id, @RequestParam String email, @RequestParam String zoomUser, Principal caller,
            RedirectAttributes then) {
        if (zoomUser.isEmpty() || hosts.isKnown(id, zoomUser)) {
            hosts.choose(id, email, zoomUser.isEmpty() ? null : zoomUser, caller.getName());
            then.addFlashAttribute("message", "Saved. Meetings that there are stay where they are until their booking changes.");
        }
        return "redirect:/workspaces/" + id + "/hosts";
    }

    @PostMapping("/disconnect")
    String disconnect(@PathVariable("workspace") String id, @RequestParam String email, Principal caller, RedirectAttributes then) {
        hosts.disconnect(id, email, caller.getName());
        then.addFlashAttribute("message", email + " hosts under the workspace’s Zoom user from now on.");
        return "redirect:/workspaces/" + id + "/hosts";
    }
}
