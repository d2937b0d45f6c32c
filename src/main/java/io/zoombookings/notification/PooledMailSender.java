package io.zoombookings.notification;

import io.zoombookings.Meters;
import io.zoombookings.notification.letter.LetterMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends over kept connections: opening one costs more than a mail. A connection that failed is thrown away; one that was
 * idle for long is not used again, since servers hang up. A server that is away is not tried for every mail. Safe for
 * several threads.
 */
@Component("zoomBookings.mailSender")
final class PooledMailSender extends DefaultJavaMailSender implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PooledMailSender.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    /** A connection used this recently is taken to be alive without asking the server. */
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final GenericObjectPool<Transport> pool = new GenericObjectPool<>(new BasePooledObjectFactory<>() {
        @Override
        public Transport create() throws MessagingException {
            Transport transport = getTransport(getSession());
            transport.connect(getHost(), getPort(), getUsername(), getPassword());
            return transport;
        }

        @Override
        public PooledObject<Transport> wrap(Transport transport) {
            return new DefaultPooledObject<>(transport);
        }

        @Override
        public boolean validateObject(PooledObject<Transport> transport) {
            return transport.getIdleDuration().compareTo(FRESH) < 0 || transport.getObject().isConnected();
        }

        @Override
        public void destroyObject(PooledObject<Transport> transport) throws MessagingException {
            transport.getObject().close();
        }
    });

    private final MailGate gate;

    PooledMailSender(MailGate gate, @Value("${mail.host:localhost}") String host, @Value("${mail.port:25}") int port,
            @Value("${mail.username:}") String username, @Value("${mail.password:}") String password,
            @Value("${mail.tls:}") String tls, @Value("${mail.connections:16}") int connections) {
        this.gate = gate;
        boolean local = "localhost".equals(host) || host.startsWith("127.") || "::1".equals(host);
        String mode = !tls.isBlank() ? tls : local ? "none" : "starttls";
        setHost(host);
        setPort(port);
        setUsername(username.isBlank() ? null : username);
        setPassword(password.isBlank() ? null : password);
        setProtocol("tls".equals(mode) ? "smtps" : "smtp");
        String prefix = "mail." + getProtocol() + ".";
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", getProtocol());
        properties.put(prefix + "auth", String.valueOf(!username.isBlank()));
        properties.put(prefix + "starttls.enable", String.valueOf("starttls".equals(mode)));
        properties.put(prefix + "starttls.required", String.valueOf("starttls".equals(mode)));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "connectiontimeout", String.valueOf(TIMEOUT.toMillis()));
        properties.put(prefix + "timeout", String.valueOf(TIMEOUT.toMillis()));
        properties.put(prefix + "writetimeout", String.valueOf(TIMEOUT.toMillis()));
        properties.put("mail.mime.allowutf8", "true");
        setJavaMailProperties(properties);
        pool.setTestOnBorrow(true);
        pool.setMaxTotal(connections);
        pool.setMaxIdle(connections);
        pool.setMaxWait(TIMEOUT);
        pool.setMinEvictableIdleDuration(IDLE);
        pool.setDurationBetweenEvictionRuns(IDLE.dividedBy(2));
    }

    @Override
    public void send(MimeMessage message) throws MessagingException {
        if (gate.isAway()) {
            throw new MailNotBegunException("it was tried a moment ago");
        }
        long begun = System.nanoTime();
        Transport transport = connected();
        try {
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException | RuntimeException e) {
            Meters.mailDelivery(MailFailure.of(e).refused() ? "refused" : "failed", since(begun));
            discard(transport);
            if (message instanceof LetterMessage letter && !letter.isBegun()) {
                throw new MailNotBegunException(e);
            }
            throw e;
        }
        Meters.mailDelivery("sent", since(begun));
        pool.returnObject(transport);
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private Transport connected() throws MailNotBegunException {
        try {
            return pool.borrowObject();
        } catch (Exception e) {
            throw new MailNotBegunException(e);
        }
    }

    private void discard(Transport transport) {
        try {
            pool.invalidateObject(transport);
        } catch (Exception e) {
            LOG.debug("A connection to the mail server did not end well", e);
        }
    }

    @Override
    public void destroy() {
        pool.close();
    }
}
