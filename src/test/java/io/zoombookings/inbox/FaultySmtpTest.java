package io.zoombookings.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zoombookings.inbox.SmtpFault.Stage;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The faulty SMTP server fails exactly where it is told to, and otherwise takes mail. */
class FaultySmtpTest {

    private static final String BO = "bo@guest.example";

    private FaultySmtp smtp;
    private TestMail mail;

    @BeforeEach
    void start() {
        smtp = FaultySmtp.start(0);
        mail = new TestMail(smtp.port());
    }

    @AfterEach
    void stop() {
        smtp.close();
    }

    private void assertFailsOnceThenSucceeds(int takenAtFirst) {
        assertThatThrownBy(() -> mail.send("First", BO)).isInstanceOf(MessagingException.class);
        assertThat(smtp.mails()).hasSize(takenAtFirst);
        assertThatCode(() -> mail.send("Second", BO)).doesNotThrowAnyException();
        assertThat(smtp.mails()).hasSize(takenAtFirst + 1);
    }

    @Test
    void takesMailWhenNothingIsToFail() throws Exception {
        mail.send("Dots\n.", BO);

        assertThat(smtp.awaitMail(BO, "CONFIRMATION").text()).isEqualTo("Grüße in plain text");
        assertThat(smtp.count(Stage.MESSAGE)).isEqualTo(1);
        smtp.resetCounts();
        assertThat(smtp.count(Stage.MESSAGE)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = "IN_DATA", mode = EnumSource.Mode.EXCLUDE)
    void answersForNowOrForEverAtEveryStage(Stage stage) {
        if (stage == Stage.HELO) {
            smtp.next(stage, 2, SmtpFault.answer(421, "4.3.2 Going down"));
            assertThatThrownBy(() -> mail.send("EHLO, then HELO", BO)).isInstanceOf(MessagingException.class);
            smtp.clearFaults();
            return;
        }
        smtp.next(stage, SmtpFault.answer(451, "4.3.0 Later"));
        assertFailsOnceThenSucceeds(0);
        smtp.clear();
        smtp.next(stage, SmtpFault.answer(554, "5.0.0 Never"));
        assertFailsOnceThenSucceeds(0);
    }

    @ParameterizedTest
    @EnumSource(names = {"HELO", "MESSAGE"}, mode = EnumSource.Mode.EXCLUDE)
    void dropsTheConnectionWithoutTakingTheMail(Stage stage) {
        smtp.next(stage, SmtpFault.drop());
        assertFailsOnceThenSucceeds(0);
    }

    @Test
    void takesTheMailAndDropsTheConnectionBeforeSayingSo() {
        smtp.next(Stage.MESSAGE, SmtpFault.drop());
        assertFailsOnceThenSucceeds(1);
    }

    @Test
    void refusesOneRecipientOnly() throws Exception {
        smtp.always(Stage.RCPT, BO, SmtpFault.answer(550, "5.1.1 No such user"));

        assertThatThrownBy(() -> mail.send("Never", BO)).isInstanceOf(SendFailedException.class)
                .rootCause().hasMessageContaining("5.1.1 No such user");
        mail.send("Fine", "ann@guest.example");
        assertThat(smtp.mails()).extracting(Mail::to).containsExactly("ann@guest.example");
        assertThat(smtp.count(Stage.RCPT)).isEqualTo(2);
    }

    @Test
    void isSlowWithoutFailing() throws Exception {
        smtp.next(Stage.MESSAGE, BO, SmtpFault.slow(Duration.ofMillis(300)));
        long before = System.nanoTime();
        mail.send("Slow", BO);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
        assertThat(smtp.mails()).hasSize(1);
    }

    @Test
    void goesAwayAndComesBackOnTheSamePort() throws Exception {
        smtp.goOffline();
        assertThatThrownBy(() -> mail.send("Lost", BO)).isInstanceOf(MessagingException.class);

        smtp.comeBack();
        mail.send("Back", BO);
        assertThat(smtp.mails()).hasSize(1);
    }
}
