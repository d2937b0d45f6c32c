package io.zoombookings.web;

import io.zoombookings.situation.Situations;
import io.zoombookings.workspace.Administrator;
import io.zoombookings.workspace.Audit;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What no repetition mends: a person reads why, mends the cause and replays it, or discards it. */
@PageController
@RequestMapping("/workspaces/{workspace}/parked")
class ParkedPages {

    private final ParkedWork parked;
    private final Situations situations;
    private final Audit audit;

    ParkedPages(ParkedWork parked, Situations situations, Audit audit) {
        this.parked = parked;
        this.situations = situations;
        this.audit = audit;
    }

    @GetMapping
    String list(@PathVariable("workspace") String id, @ModelAttribute("person") Administrator person, Model model) {
        model.addAttribute("rows", parked.list(id, person.allWorkspaces()));
        return "pages/parked";
    }

    /** It may hold anything about anybody: it is shown when asked for, and it is on record who asked. */
    @PostMapping("/{kind}/{item}/body")
    String body(@PathVariable("workspace") String id, @PathVariable String kind, @PathVariable String item,
            @ModelAttribute("person") Administrator person, Principal caller, Model model) {
        String body = parked.body(id, person.allWorkspaces(), kind(kind), item)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        audit.record(id, caller.getName(), "parked.read", kind + " " + item, null);
        model.addAttribute("shown", item);
        model.addAttribute("body", body);
        return list(id, person, model);
    }

    @PostMapping("/{kind}/{item}/replay")
    String replay(@PathVariable("workspace") String id, @PathVariable String kind, @PathVariable String item,
            @ModelAttribute("person") Administrator person, Principal caller, RedirectAttributes then) {
        String problem = parked.replay(id, person.allWorkspaces(), kind(kind), item);
        if (problem == null) {
            audit.record(id, caller.getName(), "parked.replayed", kind + " " + item, null);
            then.addFlashAttribute("message", "It is being worked on again.");
        } else {
            then.addFlashAttribute("notice", "It stays here: " + problem + ".");
        }
        return done(id);
    }

    @PostMapping("/{kind}/{item}/discard")
    String discard(@PathVariable("workspace") String id, @PathVariable String kind, @PathVariable String item,
            @ModelAttribute("person") Administrator person, Principal caller, RedirectAttributes then) {
        parked.discard(id, person.allWorkspaces(), kind(kind), item);
        audit.record(id, caller.getName(), "parked.discarded", kind + " " + item, null);
        then.addFlashAttribute("message", "It is discarded.");
        return done(id);
    }

    /** Everything that is listed: after a receiver was away for a day, nobody presses a button for each outcome. */
    @PostMapping("/all")
    String all(@PathVariable("workspace") String id, @RequestParam String act,
            @ModelAttribute("person") Administrator person, Principal caller, RedirectAttributes then) {
        boolean discard = act.equals("discard");
        int stayed = 0;
        List<ParkedWork.Row> rows = parked.list(id, person.allWorkspaces());
        for (ParkedWork.Row row : rows) {
            if (discard) {
                parked.discard(id, person.allWorkspaces(), row.kind(), row.id());
            } else if (parked.replay(id, person.allWorkspaces(), row.kind(), row.id()) != null) {
                stayed++;
            }
        }
        audit.record(id, caller.getName(), discard ? "parked.discarded" : "parked.replayed", (rows.size() - stayed) + " of all",
                null);
        then.addFlashAttribute("message", discard ? "All are discarded."
                : stayed == 0 ? "All are being worked on again." : (rows.size() - stayed) + " are being worked on again, "
                + stayed + " stay here.");
        return done(id);
    }

    private String done(String id) {
        situations.readAgain();
        return "redirect:/workspaces/" + id + "/parked";
    }

    private static ParkedWork.Kind kind(String path) {
        return ParkedWork.Kind.of(path).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
