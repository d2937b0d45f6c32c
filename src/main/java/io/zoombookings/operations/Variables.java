package io.zoombookings.operations;

import io.zoombookings.PatientFiles;
import io.zoombookings.WrongConfigurationException;
import io.zoombookings.workspace.CommonPasswords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Looks at every variable before anything is started, so that a wrong one stops the start with a sentence instead of
 * with the stack trace of whatever meets it first. An empty or missing property is left to its default.
 */
class Variables implements EnvironmentPostProcessor {

    private static final List<String> ALL_OR_NOTHING = List.of("spring.datasource", "spring.quartz", "spring.session");
    private static final int MAX_PORT = 65535;
    private static final int MIN_API_KEY = 16;
    private static final int MIN_API_KEY_CHARACTERS = 8;
    private static final int MAX_PASSWORD_BYTES = 72;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+");
    private static final Pattern MAILBOX = Pattern.compile(ADDRESS + "|[^<>\\r\\n]*<" + ADDRESS + ">");
    private static final Pattern ENDPOINT = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.+");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,6}");
    private static final Pattern OFFSETS = Pattern.compile("none|[1-9][0-9]{0,4}[mhd]( *, *[1-9][0-9]{0,4}[mhd])*");

    private record Rule(String variable, String property, Predicate<String> right, String what) {
    }

    private static final List<Rule> RULES = List.of(
            new Rule("SERVER_PORT", "server.port", text -> isPort(text, 0), "a port number from 0 to 65535"),
            new Rule("PUBLIC_URL", "public-url", Variables::isBase,
                    "an http or https URL without query, such as https://bookings.example"),
            new Rule("TRUSTED_PROXIES", "trusted-proxies", Variables::areNetworks,
                    "a list of addresses or CIDR ranges such as 10.0.0.0/8,fd00::/8"),
            new Rule("ZOOM_OAUTH_URL", "zoom.oauth.base-url", Variables::isBase, "an http or https URL"),
            new Rule("ZOOM_API_URL", "zoom.api.base-url", Variables::isBase, "an http or https URL"),
            new Rule("SPRING_DATASOURCE_URL", "spring.datasource.url",
                    text -> text.startsWith("jdbc:postgresql:") || text.startsWith("jdbc:h2:"),
                    "a JDBC URL that begins with jdbc:postgresql:"),
            new Rule("MAIL_PORT", "mail.port", text -> isPort(text, 1), "a port number from 1 to 65535"),
            new Rule("MAIL_TLS", "mail.tls", List.of("none", "starttls", "tls")::contains, "none, starttls or tls"),
            new Rule("MAIL_FROM", "mail.from", text -> MAILBOX.matcher(text).matches(),
                    "an email address, or a name and an address in angle brackets"),
            new Rule("ADMIN_USERNAME", "admin.username", text -> text.matches("[A-Za-z0-9._@+-]{1,100}"),
                    "1 to 100 of the characters A-Z a-z 0-9 . _ @ + -"),
            new Rule("ADMIN_PASSWORD", "admin.password",
                    text -> text.getBytes(StandardCharsets.UTF_8).length <= MAX_PASSWORD_BYTES
                            && !CommonPasswords.contains(text),
                    "at most 72 bytes long in UTF-8, and none of the passwords that everybody tries first"),
            new Rule("ADMIN_EMAIL", "admin.email", text -> MAILBOX.matcher(text).matches(), "an email address"),
            new Rule("ADMIN_OIDC_ISSUER_URI", "admin.oidc.issuer-uri", Variables::isBase,
                    "the http or https URL of an OpenID Connect issuer"),
            new Rule("BOOKING_API_KEY", "booking.api-key",
                    text -> text.length() >= MIN_API_KEY && text.chars().allMatch(c -> c > ' ' && c < 127)
                            && text.chars().distinct().count() >= MIN_API_KEY_CHARACTERS,
                    "at least 16 printable ASCII characters without blanks, 8 different ones among them"),
            new Rule("BOOKING_RATE_LIMIT_PER_SECOND", "booking.rate-limit-per-second", NUMBER.asMatchPredicate(),
                    "a whole number from 1 to 9999999"),
            new Rule("ZOOM_DAILY_LIMIT_PER_HOST", "zoom.daily-limit-per-host",
                    NUMBER.asMatchPredicate(), "a whole number from 1 to 9999999"),
            new Rule("OAUTH_ISSUER_URI", "oauth.issuer-uri", Variables::isBase,
                    "the http or https URL of an OpenID Connect issuer"),
            new Rule("BOOKING_SOURCE_URI", "booking.source-uri", text -> ENDPOINT.matcher(text).matches(),
                    "a Camel endpoint such as kafka:bookings"),
            new Rule("BOOKING_RESULT_URI", "booking.result-uri", text -> ENDPOINT.matcher(text).matches(),
                    "a Camel endpoint such as kafka:bookings.enriched"),
            new Rule("REMINDER_OFFSETS", "reminder.offsets", text -> OFFSETS.matcher(text).matches(),
                    "none, or a list of <n>m, <n>h, <n>d such as 24h,1h"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        defaults(environment);
        List<String> wrong = new ArrayList<>();
        boolean guest = environment.getProperty("zoom-bookings.guest", Boolean.class, true);
        for (Rule rule : RULES) {
            String value = environment.getProperty(rule.property(), "");
            boolean notOurs = guest && rule.property().matches("(server|spring)\\..*");
            if (!value.isEmpty() && !notOurs && !rule.right().test(value)) {
                wrong.add(rule.variable() + " (" + rule.property() + ") must be " + rule.what() + ".");
            }
        }
        pair(environment, wrong, "ZOOM_CLIENT_ID", "zoom.oauth.client-id",
                "ZOOM_CLIENT_SECRET", "zoom.oauth.client-secret");
        pair(environment, wrong, "ADMIN_OIDC_ISSUER_URI", "admin.oidc.issuer-uri",
                "ADMIN_OIDC_CLIENT_ID", "admin.oidc.client-id");
        pair(environment, wrong, "ADMIN_OIDC_CLIENT_ID", "admin.oidc.client-id",
                "ADMIN_OIDC_CLIENT_SECRET", "admin.oidc.client-secret");
        pair(environment, wrong, "OAUTH_ISSUER_URI", "oauth.issuer-uri", "OAUTH_AUDIENCE", "oauth.audience");
        if (!wrong.isEmpty()) {
            throw new WrongConfigurationException(String.join(" ", wrong));
        }
        absolute(environment);
    }

    /** What the library needs, below everything that the application says itself. */
    private static void defaults(ConfigurableEnvironment environment) {
        if ("false".equals(environment.getProperty("zoom-bookings.enabled"))) {
            return;
        }
        PatientFiles.register();
        try {
            for (PropertySource<?> ours : new YamlPropertySourceLoader().load("zoom-bookings",
                    new ClassPathResource("zoom-bookings.yaml"))) {
                environment.getPropertySources().addLast(withoutWhatIsConfigured(environment, ours));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A data source or scheduler that the application configures stays as it is, not half ours. */
    private static PropertySource<?> withoutWhatIsConfigured(ConfigurableEnvironment environment, PropertySource<?> ours) {
        if (!environment.getProperty("zoom-bookings.guest", Boolean.class, true)) {
            return ours;
        }
        List<String> theirs = ALL_OR_NOTHING.stream().filter(prefix ->
                Binder.get(environment).bind(prefix, Bindable.mapOf(String.class, Object.class)).isBound()).toList();
        Map<String, Object> kept = new LinkedHashMap<>();
        for (String name : ((EnumerablePropertySource<?>) ours).getPropertyNames()) {
            if (theirs.stream().noneMatch(prefix -> name.startsWith(prefix + "."))) {
                kept.put(name, ours.getProperty(name));
            }
        }
        return new MapPropertySource(ours.getName(), kept);
    }

    /** DATA_DIR may be relative to where the process was started; the embedded database wants it in full. */
    private static void absolute(ConfigurableEnvironment environment) {
        String directory = environment.getProperty("data.dir", "");
        if (!directory.isEmpty()) {
            environment.getPropertySources().addFirst(new MapPropertySource("data directory",
                    Map.of("data.dir", Path.of(directory).toAbsolutePath().normalize().toString())));
        }
    }

    private static void pair(ConfigurableEnvironment environment, List<String> wrong,
            String oneVariable, String one, String otherVariable, String other) {
        boolean first = environment.getProperty(one, "").isEmpty();
        boolean second = environment.getProperty(other, "").isEmpty();
        if (first != second) {
            wrong.add((first ? oneVariable : otherVariable) + " (" + (first ? one : other)
                    + ") must be given too where " + (first ? otherVariable : oneVariable) + " is.");
        }
    }

    private static boolean isPort(String text, int least) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= MAX_PORT;
    }

    private static boolean areNetworks(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).allMatch(network -> {
            String[] parts = network.split("/", 2);
            boolean v6 = parts[0].contains(":");
            if (!parts[0].matches(v6 ? "[0-9A-Fa-f:.]+" : "[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
                return false;
            }
            try {
                InetAddress.getByName(parts[0]);
            } catch (UnknownHostException notOne) {
                return false;
            }
            return parts.length == 1 || parts[1].matches("[0-9]{1,3}") && Integer.parseInt(parts[1]) <= (v6 ? 128 : 32);
        });
    }

    private static boolean isBase(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null
                    && uri.getPort() <= MAX_PORT;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
