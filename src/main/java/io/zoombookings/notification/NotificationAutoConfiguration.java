package io.zoombookings.notification;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The outbox of mail. */
@OwnAutoConfiguration
@Import({
    Letters.class,
    MailDeliveries.class,
    MailGate.class,
    Mailings.class,
    Outcomes.class,
    PooledMailSender.class,
    ReminderOffsets.class
})
public class NotificationAutoConfiguration {
}
