package io.zoombookings.connection;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Zoom: who is connected, and how calls to it are signed. */
@OwnAutoConfiguration
@Import({
    ConnectionStore.class,
    ConnectionViews.class,
    Connections.class,
    FailedZoomEvents.class,
    GrantStore.class,
    HostConnections.class,
    HostLoad.class,
    Revocations.class,
    StoredZoomTokens.class,
    ZoomAuthorization.class,
    ZoomConnectController.class,
    ZoomEvents.class,
    ZoomGrants.class,
    ZoomOAuth.class,
    ZoomSettings.class,
    ZoomUsers.class
})
public class ConnectionAutoConfiguration {
}
