package io.zoombookings.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"password", "Password1234", "P@ssw0rd!2026", "admin", "adminadmin", "administrator1", "changeme",
        "change-me-1234", "letmein12345", "123456789012", "987654321", "aaaaaaaaaaaa", "abcabcabcabc", "qwertyuiop", "qwertz12345!",
        "1q2w3e4r5t6y", "abcdefghijkl", "Welcome2026!!", "zoom-bookings", "test-password", "4dm1n", "Summer2026!", "passwordpassword"})
    void whatEverybodyTriesFirstIsAmongThem(String password) {
        assertThat(CommonPasswords.contains(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery staple", "the root password", "demo-demo-demo", "kX9v-Lq2m-Tz7w", "Blaue Tasse 19 Uhr",
        "a-first-password-1", "Zmluc3RlcmJhdW0x"})
    void whatAPersonThoughtUpIsNot(String password) {
        assertThat(CommonPasswords.contains(password)).isFalse();
    }
}
