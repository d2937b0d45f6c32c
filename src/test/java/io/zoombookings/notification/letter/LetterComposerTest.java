package io.zoombookings.notification.letter;

import static io.zoombookings.notification.letter.LetterDraft.LINK;
import static io.zoombookings.notification.letter.LetterDraft.START;
import static io.zoombookings.notification.letter.LetterDraft.cancelled;
import static io.zoombookings.notification.letter.LetterDraft.date;
import static io.zoombookings.notification.letter.LetterDraft.moved;
import static io.zoombookings.notification.letter.LetterDraft.relinked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zoombookings.inbox.CalendarProgram;
import io.zoombookings.notification.NotificationKind;
import io.zoombookings.notification.Role;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LetterComposerTest {

    private final LetterComposer composer = new LetterComposer("Bookings <bookings@clinic.example>", null);

    @Test
    void hasTextHtmlAndCalendarAsAlternativesAndTheCalendarAsAFile() {
        ReceivedMail mail = mail(new LetterDraft());

        assertThat(mail.structure).isEqualTo(
                "multipart/mixed(multipart/alternative(text/plain,text/html,text/calendar),application/ics)");
        assertThat(mail.calendarType.toLowerCase()).contains("charset=utf-8", "method=request");
        assertThat(mail.fileNames).containsExactly("invite.ics");
        assertThat(mail.files).containsExactly(mail.calendar);
    }

    @Test
    void namesTheNotificationInItsHeaders() throws MessagingException {
        ReceivedMail mail = mail(new LetterDraft());

        assertThat(mail.address("From").getAddress()).isEqualTo("bookings@clinic.example");
        assertThat(mail.address("From").getPersonal()).isEqualTo("Bookings");
        assertThat(mail.address("To").getAddress()).isEqualTo("bo@guest.example");
        assertThat(mail.address("To").getPersonal()).isEqualTo("Bo Li");
        assertThat(mail.header("X-Booking-Id")).isEqualTo("clinic/B-1001/0");
        assertThat(mail.header("X-Booking-Notification")).isEqualTo("CONFIRMATION");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("Content-Language")).isEqualTo("en");
        assertThat(mail.header("Cc")).isNull();
        assertThat(mail.header("Bcc")).isNull();
        assertThat(mail.message.getSentDate()).isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));
        assertThat(mail.subject()).isEqualTo("Confirmed: Intro consultation, Tue, Dec 1, 2026, 5:00 PM");
    }

    @Test
    void keepsItsMessageIdHoweverOftenItIsSaved() throws MessagingException {
        MimeMessage message = composer.compose(new LetterDraft().letter());
        message.saveChanges();

        assertThat(ReceivedMail.of(message).header("Message-ID")).isEqualTo("<n-1@bookings.example>");
        assertThat(mail(new LetterDraft()).header("Message-ID")).isEqualTo("<n-1@bookings.example>");
    }

    @Test
    void putsAMessageIdIntoAngleBrackets() {
        LetterDraft draft = new LetterDraft();
        draft.messageId = "n-2@bookings.example";

        assertThat(mail(draft).header("Message-ID")).isEqualTo("<n-2@bookings.example>");
    }

    @Test
    void answersGoToTheOtherSideWhereThatIsOnePerson() {
        LetterDraft toHost = LetterDraft.of(NotificationKind.CONFIRMATION, Role.HOST);
        assertThat(mail(new LetterDraft()).address("Reply-To").getAddress()).isEqualTo("ada@clinic.example");
        assertThat(mail(toHost).header("Reply-To")).isNull();

        toHost.guests = List.of(toHost.guests.get(1));
        assertThat(mail(toHost).address("Reply-To").getAddress()).isEqualTo("cem@secret.example");
    }

    @ParameterizedTest
    @EnumSource(value = NotificationKind.class, names = {"HOST_PROBLEM", "RECONNECT_REQUIRED"},
            mode = EnumSource.Mode.EXCLUDE)
    void neverNamesAnotherGuestToAGuest(NotificationKind kind) {
        LetterDraft draft = LetterDraft.of(kind, Role.GUEST);

        String mail = mail(draft).everything();

        assertThat(mail).contains("bo@guest.example").doesNotContain("cem@secret.example").doesNotContain("Cem");
        draft.role = Role.HOST;
        assertThat(mail(draft).everything()).contains("cem@secret.example").contains("Cem Öz");
    }

    @ParameterizedTest
    @EnumSource(value = NotificationKind.class, names = {"CONFIRMATION", "LINK_READY", "REMINDER"})
    void isNoMailWithoutItsLink(NotificationKind kind) {
        for (Role role : List.of(Role.GUEST, Role.HOST)) {
            LetterDraft draft = LetterDraft.of(kind, role).dates(date("0", START, LINK), date("7", START, null));
            assertThatThrownBy(() -> composer.compose(draft.letter()))
                    .isInstanceOf(LetterIncompleteException.class)
                    .hasMessageContaining("clinic/B-1001/7").hasMessageContaining("lacks the meeting's link");
        }
    }

    @Test
    void aChangeOfAMeetingThatExistsIsNoMailWithoutItsLink() {
        LetterOccurrence lost = new LetterOccurrence("0", START, 30, false, null, null, "83320363126",
                START.minusSeconds(60), null, null, false);

        assertThatThrownBy(() -> composer.compose(
                LetterDraft.of(NotificationKind.RESCHEDULED, Role.GUEST).dates(lost).letter()))
                .isInstanceOf(LetterIncompleteException.class);
    }

    @Test
    void aLinkThatIsNoWebAddressIsNone() {
        for (String url : List.of("javascript:alert(1)", "http:", "https://zoom.us/j/1 2", "zoommtg://zoom.us/join")) {
            assertThatThrownBy(() -> composer.compose(new LetterDraft().dates(date("0", START, url)).letter()))
                    .isInstanceOf(LetterIncompleteException.class);
        }
    }

    @Test
    void theLinkFollowsWhereThereIsNoneYet() {
        for (NotificationKind kind : List.of(NotificationKind.LINK_FOLLOWS, NotificationKind.RESCHEDULED)) {
            ReceivedMail mail = mail(LetterDraft.of(kind, Role.GUEST)
                    .dates(moved(date("0", START, null), START.minusSeconds(3600))));

            assertThat(mail.everything()).doesNotContain("zoom.us/j/").doesNotContain("s3cret");
            assertThat(unwrapped(mail.events().getEvents().get(0).getDescription().getValue()))
                    .contains("The Zoom link follows in another mail.");
        }
    }

    @Test
    void aCancellationHasNoLinkAndRemovesTheDate() {
        LetterDraft draft = LetterDraft.of(NotificationKind.CANCELLED, Role.GUEST);
        draft.reason = "The host is ill";

        ReceivedMail mail = mail(draft);

        assertThat(mail.everything()).doesNotContain("zoom.us/j/").doesNotContain("s3cret");
        assertThat(mail.text).contains("The host is ill");
        assertThat(mail.html).contains("The host is ill");
        assertThat(mail.calendarType.toLowerCase()).contains("method=cancel");
        assertThat(mail.events().getMethod().isCancel()).isTrue();
        assertThat(mail.fileNames).containsExactly("cancelled.ics");
    }

    @Test
    void showsTheRecipientsTimeAndTheHostsBesideIt() {
        ReceivedMail mail = mail(new LetterDraft());

        for (String part : List.of(mail.text, mail.html)) {
            assertThat(part).contains("Tuesday, December 1, 2026, 5:00 PM – 5:30 PM")
                    .contains("China Standard Time (GMT+8)")
                    .contains("Local time: 10:00 AM – 10:30 AM, Central European Standard Time (GMT+1)")
                    .contains("833 2036 3126").contains("s3cret").contains("Bring last year").contains("Ada Kern");
        }
        LetterDraft near = new LetterDraft();
        near.recipient = new Party("Eve", "eve@guest.example", "en", "Europe/Rome");
        assertThat(mail(near).text).contains("10:00 AM – 10:30 AM").doesNotContain("Local time:");
    }

    @Test
    void showsTheHostEachGuestsTime() {
        String text = mail(LetterDraft.of(NotificationKind.CONFIRMATION, Role.HOST)).text;

        assertThat(text).contains("10:00 – 10:30").contains("Ortszeit: 17:00 – 17:30, Chinesische Normalzeit")
                .contains("Ortszeit: 12:00 – 12:30");
    }

    @Test
    void aZoneThatIsNotKnownIsTheBookings() {
        LetterDraft draft = new LetterDraft();
        draft.recipient = new Party("Bo", "bo@guest.example", "en", "Mars/Olympus");
        assertThat(mail(draft).text).contains("10:00 AM – 10:30 AM").contains("Central European Standard Time");
        draft.bookingTimeZone = null;
        assertThat(mail(draft).text).contains("9:00 AM – 9:30 AM").contains("GMT");
    }

    @Test
    void marksWhatHasChanged() {
        ReceivedMail mail = mail(LetterDraft.of(NotificationKind.RESCHEDULED, Role.GUEST)
                .dates(moved(date("0", START, LINK), START.minus(Duration.ofHours(24)))));

        assertThat(mail.text).contains("Previously: Monday, November 30, 2026, 5:00 PM – 5:30 PM")
                .contains("Now: Tuesday, December 1, 2026, 5:00 PM – 5:30 PM")
                .contains("The Zoom link stays the same.");
        assertThat(mail.html).contains("<s>Monday, November 30, 2026, 5:00 PM – 5:30 PM</s>")
                .containsPattern("<b class=\"mark\"[^>]*>Now: Tuesday, December 1, 2026, 5:00 PM – 5:30 PM</b>");
    }

    @Test
    void marksANewDurationAndANewTitle() {
        LetterOccurrence changed = new LetterOccurrence("0", START, 45, false, LINK, null,
                "83320363126", null, 30, "Old name", false);

        String text = mail(LetterDraft.of(NotificationKind.RESCHEDULED, Role.GUEST).dates(changed)).text;

        assertThat(text).contains("Previously: Old name").contains("5:00 PM – 5:30 PM").contains("5:00 PM – 5:45 PM")
                .contains("45 minutes");
    }

    @Test
    void saysThatNothingButTheLinkHasChanged() {
        for (NotificationKind kind : List.of(NotificationKind.RESCHEDULED, NotificationKind.LINK_READY)) {
            ReceivedMail mail = mail(LetterDraft.of(kind, Role.GUEST).dates(relinked(date("0", START, LINK))));

            assertThat(mail.subject()).startsWith("New Zoom link: ");
            assertThat(mail.text).contains("Please use only the new link below");
            assertThat(mail.header("X-Booking-Notification")).isEqualTo(kind.name());
        }
    }

    @Test
    void saysThatTheLinkHasChangedWithTheTime() {
        LetterOccurrence both = new LetterOccurrence("0", START, 30, false, LINK, null, "83320363126",
                START.minusSeconds(600), null, null, true);

        assertThat(mail(LetterDraft.of(NotificationKind.RESCHEDULED, Role.GUEST).dates(both)).text)
                .contains("The Zoom link has changed. Please use only the new one.").doesNotContain("stays the same");
    }

    @Test
    void aSeriesIsOneMailWithAllDatesLinksAndEvents() {
        LetterOccurrence[] dates = new LetterOccurrence[4];
        for (int i = 0; i < 4; i++) {
            dates[3 - i] = date("" + i, START.plus(Duration.ofDays(7L * i)), "https://zoom.example/j/8332036312" + i);
        }
        ReceivedMail mail = mail(new LetterDraft().dates(dates));

        assertThat(mail.subject()).isEqualTo("Confirmed: Intro consultation, 4 dates from Tue, Dec 1, 2026");
        assertThat(mail.header("X-Booking-Id")).isEqualTo("clinic/B-1001/0");
        for (int i = 0; i < 4; i++) {
            assertThat(mail.text).contains("https://zoom.example/j/8332036312" + i);
            assertThat(mail.html).contains("href=\"https://zoom.example/j/8332036312" + i + "\"");
        }
        assertThat(mail.text.indexOf("December 8")).isPositive().isLessThan(mail.text.indexOf("December 22"));
        CalendarProgram calendar = new CalendarProgram();
        calendar.receive(mail.calendar);
        assertThat(calendar.shown()).hasSize(4).allSatisfy(event -> {
            assertThat(event.uid()).isEqualTo(LetterDraft.UID);
            assertThat(event.location()).isEqualTo(event.link());
        }).extracting(CalendarProgram.Event::link).containsExactlyElementsOf(
                IntStream.range(0, 4).mapToObj(i -> "https://zoom.example/j/8332036312" + i).toList());
        assertThat(mail.fileNames).containsExactly("invite.ics");
    }

    @Test
    void aSeriesOfWhichSomeDatesAreCancelledIsTheOthers() {
        LetterOccurrence first = date("0", START, LINK);
        LetterOccurrence second = cancelled(date("1", START.plus(Duration.ofDays(7)), null));

        ReceivedMail mail = mail(LetterDraft.of(NotificationKind.RESCHEDULED, Role.GUEST).dates(first, second));

        assertThat(mail.events().getMethod().isRequest()).isTrue();
        assertThat(mail.events().getEvents()).extracting(event -> event.getDateStart().getValue().toInstant())
                .containsExactly(START);
        assertThat(mail.fileNames).containsExactly("invite.ics");
        assertThat(mail.text).contains("** Cancelled");
    }

    @Test
    void aReminderSaysHowFarAheadTheStartIs() {
        LetterDraft draft = LetterDraft.of(NotificationKind.REMINDER, Role.GUEST);
        draft.now = START.minus(Duration.ofHours(24)).plusSeconds(2);
        assertThat(mail(draft).text).startsWith("Your appointment starts in 24 hours");
        draft.now = START.minus(Duration.ofHours(1)).plusMillis(800);
        assertThat(mail(draft).text).startsWith("Your appointment starts in 1 hour");
        draft.now = START.minus(Duration.ofMinutes(15));
        assertThat(mail(draft).text).startsWith("Your appointment starts in 15 minutes");
        draft.now = START.minus(Duration.ofDays(7));
        assertThat(mail(draft).text).startsWith("Your appointment starts in 7 days");
        draft.now = START.plusSeconds(5);
        assertThat(mail(draft).text).startsWith("Your appointment starts in 1 minute");
    }

    @Test
    void aProblemHasCauseRemedyAndAPlaceToGoButNoCalendar() {
        LetterDraft draft = LetterDraft.of(NotificationKind.HOST_PROBLEM, Role.HOST);
        draft.problem = "Zoom refused the meeting <1>";
        draft.remedy = "Ask Zoom";
        draft.actionUrl = "https://app.example/workspaces/clinic/bookings?x=1&y=2";

        ReceivedMail mail = mail(draft);

        assertThat(mail.structure).isEqualTo("multipart/alternative(text/plain,text/html)");
        assertThat(mail.text).contains("Zoom refused the meeting <1>").contains("Ask Zoom").contains(draft.actionUrl);
        assertThat(mail.html).contains("Zoom refused the meeting &lt;1&gt;").contains("Ask Zoom")
                .contains("href=\"https://app.example/workspaces/clinic/bookings?x=1&amp;y=2\"");
        assertThat(mail.header("X-Booking-Id")).isEqualTo("clinic/B-1001/0");
    }

    @Test
    void aProblemAlwaysSaysWhatToDoInTheRecipientsLanguage() {
        LetterDraft draft = LetterDraft.of(NotificationKind.HOST_PROBLEM, Role.HOST);
        draft.problem = "Zoom refused the meeting";
        draft.actionUrl = "https://app.example/workspaces/clinic/bookings";

        assertThat(mail(draft).text).contains("Ursache").contains("Zoom refused the meeting")
                .contains("Was zu tun ist").contains("mit Administratorrechten");
    }

    @Test
    void anAdministratorsMailIsAboutTheWorkspaceAlone() {
        ReceivedMail mail = ReceivedMail.of(composer.compose(
                SampleLetters.of(NotificationKind.RECONNECT_REQUIRED, Role.ADMIN, "en")));

        assertThat(mail.structure).isEqualTo("multipart/alternative(text/plain,text/html)");
        assertThat(mail.header("X-Booking-Id")).isNull();
        assertThat(mail.header("Reply-To")).isNull();
        assertThat(mail.text).contains("Kern Clinic").contains("no longer accepts this connection").contains("Open the settings")
                .contains("https://bookings.example/workspaces/clinic/settings/integrations/zoom");
    }

    @Test
    void writesInTheRecipientsLanguageElseInTheWorkspaces() {
        LetterDraft draft = new LetterDraft();
        draft.recipient = new Party("Bo", "bo@guest.example", "fr-CA", null);
        assertThat(mail(draft).subject()).startsWith("Confirmé : ");
        draft.recipient = new Party("Bo", "bo@guest.example", null, null);
        draft.workspaceLocale = "de_AT";
        assertThat(mail(draft).subject()).startsWith("Bestätigt: ");
        assertThat(mail(draft).header("Content-Language")).isEqualTo("de-AT");
        draft.recipient = new Party("Bo", "bo@guest.example", "xx-!!", null);
        draft.workspaceLocale = "tlh";
        assertThat(mail(draft).subject()).startsWith("Confirmed: ");
    }

    @Test
    void composesNothingWithoutASenderAndRefusesAWrongOne() {
        assertThatThrownBy(() -> new LetterComposer(" ", null).compose(new LetterDraft().letter()))
                .isInstanceOf(LetterIncompleteException.class).hasMessageContaining("MAIL_FROM");
        assertThatThrownBy(() -> new LetterComposer("nobody", null))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("MAIL_FROM must be");
    }

    private ReceivedMail mail(LetterDraft draft) {
        return ReceivedMail.of(composer.compose(draft.letter()));
    }

    private static String unwrapped(String text) {
        return text.replace("\n", " ");
    }
}
