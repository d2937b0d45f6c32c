package io.zoombookings.web;

import io.zoombookings.workspace.Audit;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, in a workspace or everywhere. */
@PageController
class AuditPages {

    private static final int MAX_PAGE = 10_000;

    private final Audit audit;

    AuditPages(Audit audit) {
        this.audit = audit;
    }

    @GetMapping("/workspaces/{workspace}/audit")
    String ofWorkspace(@PathVariable("workspace") String id, @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "0") int page, Model model) {
        return show(new Audit.Filter(id, action, text.strip()), "/workspaces/" + id + "/audit", page, model);
    }

    @GetMapping("/audit")
    String ofAll(@RequestParam(defaultValue = "") String action, @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") int page, Model model) {
        return show(new Audit.Filter(null, action, text.strip()), "/audit", page, model);
    }

    private String show(Audit.Filter filter, String path, int page, Model model) {
        int number = Math.min(Math.max(0, page), MAX_PAGE);
        model.addAttribute("filter", filter);
        model.addAttribute("actions", audit.actions(filter.workspace()));
        model.addAttribute("page", audit.page(filter, number));
        model.addAttribute("number", number);
        model.addAttribute("path", path);
        return "pages/audit";
    }
}
