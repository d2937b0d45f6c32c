package io.zoombookings.notification.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A message that keeps its Message-ID through {@code saveChanges}, which senders call again, and that knows whether any of
 * it has been written: until then no server can have taken it.
 */
public final class LetterMessage extends MimeMessage {

    private final String messageId;
    private volatile boolean begun;

    LetterMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** Whether its content was, or began to be, handed to somebody. */
    public boolean isBegun() {
        return begun;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException, MessagingException {
        begun = true;
        super.writeTo(out, ignoredHeaders);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
