package io.zoombookings.web;

import io.zoombookings.workspace.AuditChain;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit log as a whole, for those who keep copies of it and who look whether it is whole. */
@ApiController
@RequestMapping("/api/audit")
class AuditApi {

    private final AuditChain chain;

    AuditApi(AuditChain chain) {
        this.chain = chain;
    }

    /** @param after the place of the last entry that is known already, 0 for none */
    @GetMapping
    List<AuditChain.Link> export(@RequestParam(defaultValue = "0") long after) {
        return chain.page(after);
    }

    @GetMapping("/verification")
    AuditChain.Report verify() {
        return chain.verify();
    }
}
