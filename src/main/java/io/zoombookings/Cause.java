package io.zoombookings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why something waits or has failed: a kind with the arguments of its sentence. Programs decide by the kind, people read
 * the sentence; each kind's is the text {@code mail.cause.<key>} of the bundles, so mails say it in their reader's
 * language. Immutable.
 *
 * @param arguments by the names in the sentence, never with a secret
 */
public record Cause(Kind kind, Map<String, String> arguments) {

    /** What happened; each has the stable code that programs outside see. */
    public enum Kind {
        ZOOM_UNREACHABLE("unreachable"),
        ZOOM_FAILING("status"),
        ZOOM_NO_ANSWER("noAnswer"),
        ACCESS_TOKEN_REFUSED("tokenRefused"),
        TOKEN_UNAVAILABLE("tokenUnavailable"),
        DAY_USED_UP("dayUsedUp"),
        /** The account's day is used up. */
        ACCOUNT_LIMITED("accountDay"),
        /** Too many calls in a second. */
        ACCOUNT_BUSY("accountBusy"),
        SCOPE_MISSING("permission"),
        REFUSED("refused"),
        /** Zoom names the fields that it refuses. */
        FIELDS_REFUSED("REFUSED", "refusedFields"),
        NOT_CONNECTED("notConnected"),
        /** A meeting that is to go stays until Zoom is connected again. */
        DELETION_NOT_CONNECTED("NOT_CONNECTED", "deletionNotConnected"),
        GRANT_GONE("grantGone"),
        APP_REMOVED("appRemoved"),
        SCOPES_NOT_GRANTED("SCOPE_MISSING", "permissionsMissing"),
        MEETING_DELETED("deleted"),
        LEFT_IN_FORMER_ACCOUNT("left"),
        MEETING_IN_PROGRESS("inProgress"),
        NOT_STORED("notStored"),
        TIME_PASSED("timePassed"),
        /** More meetings at one time than the Zoom user's plan runs. */
        HOST_OVERLAP("hostOverlap"),
        /** A meeting longer than the Zoom user's plan lets one be. */
        PLAN_MINUTES("planMinutes"),
        ALTERNATIVE_HOST_REFUSED("alternativeHostRefused"),
        GUEST_NOT_REACHED("undelivered"),
        MAIL_UNREACHABLE("mailUnreachable"),
        MAIL_SIGN_IN_REFUSED("mailSignIn"),
        MAIL_SENDER_REFUSED("mailSender"),
        MAIL_DEFERRED("mailDeferred"),
        MAIL_REFUSED("mailRefused"),
        MAIL_NOT_WRITTEN("mailNotWritten"),
        /** A sentence that is in no bundle: what an earlier version has stored. */
        OTHER(null);

        private final String code;
        private final String key;

        Kind(String key) {
            this.code = name();
            this.key = key;
        }

        Kind(String code, String key) {
            this.code = code;
            this.key = key;
        }

        /** Stable, in capitals; several kinds may share one. */
        public String code() {
            return code;
        }

        /** Of its sentence in the bundles; null: the sentence is itself the one argument. */
        public String key() {
            return key == null ? null : "mail.cause." + key;
        }
    }

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, String>> ARGUMENTS = new TypeReference<>() { };
    private static final Properties ENGLISH = english();
    private static final int ARGUMENT_LIMIT = 500;
    private static final String SENTENCE = "sentence";

    public Cause {
        Objects.requireNonNull(kind, "kind");
        arguments = Map.copyOf(arguments);
    }

    public static Cause of(Kind kind) {
        return new Cause(kind, Map.of());
    }

    /** @param value on one line, cut after 500 characters */
    public static Cause of(Kind kind, String name, Object value) {
        return new Cause(kind, Map.of()).with(name, value);
    }

    public Cause with(String name, Object value) {
        Map<String, String> all = new LinkedHashMap<>(arguments);
        all.put(name, Text.cut(Text.oneLine(String.valueOf(value)), ARGUMENT_LIMIT));
        return new Cause(kind, all);
    }

    /**
     * What was stored. The sentence decides: a node of the former version writes it and no code, so a code that does not
     * say the same is of an earlier cause.
     *
     * @return null if there is no sentence
     */
    public static Cause stored(String sentence, String kind, String arguments) {
        if (sentence == null) {
            return null;
        }
        if (kind != null) {
            try {
                Cause cause = new Cause(Kind.valueOf(kind), arguments == null ? Map.of() : JSON.readValue(arguments, ARGUMENTS));
                if (cause.sentence().equals(sentence)) {
                    return cause;
                }
            } catch (IllegalArgumentException | JsonProcessingException e) {
                return other(sentence);
            }
        }
        return other(sentence);
    }

    /** A sentence that is in no bundle. */
    public static Cause other(String sentence) {
        return new Cause(Kind.OTHER, Map.of(SENTENCE, sentence));
    }

    /** Whether both say the same; of an earlier version's cause only the sentence is known. */
    public boolean isSame(Cause other) {
        return equals(other) || other != null && (kind == Kind.OTHER || other.kind == Kind.OTHER)
                && sentence().equals(other.sentence());
    }

    /** In English, one line of at most 1000 characters; for pages, API and log. */
    public String sentence() {
        if (kind == Kind.OTHER) {
            return arguments.get(SENTENCE);
        }
        String pattern = ENGLISH.getProperty(kind.key());
        return Text.cut(Text.oneLine(PLACEHOLDER.matcher(pattern).replaceAll(found ->
                Matcher.quoteReplacement(arguments.getOrDefault(found.group(1), "")))), 1000);
    }

    public String code() {
        return kind.code();
    }

    /** The arguments as they are stored: JSON, or null where there are none. */
    public String storedArguments() {
        try {
            return arguments.isEmpty() ? null : JSON.writeValueAsString(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The stored sentence of a cause that may be missing. */
    public static String sentence(Cause cause) {
        return cause == null ? null : cause.sentence();
    }

    /** The stored kind of a cause that may be missing. */
    public static String kind(Cause cause) {
        return cause == null ? null : cause.kind().name();
    }

    /** The stored arguments of a cause that may be missing. */
    public static String arguments(Cause cause) {
        return cause == null ? null : cause.storedArguments();
    }

    /** The code of a cause that may be missing. */
    public static String code(Cause cause) {
        return cause == null ? null : cause.code();
    }

    private static Properties english() {
        try (InputStream stream = Cause.class.getResourceAsStream("/io/zoombookings/messages.properties")) {
            Properties all = new Properties();
            all.load(new InputStreamReader(Objects.requireNonNull(stream, "messages.properties"), StandardCharsets.UTF_8));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentence: what is said of it in logs. */
    @Override
    public String toString() {
        return sentence();
    }
}
