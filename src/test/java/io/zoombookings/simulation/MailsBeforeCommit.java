package io.zoombookings.simulation;

import io.zoombookings.Sql;
import io.zoombookings.notification.Delivery;
import io.zoombookings.notification.MailDeliveries;
import io.zoombookings.notification.Mailing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a transaction has planned and claimed of mails is on its way while it commits; then that fails. */
final class MailsBeforeCommit {

    private MailsBeforeCommit() {
    }

    /** Within the transaction, while it sees what it has written. */
    static void send(History history, Node node) {
        Instant now = history.laboratory.clock.instant();
        List<UUID> planned = history.laboratory.database.jdbc().queryForList(
                "select id from notification where state = 'SENDING' and created_at = ? order by id", UUID.class, Sql.time(now));
        Mailing mailing = new Mailing(planned, Set.of(), UUID.randomUUID(), now.plusSeconds(60));
        node.beans().get(MailDeliveries.class).compose(mailing).stream().filter(Delivery::isReady)
                .forEach(delivery -> history.mailbox.take(delivery.message()));
    }
}
