package io.zoombookings.workspace;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Workspaces, administrators, keys, the audit trail. */
@OwnAutoConfiguration
@Import({
    Administrators.class,
    ApiKeys.class,
    Audit.class,
    AuditChain.class,
    CallbackUrls.class,
    Callbacks.class,
    FirstAdministrator.class,
    Workspaces.class
})
public class WorkspaceAutoConfiguration {
}
