package io.zoombookings.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

    @ParameterizedTest
    @ValueSource(strings = {
        ZoomStub.SCOPES,
        "user:read meeting:read meeting:write",
        "user:read:admin meeting:read:admin meeting:write:admin",
        "user:read:user:admin meeting:write:meeting:admin meeting:update:meeting:admin meeting:delete:meeting:admin"
                + " meeting:read:meeting:admin meeting:read:list_meetings:admin",
        "user:read:user meeting:write meeting:read:meeting meeting:read:list_meetings other:scope"})
    void completeGrantsMissNothing(String scopes) {
        assertThat(Scopes.missing(Scopes.parse(scopes))).isEmpty();
    }

    @Test
    void everyMissingOneIsNamed() {
        assertThat(Scopes.missing(Scopes.parse("user:read meeting:write"))).containsExactly(
                "meeting:read:meeting", "meeting:read:list_meetings");
        assertThat(Scopes.missing(Scopes.parse("meeting:write:meeting  meeting:read"))).containsExactly(
                "user:read:user", "meeting:update:meeting", "meeting:delete:meeting");
        assertThat(Scopes.missing(Scopes.parse(""))).hasSize(6);
    }
}
