package io.zoombookings.source.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import io.zoombookings.RunningApplication.Answer;
import io.zoombookings.TestWorkspace;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The door for booking systems' own webhooks, and how administrators set it up. */
@Tag("database")
class WebhookDoorTest {

    private final RunningApplication application = RunningApplication.shared();
    private TestWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = application.workspace();
    }

    private WebhookDoor door(WebhookSource source) {
        return new WebhookDoor(application, workspace, source);
    }

    private static String booking(WebhookSource source) {
        return switch (source) {
            case CALCOM -> Posted.calcom("BOOKING_CREATED", "2031-01-01T09:00:00Z", "uidA", null, "2031-03-04T10:00:00Z",
                    "2031-03-04T10:30:00Z", "bo@guest.example");
            case CALENDLY -> Posted.calendly("invitee.created", "2031-01-01T09:00:00Z", "E1", "bo",
                    "2031-03-04T10:00:00.000000Z", "null", "\"rescheduled\":false");
            case EASYAPPOINTMENTS -> Posted.easyAppointments("appointment_delete", "17", "2031-08-31 14:00:00",
                    "2031-08-31 14:45:00", "Booked", "");
            case ACUITY -> Posted.acuity("canceled", "54");
            case SQUARE -> Posted.square("booking.updated", "e-1", "sq1", 1, "CANCELLED_BY_SELLER", "2031-03-04T10:00:00Z");
        };
    }

    private static String other(WebhookSource source) {
        return source == WebhookSource.ACUITY ? Posted.acuity("order.completed", "54")
                : "{\"triggerEvent\":\"MEETING_ENDED\",\"event\":\"x\",\"action\":\"customer_save\",\"type\":\"payment.created\"}";
    }

    @ParameterizedTest
    @EnumSource(WebhookSource.class)
    void whatIsSignedIsStoredOnceAndWhatIsNoBookingIsOnlyAcknowledged(WebhookSource source) {
        WebhookDoor door = door(source).setUp(null);

        door.accepts(other(source));
        assertThat(door.stored()).isZero();
        Answer answer = door.post(booking(source));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.raw().body()).isEmpty();
        assertThat(answer.raw().headers().map().keySet()).noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("sign")
                || name.toLowerCase(Locale.ROOT).contains("token"));
        door.await(overview -> overview.path("pending").asInt() == 0);
        assertThat(door.stored()).isEqualTo(1);
        assertThat(door.overview().path("failed").asInt()).isZero();
        byte[] stored = door.jdbc().sql("select body from booking_webhook_event where workspace_id = ?").param(workspace.id())
                .query((row, n) -> row.getBytes(1)).single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("canceled", "uidA", "CANCELLED", "bo@");
    }

    static Stream<Arguments> forged() {
        return Arrays.stream(WebhookSource.values()).flatMap(source -> Stream.of("", "no-secret-provided", "x".repeat(64),
                "t=1,v1=" + "0".repeat(64)).map(value -> Arguments.of(source, value)));
    }

    @ParameterizedTest
    @MethodSource("forged")
    void whatIsNotSignedIsRefusedAndNothingIsStored(WebhookSource source, String signature) {
        WebhookDoor door = door(source).setUp(null);
        Map<String, String> headers = new HashMap<>(door.headers(booking(source)));
        headers.replaceAll((name, value) -> name.equals("Content-Type") ? value : signature);

        assertRefused(application.call("POST", door.path(), booking(source), headers), 401);
        assertThat(door.stored()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = WebhookSource.class, mode = EnumSource.Mode.EXCLUDE, names = "EASYAPPOINTMENTS")
    void oneByteMoreIsAnotherBody(WebhookSource source) {
        WebhookDoor door = door(source).setUp(null);

        assertRefused(application.call("POST", door.path(), booking(source) + " ", door.headers(booking(source))), 401);
        assertThat(door.stored()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-170,200", "170,200", "-190,401", "190,401"})
    void calendlysTimeCountsForThreeMinutes(int seconds, int status) {
        WebhookDoor door = door(WebhookSource.CALENDLY).setUp(null);
        String body = booking(WebhookSource.CALENDLY);
        Clock other = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));

        assertThat(application.call("POST", door.path(), body, Posted.signed(WebhookSource.CALENDLY, WebhookDoor.SECRET, null,
                body, other)).status()).isEqualTo(status);
    }

    @Test
    void squareSignsTheAddressToo() {
        WebhookDoor door = door(WebhookSource.SQUARE).setUp(null);
        String body = booking(WebhookSource.SQUARE);

        assertRefused(application.call("POST", door.path(), body, Posted.signed(WebhookSource.SQUARE, WebhookDoor.SECRET,
                "https://elsewhere.example" + door.path(), body, Clock.systemUTC())), 401);
    }

    @Test
    void acuitysKeySignsWhereThereIsNoSecret() {
        WebhookDoor door = door(WebhookSource.ACUITY);
        assertThat(application.admin("PUT", door.path(), """
                {"apiUser":"4711","apiKey":"%s","hostEmail":"ada@clinic.example"}""".formatted(WebhookDoor.SECRET)).status())
                .isEqualTo(204);

        door.accepts(booking(WebhookSource.ACUITY));
        assertThat(door.overview().path("apiUrl").isNull()).isTrue();
    }

    @Test
    void forgetsWhatIsLongDoneAndKeepsWhatFailed() {
        WebhookDoor door = door(WebhookSource.CALCOM).setUp(null);
        door.accepts(booking(WebhookSource.CALCOM));
        door.accepts(booking(WebhookSource.CALCOM).replace("uidA", "uidB").replace("bo@guest.example", "nobody"));
        door.accepts(booking(WebhookSource.CALCOM).replace("uidA", "uidC"));
        door.await(overview -> overview.path("pending").asInt() == 0);
        door.jdbc().sql("update booking_webhook_event set received_at = received_at - interval '8' day "
                + "where workspace_id = ? and subject <> 'uidC'").param(workspace.id()).update();

        application.bean(BookingWebhooks.class).forget();

        assertThat(door.jdbc().sql("select subject from booking_webhook_event where workspace_id = ? order by 1")
                .param(workspace.id()).query(String.class).list()).containsExactly("uidB", "uidC");
        WebhookSeats seats = application.bean(WebhookSeats.class);
        seats.forget(Instant.parse("2031-02-01T00:00:00Z"));
        assertThat(seated(door)).isEqualTo(2);
        seats.forget(Instant.parse("2031-04-01T00:00:00Z"));
        assertThat(seated(door)).isZero();
    }

    private int seated(WebhookDoor door) {
        return door.jdbc().sql("select count(*) from booking_webhook_seat where workspace_id = ?").param(workspace.id())
                .query(Integer.class).single();
    }

    @Test
    void whatCannotBeReadIsRefusedAfterItsSignature() {
        WebhookDoor door = door(WebhookSource.CALCOM).setUp(null);

        assertRefused(door.post("{\"triggerEvent\":\"BOOKING_CREATED\"}"), 400);
        assertRefused(door.post("no JSON"), 400);
        assertRefused(door.post(""), 400);
        assertThat(door.post("{\"x\":\"" + "y".repeat(1 << 20) + "\"}").status()).isEqualTo(413);
        assertThat(door.stored()).isZero();
    }

    @Test
    void anUnknownWorkspaceOrSystemAndOneThatIsNotSetUpLookTheSame() {
        WebhookDoor door = door(WebhookSource.CALCOM);
        String body = booking(WebhookSource.CALCOM);

        String none = door.post(body).raw().body();
        assertRefused(door.post(body), 404);
        for (String path : new String[] {"/api/workspaces/no-such/webhooks/calcom",
            "/api/workspaces/" + workspace.id() + "/webhooks/thunderbird"}) {
            Answer answer = application.call("POST", path, body, door.headers(body));
            assertRefused(answer, 404);
            assertThat(answer.raw().body()).isEqualTo(none);
        }
        door.setUp(null);
        door.accepts(body);
        assertThat(application.admin("DELETE", door.path(), null).status()).isEqualTo(204);
        assertRefused(door.post(body), 404);
        assertThat(application.admin("DELETE", door.path(), null).status()).isEqualTo(404);
        assertThat(door.overview()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "calcom          | {} | /secret",
        "calendly        | {\"secret\":\" \"} | /secret",
        "easyappointments| {\"timeZone\":\"Europe/Berlin\"} | /secret /apiUrl /apiKey",
        "acuity          | {\"secret\":\"x\"} | /apiUser /apiKey /hostEmail",
        "square          | {\"apiUrl\":\"https://square.example\"} | /secret /apiKey /hostEmail",
        "calcom          | {\"secret\":\"x\",\"timeZone\":\"Mars/Base\",\"hostEmail\":\"x\",\"apiUrl\":\"ftp://x\"} | /apiUrl /timeZone /hostEmail",
        "calcom          | {\"secret\":\"x\",\"apiUrl\":\"https://user:pw@x.example\",\"apiUser\":\"a\\r\\nb\"} | /apiUser /apiUrl"})
    void wrongSettingsAreNamedByPointer(String source, String body, String pointers) {
        Answer wrong = application.admin("PUT", "/api/workspaces/" + workspace.id() + "/webhooks/" + source.strip(), body);

        assertRefused(wrong, 400);
        assertThat(String.join(" ", wrong.body().path("errors").findValuesAsText("pointer"))).isEqualTo(pointers.strip());
    }

    @Test
    void whatIsNoObjectAndAnUnknownSystemAreRefused() {
        String path = "/api/workspaces/" + workspace.id() + "/webhooks/";

        assertRefused(application.admin("PUT", path + "calcom", "[]"), 400);
        assertRefused(application.admin("PUT", path + "calcom", "no JSON"), 400);
        assertRefused(application.admin("PUT", path + "thunderbird", "{\"secret\":\"x\"}"), 404);
        assertRefused(application.admin("PATCH", path + "calcom", "{}"), 405);
        assertRefused(application.call("PUT", path + "calcom", "{}", Map.of("Content-Type", "application/json")), 401);
    }

    @Test
    void secretsAreSealedNeverShownAndSealedAnewWithANewKey() {
        WebhookDoor door = door(WebhookSource.EASYAPPOINTMENTS);
        assertThat(door.put("http://10.0.0.7/ea", "the-api-token").status()).isEqualTo(204);

        JsonNode shown = application.admin("GET", "/api/workspaces/" + workspace.id() + "/webhooks", null).body();
        assertThat(shown.at("/0/address").asText()).isEqualTo(application.url() + door.path());
        assertThat(shown.at("/0/apiUrl").asText()).isEqualTo("http://10.0.0.7/ea");
        assertThat(shown.toString()).doesNotContain(WebhookDoor.SECRET, "the-api-token");
        UUID id = door.jdbc().sql("select id from booking_webhook where workspace_id = ?").param(workspace.id())
                .query(UUID.class).single();
        for (var column : Map.of(SealedColumn.WEBHOOK_SECRET, "secret", SealedColumn.WEBHOOK_API_KEY, "api_key").entrySet()) {
            byte[] sealed = door.jdbc().sql("select " + column.getValue() + " from booking_webhook where id = ?").param(id)
                    .query((row, n) -> row.getBytes(1)).single();
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(WebhookDoor.SECRET, "the-api-token");
            assertThat(application.bean(Secrets.class).open(sealed, column.getKey().at(id)))
                    .isEqualTo(column.getValue().equals("secret") ? WebhookDoor.SECRET : "the-api-token");
        }
        assertThat(door.jdbc().sql("select action from audit_entry where workspace_id = ?").param(workspace.id())
                .query(String.class).list()).contains("webhook.changed");
    }

    @Test
    void anAdministratorOfOneWorkspaceMayNotPointIntoThePrivateNetwork() {
        WebhookSources sources = application.bean(WebhookSources.class);
        WebhookSettings inside = new WebhookSettings("s", "http://10.0.0.7/ea", null, "k", null, null);

        assertThat(sources.problems(WebhookSource.EASYAPPOINTMENTS, inside, true)).isEmpty();
        assertThat(sources.problems(WebhookSource.EASYAPPOINTMENTS, inside, false)).singleElement()
                .satisfies(problem -> assertThat(problem.pointer()).isEqualTo("/apiUrl"));
    }

    private static void assertRefused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        assertThat(answer.raw().headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("detail").asText()).isNotBlank();
    }
}
