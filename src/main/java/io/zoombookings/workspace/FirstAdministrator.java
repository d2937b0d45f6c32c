package io.zoombookings.workspace;

import jakarta.annotation.PostConstruct;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sees to it at start that the administrator of ADMIN_USERNAME exists. ADMIN_PASSWORD is set when it is first given and
 * when another one is given; a password changed on the account page meanwhile is left alone.
 */
@Component
class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final int GENERATED_BYTES = 18;

    private final Administrators administrators;
    private final String username;
    private final String password;
    private final String email;

    FirstAdministrator(Administrators administrators, @Value("${admin.username:admin}") String username,
            @Value("${admin.password:}") String password, @Value("${admin.email:}") String email) {
        this.administrators = administrators;
        this.username = username;
        this.password = password;
        this.email = address(email);
    }

    @PostConstruct
    void ensure() {
        boolean given = !password.isEmpty();
        String first = given ? password : generated();
        boolean created = administrators.create(new Administrator(username, email, true, Set.of()), first);
        boolean newlyGiven = given && administrators.isNewlyGiven(username, password);
        if (created && !given) {
            LOG.info("The administrator {} was created with the password {} - shown this once; change it under /account",
                    username, first);
        }
        if (!created && newlyGiven) {
            administrators.setPassword(username, password);
            LOG.info("The password of the administrator {} was set to ADMIN_PASSWORD", username);
        }
        if (!created && !email.isEmpty()) {
            administrators.setEmail(username, email);
        }
    }

    /** MAIL_FROM, the default, may be a name and an address in angle brackets. */
    private static String address(String mailbox) {
        return mailbox.replaceFirst(".*<(.*)>.*", "$1").strip();
    }

    private static String generated() {
        byte[] bits = new byte[GENERATED_BYTES];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
