package io.zoombookings.notification;

import io.zoombookings.Cause;
import io.zoombookings.Cause.Kind;
import io.zoombookings.Ids;
import io.zoombookings.Jitter;
import io.zoombookings.Meters;
import io.zoombookings.Sql;
import io.zoombookings.notification.letter.Letter;
import io.zoombookings.notification.letter.LetterComposer;
import io.zoombookings.notification.letter.LetterIncompleteException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a claimed mailing through composing and sending to its result. The route notification-mail calls it around its
 * conversation with the mail server. Safe for several threads and nodes.
 */
@Component("zoomBookings.mailDeliveries")
public class MailDeliveries {

    private static final Logger LOG = LoggerFactory.getLogger(MailDeliveries.class);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(40);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final Clock clock;
    private final Letters letters;
    private final LetterComposer composer;
    private final Mailings mailings;
    private final MailGate gate;
    private final Duration longestCall;

    /** @param lease of a claim; within five twelfths of it a conversation with the mail server has ended, by its timeouts */
    MailDeliveries(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, Letters letters,
            LetterComposer composer, Mailings mailings, MailGate gate, @Value("${notification.mail.lease:60s}") Duration lease) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.reading = new TransactionTemplate(transaction.getTransactionManager(), transaction);
        this.reading.setReadOnly(true);
        this.clock = clock;
        this.letters = letters;
        this.composer = composer;
        this.mailings = mailings;
        this.gate = gate;
        this.longestCall = lease.multipliedBy(5).dividedBy(12);
    }

    /** The mailing's letters; all are read at once, so that none is written while a connection is held. */
    public List<Delivery> compose(Mailing mailing) {
        Instant now = clock.instant();
        List<Supplier<Optional<Letter>>> read = read(mailing, now);
        return IntStream.range(0, read.size()).mapToObj(i -> {
            UUID id = mailing.ids().get(i);
            return compose(id, mailing.repeated().contains(id), read.get(i));
        }).toList();
    }

    private List<Supplier<Optional<Letter>>> read(Mailing mailing, Instant now) {
        try {
            return reading.execute(status -> mailing.ids().stream()
                    .map(id -> read(id, mailing.repeated().contains(id), now)).toList());
        } catch (DataAccessException | TransactionException e) {
            return Collections.nCopies(mailing.ids().size(), () -> {
                throw e;
            });
        }
    }

    /** One that cannot be read must not keep the others from being sent. */
    private Supplier<Optional<Letter>> read(UUID id, boolean repeated, Instant now) {
        try {
            Optional<Letter> letter = letters.of(id, repeated, now);
            return () -> letter;
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }

    private Delivery compose(UUID id, boolean repeated, Supplier<Optional<Letter>> read) {
        Delivery none = Delivery.of(id, repeated, null);
        try {
            return read.get().map(letter -> Delivery.of(id, repeated, composer.compose(letter), letter.acceptedAt()))
                    .orElseGet(() -> none.with(Delivery.Result.STALE, null));
        } catch (LetterIncompleteException e) {
            LOG.warn("Mail {} cannot be written: {}", id, e.getMessage());
            return none.with(Delivery.Result.REFUSED, Cause.of(Kind.MAIL_NOT_WRITTEN, "why", e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("Mail {} cannot be written", id, e);
            return none.with(Delivery.Result.FAILED, Cause.of(Kind.MAIL_NOT_WRITTEN, "why", e.getClass().getSimpleName()));
        }
    }

    /** The delivery, or, if the lease would not outlast it, the same with the result LEFT. */
    public Delivery begin(Delivery delivery, Mailing mailing) {
        boolean late = Duration.between(clock.instant(), mailing.leaseUntil()).compareTo(longestCall) < 0;
        return delivery.isReady() && late ? delivery.with(Delivery.Result.LEFT, null) : delivery;
    }

    public Delivery sent(Delivery delivery) {
        gate.answered();
        if (delivery.acceptedAt() != null && !delivery.repeated()) {
            Meters.mail(Duration.between(delivery.acceptedAt(), clock.instant()));
        }
        return delivery.with(Delivery.Result.SENT, null);
    }

    public Delivery failed(Delivery delivery, Exception cause) {
        MailFailure failure = MailFailure.of(cause);
        LOG.info("Mail {}: {}", delivery.id(), failure.cause());
        if (failure.server()) {
            gate.failed();
        }
        return delivery.with(failure.refused() ? Delivery.Result.REFUSED
                : failure.certain() ? Delivery.Result.FAILED : Delivery.Result.UNKNOWN, failure.cause());
    }

    /**
     * Writes all results in one transaction, each only while the lease is still the mailing's own.
     *
     * @return mails that are owed instead of those that had nothing right to tell; this node has claimed them
     */
    public List<Mailing> finish(Mailing mailing, List<Delivery> deliveries) {
        try {
            transaction.executeWithoutResult(status -> {
                Instant now = clock.instant();
                writeSent(mailing, deliveries.stream().filter(one -> one.result() == Delivery.Result.SENT)
                        .map(Delivery::id).toList(), now);
                deliveries.forEach(delivery -> write(mailing, delivery, now));
            });
            return deliveries.stream().filter(one -> one.result() == Delivery.Result.STALE && !one.repeated())
                    .map(one -> transaction.execute(status -> planAnew(mailing, one))).filter(next -> !next.isEmpty())
                    .toList();
        } finally {
            gate.end(mailing);
        }
    }

    /** What certainly has not been sent and is not right any more never was: what is owed is planned without it. */
    private Mailing planAnew(Mailing mailing, Delivery delivery) {
        UUID booking = jdbc.sql("""
                select b.id from booking b where b.id = (select n.booking from notification n where n.id = ?)
                for update""").param(delivery.id()).query(UUID.class).optional().orElse(null);
        int rows = jdbc.sql("delete from notification where id = ? and lease = ?")
                .params(delivery.id(), mailing.lease()).update();
        return rows == 1 ? mailings.plan(booking, clock.instant()) : Mailing.NONE;
    }

    private void writeSent(Mailing mailing, List<UUID> sent, Instant now) {
        if (!sent.isEmpty()) {
            jdbc.sql("""
                    update notification set state = 'SENT', sent_at = :now, due_at = null, lease = null, problem = null,
                      problem_kind = null, problem_arguments = null
                    where id in (:ids) and lease = :lease""").param("now", Sql.time(now)).param("ids", sent)
                    .param("lease", mailing.lease()).update();
        }
    }

    private void write(Mailing mailing, Delivery delivery, Instant now) {
        switch (delivery.result()) {
            case SENT -> {
                // Written with the others of the mailing.
            }
            case REFUSED -> refuse(mailing, delivery, now);
            case FAILED, UNKNOWN -> jdbc.sql("""
                    update notification set state = ?, due_at = ?, lease = null, problem = ?, problem_kind = ?, problem_arguments = ?
                    where id = ? and lease = ?""")
                    .params(open(delivery), Sql.time(now.plus(backoff(delivery.id()))), Cause.sentence(delivery.problem()),
                            Cause.kind(delivery.problem()), Cause.arguments(delivery.problem()), delivery.id(),
                            mailing.lease()).update();
            case STALE -> {
                if (delivery.repeated()) {
                    jdbc.sql("""
                            update notification set state = 'SUPERSEDED', due_at = null, lease = null, problem = null,
                              problem_kind = null, problem_arguments = null
                            where id = ? and lease = ?""").params(delivery.id(), mailing.lease()).update();
                }
            }
            case LEFT -> jdbc.sql("""
                    update notification set state = ?, due_at = ?, lease = null, attempts = attempts - 1
                    where id = ? and lease = ?""")
                    .params(open(delivery), Sql.time(now), delivery.id(), mailing.lease()).update();
        }
    }

    /** The state of a notification that is to be sent again. */
    private static String open(Delivery delivery) {
        boolean certain = !delivery.repeated() && delivery.result() != Delivery.Result.UNKNOWN;
        return (certain ? NotificationState.PENDING : NotificationState.SENDING).name();
    }

    /** A guest who cannot be reached by mail is the host's to tell. */
    private void refuse(Mailing mailing, Delivery delivery, Instant now) {
        int rows = jdbc.sql("""
                update notification set state = 'FAILED', due_at = null, lease = null, problem = ?, problem_kind = ?,
                  problem_arguments = ?
                where id = ? and lease = ?""").params(Cause.sentence(delivery.problem()), Cause.kind(delivery.problem()),
                        Cause.arguments(delivery.problem()), delivery.id(), mailing.lease()).update();
        if (rows == 0) {
            return;
        }
        UUID warning = Ids.next();
        Cause told = Cause.of(Kind.GUEST_NOT_REACHED, "answer", delivery.problem());
        int warned = jdbc.sql("""
                insert into notification (id, workspace_id, booking, kind, role, recipient, detail, detail_kind, detail_arguments,
                  state, attempts, due_at, begins_at, created_at)
                select cast(:id as uuid), n.workspace_id, n.booking, 'HOST_PROBLEM', 'HOST', h.recipient, :detail, :kind,
                  :arguments, 'PENDING', 0, cast(:now as timestamp with time zone), n.begins_at,
                  cast(:now as timestamp with time zone)
                from notification n join (select booking, min(recipient) as recipient from notification
                  where role = 'HOST' group by booking) h on h.booking = n.booking
                where n.id = :refused and n.role = 'GUEST'""")
                .param("id", warning).param("now", Sql.time(now)).param("refused", delivery.id())
                .param("detail", told.sentence()).param("kind", Cause.kind(told)).param("arguments", Cause.arguments(told))
                .update();
        if (warned == 1) {
            jdbc.sql("""
                    insert into notification_occurrence (notification, occurrence, start_at, duration_minutes, title,
                      zoom_meeting_id, generation, sequence)
                    select cast(? as uuid), occurrence, start_at, duration_minutes, title, zoom_meeting_id, generation,
                      sequence from notification_occurrence where notification = ?""")
                    .params(warning, delivery.id()).update();
        }
    }

    private Duration backoff(UUID id) {
        int attempts = jdbc.sql("select attempts from notification where id = ?").param(id).query(Integer.class)
                .optional().orElse(1);
        long most = Math.min(LONGEST_BACKOFF.toMillis(), 1000L << Math.min(attempts - 1, 10));
        return Duration.ofMillis(most / 2).plus(Jitter.upTo(Duration.ofMillis(most / 2), clock.instant()));
    }
}
