package io.zoombookings.notification.letter;

import static io.zoombookings.notification.letter.LetterDraft.LINK;
import static io.zoombookings.notification.letter.LetterDraft.START;
import static io.zoombookings.notification.letter.LetterDraft.date;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.Observance;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.property.Attendee;
import biweekly.util.Recurrence;
import io.zoombookings.notification.NotificationKind;
import io.zoombookings.notification.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar part, read by a parser that is not the library that wrote it. */
class LetterCalendarTest {

    private final LetterComposer composer = new LetterComposer("bookings@clinic.example", null);

    @Test
    void isAnInvitationWithAllThatCalendarsAskFor() {
        ICalendar calendar = calendar(new LetterDraft());
        VEvent event = calendar.getEvents().get(0);

        assertThat(calendar.validate(ICalVersion.V2_0).toString()).isEmpty();
        assertThat(calendar.getMethod().isRequest()).isTrue();
        assertThat(calendar.getProductId().getValue()).isNotBlank();
        assertThat(event.getUid().getValue()).isEqualTo(LetterDraft.UID);
        assertThat(event.getSequence().getValue()).isEqualTo(2);
        assertThat(event.getDateTimeStamp().getValue()).isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
        assertThat(event.getDateStart().getValue()).isEqualTo(START);
        assertThat(event.getDateEnd().getValue()).isEqualTo(START.plus(Duration.ofMinutes(30)));
        assertThat(event.getSummary().getValue()).isEqualTo("Intro consultation");
        assertThat(event.getStatus().isConfirmed()).isTrue();
        assertThat(event.getTransparency().isOpaque()).isTrue();
        assertThat(event.getOrganizer().getEmail()).isEqualTo("ada@clinic.example");
        assertThat(event.getOrganizer().getCommonName()).isEqualTo("Ada Kern");
        assertThat(event.getLocation().getValue()).isEqualTo(LINK);
        assertThat(event.getUrl().getValue()).isEqualTo(LINK);
        assertThat(event.getDescription().getValue()).contains(LINK, "Meeting ID: 833 2036 3126", "Passcode: s3cret",
                "Host: Ada Kern", "Bring last year's report");
        assertThat(event.getAlarms()).hasSize(1);
        assertThat(event.getAlarms().get(0).getAction().isDisplay()).isTrue();
        assertThat(event.getAlarms().get(0).getTrigger().getDuration().toMillis()).isEqualTo(-15 * 60 * 1000);
    }

    @Test
    void aGuestsHasTheGuestAloneAsAttendeeTheHostsHasThemAll() {
        assertThat(calendar(new LetterDraft()).getEvents().get(0).getAttendees())
                .extracting(Attendee::getEmail).containsExactly("bo@guest.example");
        assertThat(calendar(LetterDraft.of(NotificationKind.CONFIRMATION, Role.HOST)).getEvents().get(0).getAttendees())
                .extracting(Attendee::getEmail, Attendee::getCommonName).containsExactly(
                        tuple("bo@guest.example", "Bo Li"),
                        tuple("cem@secret.example", "Cem Öz"));
    }

    @Test
    void aCancellationIsOneWithTheSameUidAndNoAlarm() {
        ICalendar calendar = calendar(LetterDraft.of(NotificationKind.CANCELLED, Role.GUEST));
        VEvent event = calendar.getEvents().get(0);

        assertThat(calendar.getMethod().isCancel()).isTrue();
        assertThat(event.getUid().getValue()).isEqualTo(LetterDraft.UID);
        assertThat(event.getSequence().getValue()).isEqualTo(2);
        assertThat(event.getStatus().isCancelled()).isTrue();
        assertThat(event.getAttendees()).extracting(Attendee::getEmail).containsExactly("bo@guest.example");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("ada@clinic.example");
        assertThat(event.getAlarms()).isEmpty();
        assertThat(event.getUrl()).isNull();
        assertThat(event.getLocation()).isNull();
    }

    @Test
    void writesTheLocalTimeOfTheBookingsZone() {
        String calendar = source(new LetterDraft());

        assertThat(calendar).contains("DTSTART;TZID=Europe/Berlin:20261201T100000\r\n")
                .contains("DTEND;TZID=Europe/Berlin:20261201T103000\r\n")
                .contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n")
                .contains("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n")
                .contains("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n");
    }

    @Test
    void writesUtcWhereTheBookingHasNoZone() {
        for (String zone : new String[] {null, "UTC", "Z", "+02:00"}) {
            LetterDraft draft = new LetterDraft();
            draft.bookingTimeZone = zone;
            assertThat(source(draft)).contains("DTSTART:20261201T090000Z\r\n").doesNotContain("VTIMEZONE");
        }
    }

    /** The offset that the calendar's own VTIMEZONE gives to each date is the one that was meant. */
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Asia/Shanghai", "Asia/Kolkata", "Australia/Sydney",
        "America/Santiago", "Africa/Cairo", "Asia/Jerusalem", "Africa/Casablanca", "Europe/Dublin",
        "Australia/Lord_Howe", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu", "Antarctica/Troll"})
    void everyZoneSaysTheTimesItIsUsedFor(String zone) throws Exception {
        for (int year : new int[] {2024, 2026, 2027, 2033, 2039}) {
            List<LetterOccurrence> dates = new ArrayList<>();
            for (int day = 1; day <= 365; day++) {
                LocalDateTime morning = LocalDate.ofYearDay(year, day).atTime(10, 0);
                if (day % 14 == 5 || !ZoneId.of(zone).getRules().getOffset(morning)
                        .equals(ZoneId.of(zone).getRules().getOffset(morning.minusHours(10)))) {
                    dates.add(date("" + day, morning.atZone(ZoneId.of(zone)).toInstant(), LINK));
                }
            }
            LetterDraft draft = new LetterDraft().dates(dates.toArray(LetterOccurrence[]::new));
            draft.bookingTimeZone = zone;

            String calendar = source(draft);

            VTimezone written = ReceivedMail.parse(calendar).getTimezoneInfo().getTimezones().iterator().next()
                    .getComponent();
            for (LetterOccurrence date : dates) {
                ZonedDateTime local = date.start().atZone(ZoneId.of(zone));
                assertThat(calendar).contains("DTSTART;TZID=" + zone + ":"
                        + DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").format(local) + "\r\n");
                assertThat(offset(written, local.toLocalDateTime())).as("offset in %s at %s", zone, local)
                        .isEqualTo(local.getOffset().getTotalSeconds() * 1000L);
            }
        }
    }

    /** As RFC 5545 says: that of the observance whose onset is the latest before the local time. */
    private static long offset(VTimezone zone, LocalDateTime local) throws Exception {
        List<Observance> observances = new ArrayList<>(zone.getStandardTimes());
        observances.addAll(zone.getDaylightSavingsTime());
        TreeMap<Long, Observance> onsets = new TreeMap<>();
        DateTime at = DateTime.parse(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").format(local));
        for (Observance observance : observances) {
            DateTime first = DateTime.parse(
                    observance.getDateStart().getValue().getRawComponents().toString(true, false));
            onsets.put(first.getTimestamp(), observance);
            if (observance.getRecurrenceRule() != null) {
                RecurrenceRuleIterator each = new RecurrenceRule(rule(observance)).iterator(first);
                for (DateTime onset = each.nextDateTime(); onset.before(at); onset = each.nextDateTime()) {
                    onsets.put(onset.getTimestamp(), observance);
                }
            }
        }
        return onsets.floorEntry(at.getTimestamp()).getValue().getTimezoneOffsetTo().getValue().getMillis();
    }

    private static String rule(Observance observance) {
        Recurrence rule = observance.getRecurrenceRule().getValue();
        return "FREQ=" + rule.getFrequency() + ";BYMONTH=" + rule.getByMonth().get(0) + ";BYDAY="
                + rule.getByDay().get(0).getNum() + rule.getByDay().get(0).getDay().getAbbr();
    }

    @Test
    void keepsTheWallClockAcrossTheEndOfSummerTime() {
        String calendar = source(new LetterDraft().dates(
                date("0", Instant.parse("2027-10-29T08:00:00Z"), LINK),
                date("1", Instant.parse("2027-11-05T09:00:00Z"), LINK)));

        assertThat(calendar).contains("DTSTART;TZID=Europe/Berlin:20271029T100000")
                .contains("DTSTART;TZID=Europe/Berlin:20271105T100000");
    }

    @Test
    void foldsAtSeventyFiveOctetsWithinNoCharacter() {
        LetterDraft draft = new LetterDraft();
        draft.title = "相談会👩‍👩‍👧‍👦 ".repeat(30);
        draft.notes = "ä".repeat(500) + "🙂".repeat(300);

        String calendar = source(draft);

        for (String line : calendar.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\n").doesNotContain("\ufffd");
            assertThat(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(line);
        }
        assertThat(calendar).endsWith("END:VCALENDAR\r\n");
        assertThat(ReceivedMail.parse(calendar).getEvents().get(0).getDescription().getValue())
                .contains(draft.notes);
    }

    @Test
    void escapesWhatHasAMeaningInCalendars() {
        LetterDraft draft = new LetterDraft();
        draft.title = "A;B,C\\D:E\r\nATTENDEE:mailto:evil@x.example";
        draft.notes = "one\r\ntwo;three\nEND:VEVENT";
        draft.host = new Party("Ada \"the; host\":, Kern", "ada@clinic.example", null, null);

        ICalendar calendar = calendar(draft);

        VEvent event = calendar.getEvents().get(0);
        assertThat(calendar.getEvents()).hasSize(1);
        assertThat(event.getSummary().getValue()).isEqualTo("A;B,C\\D:E ATTENDEE:mailto:evil@x.example");
        assertThat(event.getDescription().getValue()).contains("one\ntwo;three\nEND:VEVENT");
        assertThat(event.getAttendees()).hasSize(1);
        assertThat(event.getOrganizer().getCommonName()).isEqualTo("Ada 'the; host':, Kern");
    }

    @Test
    void putsTheSenderInPlaceOfAHostWhoseAddressIsNone() {
        LetterDraft draft = new LetterDraft();
        draft.host = new Party("Ada Kern", "ada at clinic", null, null);

        assertThat(calendar(draft).getEvents().get(0).getOrganizer().getEmail()).isEqualTo("bookings@clinic.example");
    }

    @Test
    void leavesOutAGuestWhoseAddressIsNoneInTheHostsMail() {
        LetterDraft draft = LetterDraft.of(NotificationKind.CONFIRMATION, Role.HOST);
        draft.guests = List.of(new Party("Bo", "bo", null, null), draft.guests.get(1));

        ReceivedMail mail = ReceivedMail.of(composer.compose(draft.letter()));

        assertThat(mail.events().getEvents().get(0).getAttendees()).extracting(Attendee::getEmail)
                .containsExactly("cem@secret.example");
        assertThat(mail.text).contains("Bo <bo>");
    }

    private String source(LetterDraft draft) {
        return ReceivedMail.of(composer.compose(draft.letter())).calendar;
    }

    private ICalendar calendar(LetterDraft draft) {
        return ReceivedMail.parse(source(draft));
    }
}
