package io.zoombookings.web;

import io.zoombookings.Meters;
import io.zoombookings.workspace.Administrator;
import io.zoombookings.workspace.Administrators;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Judges the password of a person, from the sign-in form or from HTTP Basic. How many guesses are judged is up to
 * {@link Guesses}; an unknown name takes the same work and gets the same answer as a wrong password. A right password is
 * remembered for a minute and for the address it came from, as a keyed fingerprint, so that a program with HTTP Basic pays
 * for bcrypt once a minute.
 */
@Component
class AdministratorSignIn {

    static final String ADMINISTRATOR = "ROLE_ADMINISTRATOR";
    /** An administrator of all workspaces. */
    static final String OPERATOR = "ROLE_ADMIN";

    private static final Logger LOG = LoggerFactory.getLogger(AdministratorSignIn.class);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MAX_REMEMBERED = 1000;
    private static final int LOCKS = 64;

    private final Map<String, Instant> remembered = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };
    private final Object[] locks = new Object[LOCKS];
    private final SecretKeySpec fingerprintKey;
    private final Administrators administrators;
    private final Clock clock;
    private final KnownDevice devices;
    private final RefusedSignIns refused;
    private final Guesses guesses;

    AdministratorSignIn(Administrators administrators, KnownDevice devices, RefusedSignIns refused, Clock clock) {
        this.administrators = administrators;
        this.devices = devices;
        this.refused = refused;
        this.clock = clock;
        this.guesses = new Guesses(clock);
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        this.fingerprintKey = new SecretKeySpec(key, "HmacSHA256");
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    Authentication authenticate(Authentication claimed) {
        String username = claimed.getName();
        String password = String.valueOf(claimed.getCredentials());
        String address = claimed.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress()) : "";
        String hash = administrators.passwordHash(username);
        String rememberedAs = fingerprint(username, password, hash, address);
        if (!isRemembered(rememberedAs)) {
            String device = claimed.getDetails() instanceof SignInDetails details
                    ? devices.recognise(details.device(), username, hash).orElse(null) : null;
            judge(password, hash, rememberedAs, new Guesses.Guess(username.toLowerCase(Locale.ROOT), Throttle.address(address),
                    fingerprint(username, password, hash), device));
        }
        Administrator administrator = administrators.find(username)
                .orElseThrow(() -> new BadCredentialsException("Wrong user name or password"));
        UsernamePasswordAuthenticationToken known =
                UsernamePasswordAuthenticationToken.authenticated(username, null, authorities(administrator));
        known.setDetails(new WebAuthenticationDetails(address, null));
        return known;
    }

    static List<GrantedAuthority> authorities(Administrator administrator) {
        return administrator.allWorkspaces()
                ? List.of(new SimpleGrantedAuthority(ADMINISTRATOR), new SimpleGrantedAuthority(OPERATOR))
                : List.of(new SimpleGrantedAuthority(ADMINISTRATOR));
    }

    private void judge(String password, String hash, String rememberedAs, Guesses.Guess guess) {
        // One guess at a time for each name: parallel guesses cannot outrun the count of those that failed.
        synchronized (locks[Math.floorMod(guess.name().hashCode(), LOCKS)]) {
            if (isRemembered(rememberedAs)) {
                return;
            }
            Duration wait = guesses.wait(guess);
            if (!wait.isZero()) {
                Meters.refusedSignIn();
                refused.putOff(guess);
                throw new TooManyGuessesException(wait);
            }
            if (!administrators.matches(password, hash)) {
                guesses.failed(guess);
                Meters.refusedSignIn();
                refused.wrong(guess);
                LOG.info("A sign-in from {} was refused", guess.network());
                throw new BadCredentialsException("Wrong user name or password");
            }
            remember(rememberedAs);
        }
    }

    private boolean isRemembered(String fingerprint) {
        synchronized (remembered) {
            Instant until = remembered.get(fingerprint);
            return until != null && clock.instant().isBefore(until);
        }
    }

    private void remember(String fingerprint) {
        synchronized (remembered) {
            remembered.remove(fingerprint);
            remembered.put(fingerprint, clock.instant().plus(REMEMBERED));
        }
    }

    /** The stored hash is part of it: a changed password ends what was remembered on every node. */
    private String fingerprint(String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(fingerprintKey);
            for (String part : parts) {
                mac.update(part.getBytes(StandardCharsets.UTF_8));
                mac.update((byte) 0);
            }
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

}
