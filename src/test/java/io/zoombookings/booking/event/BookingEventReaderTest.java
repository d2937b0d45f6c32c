package io.zoombookings.booking.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookingEventReaderTest {

    @Test
    void readsEveryField() {
        BookingEvent event = Events.read(Events.full());

        assertThat(event).isEqualTo(new BookingEvent(BookingEventType.CONFIRMED, "7b0e2f5c-1",
                Instant.parse("2026-11-22T09:00:00Z"), "default", "B-1001", 1L, null,
                new Booking("B-1001", "Intro consultation", "Bring last year's report", "2026-12-01T10:00:00",
                        "Europe/Berlin", 30, new Person("Ada Kern", "ada@clinic.example", "de", "Europe/Berlin"),
                        List.of(new Person("Bo Li", "bo@guest.example", "en", "Asia/Shanghai")),
                        "FREQ=WEEKLY;COUNT=4", List.of(),
                        new MeetingOptions(true, "optional", "none", List.of("co@clinic.example")),
                        Map.of("a", "1", "b", "2")),
                "only on a cancellation"));
        assertThat(event.booking().metadata().keySet()).containsExactly("b", "a");
    }

    @Test
    void readsWhatIsLeftOutAsNull() {
        BookingEvent event = Events.read(Events.with(Events.small(), "/booking/guests/0/name", null));

        assertThat(event.eventId()).isNull();
        assertThat(event.occurredAt()).isNull();
        assertThat(event.workspace()).isNull();
        assertThat(event.version()).isNull();
        assertThat(event.reason()).isNull();
        assertThat(event.booking().notes()).isNull();
        assertThat(event.booking().recurrenceRule()).isNull();
        assertThat(event.booking().meeting()).isEqualTo(MeetingOptions.UNSAID);
        assertThat(event.booking().metadata()).isEmpty();
        assertThat(event.booking().guests().get(0).name()).isNull();
    }

    @Test
    void writesABookingAsJsonAndReadsItBack() throws Exception {
        Booking booking = Events.read(Events.full()).booking();

        String json = Events.JSON.writeValueAsString(booking);

        assertThat(Events.JSON.readValue(json, Booking.class)).isEqualTo(booking);
        assertThat(Events.JSON.writeValueAsString(booking.withoutPasscode())).doesNotContain("optional");
        assertThat(booking.withoutPasscode().withPasscode("optional")).isEqualTo(booking);
        assertThat(booking.toString()).doesNotContain("optional");
    }

    @Test
    void readsACancellationThatNamesTheBookingOnly() {
        assertThat(Events.read(Events.cancellation())).isEqualTo(new BookingEvent(
                BookingEventType.CANCELLED, null, null, null, "B-1001", null, null, null, null));
    }

    @Test
    void readsTheWholeBookingOfACancellationThatCarriesIt() {
        ObjectNode event = Events.with(Events.full(), "/event", "\"booking.cancelled\"");

        assertThat(Events.read(event).booking()).isEqualTo(Events.read(Events.full()).booking());
    }

    @Test
    void takesNoBookingFromACancellationThatCarriesAPartOfIt() {
        assertThat(Events.read(Events.with(Events.cancellation(), "/booking/title", "\"Talk\"")).booking()).isNull();
    }

    @Test
    void checksWhateverACancellationCarries() {
        ObjectNode event = Events.cancellation();
        Events.with(event, "/booking/start", "\"2026-02-30T10:00:00Z\"");
        Events.with(event, "/booking/guests", "[{\"email\": \"nobody\"}]");

        assertThat(pointers(event)).containsExactlyInAnyOrder("/booking/start", "/booking/guests/0/email");
    }

    @Test
    void namesEveryWrongFieldAtOnce() {
        ObjectNode event = Events.full();
        Events.with(event, "/event", "\"booking.moved\"");
        Events.with(event, "/booking/id", "\"a b\"");
        Events.with(event, "/booking/timeZone", "\"Europe/Bonn\"");
        Events.with(event, "/booking/host/email", "\"ada\"");
        Events.with(event, "/booking/guests/0/timeZone", "\"Mars/Base\"");
        Events.with(event, "/booking/durationMinutes", "0");
        Events.with(event, "/booking/colour", "\"red\"");
        Events.with(event, "/booking/title", null);

        assertThat(pointers(event)).containsExactlyInAnyOrder("/event", "/booking/id", "/booking/timeZone",
                "/booking/host/email", "/booking/guests/0/timeZone", "/booking/durationMinutes", "/booking/colour",
                "/booking/title");
        assertThat(refused(event).getMessage()).isEqualTo("The booking event has 8 wrong fields.");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "gone", value = {
        "/event | gone | /event | is required",
        "/event | \"confirmed\" | /event | must be one of booking.confirmed, booking.rescheduled, booking.cancelled",
        "/eventId | \"\" | /eventId | must not be empty",
        "/eventId | 7 | /eventId | must be text",
        "/occurredAt | \"yesterday\" | /occurredAt | must be a date-time with an offset, such as 2026-11-22T09:00:00Z",
        "/occurredAt | \"2026-11-22T09:00:00\" | /occurredAt "
            + "| must be a date-time with an offset, such as 2026-11-22T09:00:00Z",
        "/workspace | \"No Caps\" | /workspace | must be 1 to 40 of a-z 0-9 -",
        "/booking | gone | /booking | is required",
        "/booking | [] | /booking | must be an object",
        "/hello | 1 | /hello | is not a field of a booking event",
        "/hello | null | /hello | is not a field of a booking event",
        "/booking/color | null | /booking/color | is not a field of a booking event",
        "/booking/guests/0/color | null | /booking/guests/0/color | is not a field of a booking event",
        "/booking/meeting/color | null | /booking/meeting/color | is not a field of a booking event",
        "/a~1b~0c | 1 | /a~1b~0c | is not a field of a booking event",
        "/booking/id | gone | /booking/id | is required",
        "/booking/id | \"\" | /booking/id | must be 1 to 100 of A-Z a-z 0-9 . _ ~ : @ + = -, and neither . nor ..",
        "/booking/id | \"..\" | /booking/id | must be 1 to 100 of A-Z a-z 0-9 . _ ~ : @ + = -, and neither . nor ..",
        "/booking/id | \"a/b\" | /booking/id | must be 1 to 100 of A-Z a-z 0-9 . _ ~ : @ + = -, and neither . nor ..",
        "/booking/id | \"a\\n\" | /booking/id | must be 1 to 100 of A-Z a-z 0-9 . _ ~ : @ + = -, and neither . nor ..",
        "/booking/version | -1 | /booking/version | must be at least 0",
        "/booking/version | 1.5 | /booking/version | must be a whole number",
        "/booking/version | 1e99 | /booking/version | must be a whole number",
        "/booking/version | 99999999999999999999 | /booking/version | must be a whole number",
        "/booking/version | 9007199254740993 | /booking/version | must be at most 9007199254740991",
        "/booking/version | \"1\" | /booking/version | must be a whole number",
        "/booking/occurrence | \"1\" | /booking/occurrence | names an instance on a reschedule or a cancellation only",
        "/booking/occurrence | \".\" | /booking/occurrence "
            + "| must be 1 to 60 of A-Z a-z 0-9 . _ ~ : @ + = -, and neither . nor ..",
        "/booking/title | gone | /booking/title | is required",
        "/booking/title | null | /booking/title | is required",
        "/booking/title | \" \\n\" | /booking/title | must be text that is not blank",
        "/booking/title | \"a\\u0000b\" | /booking/title | must not contain NUL or half a surrogate pair",
        "/booking/start | gone | /booking/start | is required",
        "/booking/start | \"2026-12-01\" | /booking/start "
            + "| must be a date-time, such as 2026-12-01T10:00:00 or 2026-12-01T10:00:00+01:00",
        "/booking/start | \"2026-12-01T10:00:00\\n\" | /booking/start "
            + "| must be a date-time, such as 2026-12-01T10:00:00 or 2026-12-01T10:00:00+01:00",
        "/booking/start | \"2026-02-30T10:00:00\" | /booking/start "
            + "| is not a date-time of the years 1970 to 9998 that exists",
        "/booking/start | \"2026-12-01T25:00:00Z\" | /booking/start "
            + "| is not a date-time of the years 1970 to 9998 that exists",
        "/booking/start | \"0001-01-01T00:00:00Z\" | /booking/start "
            + "| is not a date-time of the years 1970 to 9998 that exists",
        "/booking/timeZone | gone | /booking/timeZone | is required, because a date-time has no offset",
        "/booking/timeZone | \"Europe/Bonn\" | /booking/timeZone | is not the IANA id of a known time zone",
        "/booking/timeZone | \"SystemV/EST5\" | /booking/timeZone | is not the IANA id of a known time zone",
        "/booking/timeZone | \"+01:00\" | /booking/timeZone | is not the IANA id of a known time zone",
        "/booking/host/timeZone | \"Europe/Bonn\" | /booking/host/timeZone | is not the IANA id of a known time zone",
        "/booking/durationMinutes | gone | /booking/durationMinutes | is required, or end",
        "/booking/durationMinutes | 0 | /booking/durationMinutes | must be at least 1",
        "/booking/durationMinutes | 1441 | /booking/durationMinutes | must be at most 1440",
        "/booking/durationMinutes | 1e99 | /booking/durationMinutes | must be a whole number",
        "/booking/end | \"2026-12-01T11:00:00\" | /booking/end | must not be there beside durationMinutes",
        "/booking/host | gone | /booking/host | is required",
        "/booking/host/email | gone | /booking/host/email | is required",
        "/booking/host/email | \"ada\" | /booking/host/email "
            + "| must be a plain email address, such as ada@clinic.example",
        "/booking/host/phone | \"1\" | /booking/host/phone | is not a field of a booking event",
        "/booking/guests | gone | /booking/guests | is required",
        "/booking/guests | [] | /booking/guests | must have at least one entry",
        "/booking/guests | [null] | /booking/guests/0 | must be an object",
        "/booking/guests | {} | /booking/guests | must be a list",
        "/booking/guests/0/email | gone | /booking/guests/0/email | is required",
        "/booking/meeting/passcode | \"12345678901\" | /booking/meeting/passcode | must be 1 to 10 of A-Z a-z 0-9 @ _ * -",
        "/booking/meeting/passcode | \"a b\" | /booking/meeting/passcode | must be 1 to 10 of A-Z a-z 0-9 @ _ * -",
        "/booking/meeting/waitingRoom | \"yes\" | /booking/meeting/waitingRoom | must be true or false",
        "/booking/meeting/autoRecording | \"tape\" | /booking/meeting/autoRecording "
            + "| must be one of none, local, cloud",
        "/booking/meeting/alternativeHosts/0 | \"co\" | /booking/meeting/alternativeHosts/0 "
            + "| must be a plain email address, such as ada@clinic.example",
        "/booking/metadata/a | 1 | /booking/metadata/a | must be text",
        "/booking/metadata/ | \"x\" | /booking/metadata/ | must have names of 1 to 200 characters",
        "/booking/recurrence | {} | /booking/recurrence/rule | is required",
        "/booking/recurrence/rule | \"\" | /booking/recurrence/rule | must not be empty",
        "/booking/recurrence/rdate | [\"2026-12-24\"] | /booking/recurrence/rdate/0 "
            + "| must be a date-time, such as 2026-12-01T10:00:00 or 2026-12-01T10:00:00+01:00",
        "/booking/recurrence/rdate | [\"2026-12-24T25:00:00\"] | /booking/recurrence/rdate/0 "
            + "| is not a date-time of the years 1970 to 9998 that exists",
        "/booking/recurrence/exdate | [\"2026-13-24\"] | /booking/recurrence/exdate/0 | is not a date that exists",
        "/booking/occurrences | [{\"id\": \"a\", \"start\": \"2026-12-01T10:00:00Z\"}] | /booking/occurrences "
            + "| must not be there beside recurrence",
    })
    void refusesAWrongField(String field, String value, String pointer, String detail) {
        assertThat(refused(Events.with(Events.full(), field, value)).problems())
                .containsExactly(new FieldProblem(pointer, detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"a\\ud83d\" | must not contain NUL or half a surrogate pair",
        "\"\\ude00a\" | must not contain NUL or half a surrogate pair",
        "\"\\ud83d\\ud83d\\ude00\" | must not contain NUL or half a surrogate pair",
        "1e999999999 | must be text",
        "-1e-999999999 | must be text",
    })
    void refusesValuesThatOnlyRawJsonCanHold(String value, String detail) {
        String body = Events.full().toString().replace("\"Bring last year's report\"", value);

        assertThat(catchThrowableOfType(InvalidBookingEventException.class, () -> Events.read(body)).problems())
                .containsExactly(new FieldProblem("/booking/notes", detail));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "gone", value = {
        "/booking/id | \"aZ09._~:@+=-\"",
        "/booking/id | \"...\"",
        "/booking/version | 9007199254740991",
        "/booking/version | 3.0",
        "/booking/durationMinutes | 1440",
        "/booking/durationMinutes | 1",
        "/booking/start | \"2026-12-01T10:00\"",
        "/booking/start | \"2026-12-01t10:00:00.123456789z\"",
        "/booking/start | \"2026-12-01T10:00:00-00:00\"",
        "/booking/start | \"1999-12-01T10:00:00-09:30\"",
        "/booking/start | \"9998-12-01T10:00:00Z\"",
        "/booking/notes | null",
        "/booking/metadata | null",
        "/booking/metadata/color | null",
        "/booking/meeting/passcode | null",
        "/booking/guests/0/locale | \"tlh-Klingon\"",
        "/booking/guests/0/name | \"\\r\\nBcc: all@guest.example\"",
        "/booking/title | \"<b>\\u202e👩‍👩‍👧\"",
        "/occurredAt | \"2026-11-22T10:00:00.123456+01:00\"",
    })
    void acceptsAnUnusualField(String field, String value) {
        assertThat(Events.read(Events.with(Events.full(), field, value)).booking()).isNotNull();
    }

    @Test
    void acceptsTenThousandCharactersWhereTextIsFree() {
        ObjectNode event = Events.full();
        String emoji = "👍".repeat(10_000);
        for (String field : List.of("/booking/title", "/booking/notes", "/booking/host/name",
                "/booking/guests/0/name", "/reason", "/booking/metadata/a")) {
            Events.with(event, field, '"' + emoji + '"');
        }

        assertThat(Events.read(event).booking().title()).isEqualTo(emoji);
    }

    @Test
    void keepsTimesOfEventsToTheMicrosecond() {
        ObjectNode event = Events.with(Events.full(), "/occurredAt", "\"2026-11-22T10:00:00.123456789+01:00\"");

        assertThat(Events.read(event).occurredAt()).isEqualTo("2026-11-22T09:00:00.123456Z");
    }

    @Test
    void mergesGuestsWithTheSameAddressWhateverItsCase() {
        ObjectNode event = Events.full();
        Events.with(event, "/booking/guests", """
                [{"email": "Bo@Guest.example"}, {"email": "cy@guest.example", "name": "Cy"},
                 {"email": "bo@guest.example", "name": "Bo", "locale": "zh", "timeZone": "Asia/Shanghai"},
                 {"email": "BO@GUEST.EXAMPLE", "name": "Other", "locale": "fr", "timeZone": "Europe/Paris"}]""");

        assertThat(Events.read(event).booking().guests()).containsExactly(
                new Person("Bo", "Bo@Guest.example", "zh", "Asia/Shanghai"),
                new Person("Cy", "cy@guest.example", null, null));
    }

    @Test
    void judgesNoTimeInAZoneThatIsUnknown() {
        ObjectNode event = Events.with(Events.small(), "/booking/durationMinutes", null);
        Events.with(event, "/booking/timeZone", "\"Europe/Bonn\"");
        Events.with(event, "/booking/start", "\"2026-12-01T10:00:00Z\"");
        Events.with(event, "/booking/end", "\"2026-12-01T10:30:00\"");

        assertThat(pointers(event)).containsExactly("/booking/timeZone");
    }

    @Test
    void tellsNoAlternativeHostsFromNoneSaid() {
        ObjectNode event = Events.full();
        Events.with(event, "/booking/meeting/alternativeHosts", "[\"co@clinic.example\", \"co@clinic.example\"]");
        assertThat(Events.read(event).booking().meeting().alternativeHosts()).containsExactly("co@clinic.example");

        Events.with(event, "/booking/meeting/alternativeHosts", "[]");
        assertThat(Events.read(event).booking().meeting().alternativeHosts()).isEmpty();

        Events.with(event, "/booking/meeting/alternativeHosts", null);
        assertThat(Events.read(event).booking().meeting().alternativeHosts()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T10:00:00, 2026-12-01T10:30:00, 30",
        "2026-12-01T10:00:00, 2026-12-01T10:29:01, 30",
        "2026-12-01T10:00:00, 2026-12-02T10:00:00, 1440",
        "2026-12-01T10:00:00Z, 2026-12-01T12:00:00, 60",
        "2026-03-29T01:30:00, 2026-03-29T03:30:00, 60",
        "2026-10-25T01:30:00, 2026-10-25T03:30:00, 180",
    })
    void takesTheDurationFromTheEnd(String start, String end, int minutes) {
        ObjectNode event = Events.with(Events.small(), "/booking/durationMinutes", null);
        Events.with(event, "/booking/start", '"' + start + '"');
        Events.with(event, "/booking/end", '"' + end + '"');

        assertThat(Events.read(event).booking().durationMinutes()).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T10:00:00, must be after the start",
        "2026-12-01T08:00:00Z, must be after the start",
        "2026-12-02T10:00:01, must be at most 1440 minutes after the start",
    })
    void refusesAnEndThatMakesNoDuration(String end, String detail) {
        ObjectNode event = Events.with(Events.small(), "/booking/durationMinutes", null);
        Events.with(event, "/booking/end", '"' + end + '"');

        assertThat(refused(event).problems()).containsExactly(new FieldProblem("/booking/end", detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "1", "\"text\"", "null", "{", "{\"event\": }", "{} {}", "{} x", "{'a': 1}",
        "{\"a\": 01}", "{\"a\": NaN}", "{\"a\": \"\n\"}", "// c\n{}"})
    void refusesWhatIsNotOneJsonObject(String body) {
        assertThatThrownBy(() -> Events.read(body))
                .isInstanceOfSatisfying(InvalidBookingEventException.class,
                        refused -> assertThat(refused.problems()).isEmpty())
                .hasMessageStartingWith("The body");
    }

    @Test
    void saysWhereTheJsonBreaks() {
        assertThatThrownBy(() -> Events.read("{\n  \"event\": ?}"))
                .hasMessage("The body is not JSON: see line 2, column 13.");
    }

    @Test
    void refusesAFieldThatIsThereTwice() {
        String body = Events.full().toString().replace("\"version\":1", "\"version\":1,\"version\":2");

        InvalidBookingEventException refused =
                catchThrowableOfType(InvalidBookingEventException.class, () -> Events.read(body));

        assertThat(refused.problems()).containsExactly(new FieldProblem("/booking/version", "is there twice"));
    }

    @Test
    void refusesDeepAndHugeBodies() {
        String deep = "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        String many = "{\"a\":[" + "1,".repeat(300_000) + "1]}";
        String longNumber = "{\"a\":" + "9".repeat(5000) + "}";

        assertThatThrownBy(() -> Events.read(deep)).isInstanceOf(InvalidBookingEventException.class)
                .hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> Events.read(many)).isInstanceOf(InvalidBookingEventException.class)
                .hasMessageContaining("20000 values");
        assertThatThrownBy(() -> Events.read(longNumber)).isInstanceOf(InvalidBookingEventException.class)
                .hasMessageContaining("number that is too long");
        assertThatThrownBy(() -> Events.read(" ".repeat(BookingEventReader.MAX_BYTES + 1)))
                .isInstanceOf(InvalidBookingEventException.class).hasMessageContaining("1048576 bytes");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin1 = Events.full().toString().replace("Ada", "Ad\u00e4").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Events.READER.read(latin1, null, Map.of()))
                .isInstanceOf(InvalidBookingEventException.class).hasMessage("The body is not UTF-8.");
    }

    @Test
    void readsPastAByteOrderMark() {
        assertThat(Events.read("\uFEFF" + Events.full()).bookingId()).isEqualTo("B-1001");
    }

    private static InvalidBookingEventException refused(ObjectNode event) {
        return catchThrowableOfType(InvalidBookingEventException.class, () -> Events.read(event));
    }

    private static List<String> pointers(ObjectNode event) {
        return refused(event).problems().stream().map(FieldProblem::pointer).toList();
    }
}
