package io.zoombookings.inbox;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** All mails of all recipients in order of arrival, the last few thousand of them; safe for several threads. */
public class Mailbox {

    private static final int KEPT = 5000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Deque<Mail> mails = new ArrayDeque<>();
    private int received;

    void accept(String sender, String recipient, byte[] source) {
        int number;
        synchronized (mails) {
            number = ++received;
        }
        Mail mail = Mail.read(number, Instant.now(), sender, recipient, source);
        synchronized (mails) {
            mails.addLast(mail);
            if (mails.size() > KEPT) {
                mails.removeFirst();
            }
        }
    }

    public List<Mail> mails() {
        synchronized (mails) {
            return List.copyOf(mails);
        }
    }

    public List<Mail> mails(Predicate<Mail> which) {
        return mails().stream().filter(which).toList();
    }

    public List<Mail> mailsTo(String address) {
        return mails(mail -> mail.to().equalsIgnoreCase(address));
    }

    public List<Mail> mailsTo(String address, String kind) {
        return mails(mail -> mail.to().equalsIgnoreCase(address) && kind.equals(mail.kind()));
    }

    /** How many have arrived since the start, those cleared or dropped included. */
    public int received() {
        synchronized (mails) {
            return received;
        }
    }

    /** Waits up to 30 seconds for a mail of this kind; the first one. */
    public Mail awaitMail(String address, String kind) {
        return awaitMail(address, mail -> kind.equals(mail.kind()));
    }

    /** Waits up to 30 seconds for such a mail; the first one. */
    public Mail awaitMail(String address, Predicate<Mail> which) {
        return awaitMails(1, mail -> mail.to().equalsIgnoreCase(address) && which.test(mail)).get(0);
    }

    /** Waits up to 30 seconds until there are at least so many such mails. */
    public List<Mail> awaitMails(int count, Predicate<Mail> which) {
        return await("mails, of which there are " + count + " to be").atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> mails(which), found -> found.size() >= count);
    }

    public void clear() {
        synchronized (mails) {
            mails.clear();
        }
    }
}
