package io.zoombookings.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent to the inbox is found there, and nothing of it can hurt who reads it. */
class InboxTest {

    private Inbox inbox;
    private TestMail mail;

    @BeforeEach
    void start() {
        inbox = Inbox.start(0, 0);
        mail = new TestMail(inbox.smtpPort());
    }

    @AfterEach
    void stop() {
        inbox.close();
    }

    private HttpResponse<String> page(String path) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(inbox.url() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void keepsTheMailsOfAllRecipientsInOnePlace() throws Exception {
        mail.send("Übung 😀", "bo@guest.example", "ann@guest.example");

        Mail bos = inbox.awaitMail("BO@guest.example", "CONFIRMATION");
        assertThat(inbox.mails()).hasSize(2);
        assertThat(bos.subject()).isEqualTo("Übung 😀");
        assertThat(bos.sender()).isEqualTo("bookings@app.example");
        assertThat(bos.bookingId()).isEqualTo("default/B-1/0");
        assertThat(bos.messageId()).startsWith("<");
        assertThat(bos.text()).isEqualTo("Grüße in plain text");
        assertThat(bos.html()).contains("<b>Grüße</b>");
        assertThat(bos.calendar()).contains("BEGIN:VEVENT");
        assertThat(bos.parts()).hasSize(3);
        assertThat(inbox.mailsTo("ann@guest.example", "CONFIRMATION")).hasSize(1);
        assertThat(inbox.mailsTo("ann@guest.example", "CANCELLED")).isEmpty();

        inbox.clear();
        assertThat(inbox.mails()).isEmpty();
        assertThat(inbox.received()).isEqualTo(2);
    }

    @Test
    void listsMailsOnAPageAndAsJson() throws Exception {
        mail.send("<i>Hello</i>", "bo@guest.example");

        HttpResponse<String> list = page("/?to=bo%40guest.example");
        assertThat(list.body()).contains("&lt;i&gt;Hello&lt;/i&gt;", "bo@guest.example", "CONFIRMATION")
                .doesNotContain("<i>");
        assertThat(list.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(
                policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(page("/?to=nobody").body()).contains("None yet.");
        JsonNode json = new ObjectMapper().readTree(page("/mails.json").body());
        assertThat(json.at("/0/kind").asText()).isEqualTo("CONFIRMATION");
        assertThat(json.at("/0/to").asText()).isEqualTo("bo@guest.example");
    }

    @Test
    void showsAMailWithItsPartsAndWithoutItsScripts() throws Exception {
        mail.send("<img src=x onerror=alert(1)>", "bo@guest.example");

        String shown = page("/mails/1").body();
        assertThat(shown).contains("&lt;img src=x", "<iframe sandbox=\"\"", "Grüße in plain text", "<td>Consultation</td>",
                "<td>2026-12-01T09:00:00Z</td>", "BEGIN:VEVENT", "X-Booking-Notification").doesNotContain("<img",
                "<script");
        HttpResponse<String> html = page("/mails/1/html");
        assertThat(html.body()).contains("<script>");
        assertThat(html.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(
                policy -> assertThat(policy).startsWith("sandbox; default-src 'none'"));
        HttpResponse<String> source = page("/mails/1/source");
        assertThat(source.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(source.body()).contains("X-Booking-Id: default/B-1/0");
        assertThat(page("/mails/99").statusCode()).isEqualTo(404);
        assertThat(page("/elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void goesAwayAndComesBackOnTheSamePort() throws Exception {
        inbox.goOffline();
        assertThatThrownBy(() -> mail.send("Lost", "bo@guest.example")).isInstanceOf(MessagingException.class);

        inbox.comeBack();
        mail.send("Back", "bo@guest.example");
        assertThat(inbox.awaitMail("bo@guest.example", found -> true).subject()).isEqualTo("Back");
    }
}
