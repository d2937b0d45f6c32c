package io.zoombookings.source.webhook;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Webhooks of booking systems. */
@OwnAutoConfiguration
@Import({
    BookingSystemClient.class,
    BookingSystemClient.Trusted.class,
    BookingWebhooks.class,
    FailedWebhooks.class,
    WebhookSeats.class,
    WebhookSources.class
})
public class BookingWebhookAutoConfiguration {
}
