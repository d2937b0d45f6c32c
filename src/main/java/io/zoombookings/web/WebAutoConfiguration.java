package io.zoombookings.web;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Import;

/** Pages, the API for administrators, and who may come in. */
@ConditionalOnProperty(name = "zoom-bookings.web.enabled", havingValue = "true", matchIfMissing = true)
@OwnAutoConfiguration
@Import({
    Access.class,
    AccountPage.class,
    AdminApi.class,
    AdminApiProblems.class,
    AdministratorPages.class,
    AdministratorSignIn.class,
    ApiDocsPages.class,
    AuditApi.class,
    AuditPages.class,
    BasePathConfiguration.class,
    BookingClientSignIn.class,
    BookingListApi.class,
    BookingLife.class,
    BookingPages.class,
    BookingRetries.class,
    BookingSystemPages.class,
    BookingSystemsApi.class,
    CallbacksApi.class,
    ErrorPages.class,
    HostPages.class,
    HostSecurity.class,
    HostsApi.class,
    KnownDevice.class,
    MailPreviewPages.class,
    OidcSignIn.class,
    OverviewPages.class,
    OwnAddresses.class,
    PageModel.class,
    PageSession.class,
    ParkedEventsApi.class,
    ParkedPages.class,
    ParkedWork.class,
    PersonalDataApi.class,
    Problems.class,
    Refusals.class,
    RefusedSignIns.class,
    SecurityChains.class,
    SessionIds.class,
    SessionStorage.class,
    SignInPages.class,
    StatusWords.class,
    StoredBookingOverview.class,
    StoredFlashMaps.class,
    Times.class,
    WorkspacePages.class,
    ZoomSettingsPages.class
})
public class WebAutoConfiguration {
}
