package io.zoombookings.inbox;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;

/** A local SMTP server that takes every mail for whomever, and pages on which people read them. */
public final class Inbox extends Mailbox implements AutoCloseable {

    private final InboxPages pages;
    private final int smtpPort;
    private GreenMail server;

    private Inbox(int smtpPort, int httpPort) {
        server = listen(smtpPort);
        this.smtpPort = server.getSmtp().getPort();
        this.pages = new InboxPages(this, httpPort);
    }

    /** Both ports on the loopback address; 0 for any free one. */
    public static Inbox start(int smtpPort, int httpPort) {
        return new Inbox(smtpPort, httpPort);
    }

    private GreenMail listen(int port) {
        ServerSetup setup = new ServerSetup(port, InetAddress.getLoopbackAddress().getHostAddress(),
                ServerSetup.PROTOCOL_SMTP);
        GreenMail smtp = new GreenMail(setup);
        smtp.getUserManager().setMessageDeliveryHandler((message, recipient) -> {
            take(message, recipient.getEmail());
            return new Nobody(recipient.getEmail());
        });
        smtp.start();
        return smtp;
    }

    private void take(MovingMessage message, String recipient) throws MessagingException {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        try {
            message.getMessage().writeTo(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        accept(message.getReturnPath() == null ? "" : message.getReturnPath().getEmail(), recipient,
                source.toByteArray());
    }

    public int smtpPort() {
        return smtpPort;
    }

    /** The address of the pages. */
    public String url() {
        return pages.url();
    }

    /** The SMTP server is gone; the pages and the mails stay. */
    public synchronized void goOffline() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** The SMTP server listens again on the same port. */
    public synchronized void comeBack() {
        if (server == null) {
            server = listen(smtpPort);
        }
    }

    @Override
    public void close() {
        goOffline();
        pages.close();
    }

    /** GreenMail wants a user to store the mail for; it is stored here already. */
    private record Nobody(String email) implements GreenMailUser {
        @Override
        public String getEmail() {
            return email;
        }

        @Override
        public String getLogin() {
            return email;
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public String getQualifiedMailboxName() {
            return email;
        }

        @Override
        public void deliver(MovingMessage message) {
            // taken already
        }

        @Override
        public void deliver(MimeMessage message) {
            // taken already
        }

        @Override
        public void create() {
            // nothing is kept of users
        }

        @Override
        public void delete() {
            // nothing is kept of users
        }

        @Override
        public void setPassword(String password) {
            // nobody signs in
        }

        @Override
        public void authenticate(String password) {
            // nobody signs in
        }
    }
}
