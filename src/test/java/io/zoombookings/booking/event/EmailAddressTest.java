package io.zoombookings.booking.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"ada@clinic.example", "a@b.co", "first.last+tag@sub.clinic.example", "o'neil@clinic.example",
        "!#$%&'*+/=?^_`{|}~-@clinic.example", "0@1.example", "j\u00f6rg@m\u00fcller.example", "\u7528\u6237@\u4f8b\u5b50.example",
        "\ud83d\ude00@clinic.example", "a@xn--mller-kva.example", "root@localhost", "a@x-y.example", "A@CLINIC.EXAMPLE",
        "\u0645\u062b\u0627\u0644@\u0645\u062b\u0627\u0644.example"})
    void accepts(String address) {
        assertThat(EmailAddress.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "ada", "ada@", "@clinic.example", "ada@clinic", "a b@clinic.example", "a@b@c.example",
        "ada@clinic..example", "ada@.clinic.example", "ada@clinic.example.", ".ada@clinic.example", "ada.@clinic.example",
        "a..b@clinic.example", "<ada@clinic.example>", "Ada <ada@clinic.example>", "ada@clinic.example,bo@guest.example",
        "ada@clinic.example\n", "ada\r\nBcc: x@clinic.example", "\"a b\"@clinic.example", "ada@[127.0.0.1]",
        "ada@127.0.0.1", "ada@-clinic.example", "ada@clinic-.example", "ada@cli_nic.example", "ada@clinic.example ",
        "a\u0000@clinic.example", "a\u202e@clinic.example", "a\u00a0@clinic.example", "ada@clinic.\u202eexample",
        "ada@m\u00fc ller.example", "ada;@clinic.example", "ada:@clinic.example", "(ada)@clinic.example",
        "ada\\@clinic.example", "a\u200b@clinic.example"})
    void refuses(String address) {
        assertThat(EmailAddress.isValid(address)).isFalse();
    }

    @Test
    void knowsTheLimitsOfRfc5321() {
        assertThat(EmailAddress.isValid("a".repeat(64) + "@clinic.example")).isTrue();
        assertThat(EmailAddress.isValid("a".repeat(65) + "@clinic.example")).isFalse();
        assertThat(EmailAddress.isValid("\u00fc".repeat(33) + "@clinic.example")).isFalse();
        assertThat(EmailAddress.isValid("a@" + "b".repeat(63) + ".example")).isTrue();
        assertThat(EmailAddress.isValid("a@" + "b".repeat(64) + ".example")).isFalse();
        assertThat(EmailAddress.isValid("a@" + "b.".repeat(126) + "b")).isFalse();
        assertThat(EmailAddress.isValid("a@" + "b.".repeat(125) + "b")).isTrue();
    }
}
