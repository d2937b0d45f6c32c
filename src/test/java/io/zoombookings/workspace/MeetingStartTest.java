package io.zoombookings.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.MeetingOptions;
import io.zoombookings.booking.event.Person;
import io.zoombookings.workspace.MeetingStart.Who;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingStartTest {

    @ParameterizedTest(name = "host {0}, Zoom user {1}, alternative {2}, refused {3}; booking {4}/{5}, workspace {6}/{7}")
    @CsvSource({
        "ada@x.example, ADA@x.example,               ,               ,      ,   ,      ,   , ZOOM_USER,        ,      ",
        "ada@x.example, zoom@x.example,              ,               ,      ,   ,      ,   , NEITHER,          true,  0",
        "ada@x.example, zoom@x.example, Ada@x.example,               ,      ,   ,      ,   , ALTERNATIVE_HOST, ,      ",
        "ada@x.example, zoom@x.example, Ada@x.example, ada@x.example,       ,   ,      ,   , NEITHER,          true,  0",
        "ada@x.example, zoom@x.example,              ,               , false, 5 ,      ,   , NEITHER,          false, ",
        "ada@x.example, zoom@x.example,              ,               ,      ,   , false, 10, NEITHER,          false, ",
        "ada@x.example, zoom@x.example,              ,               ,      ,   ,      , 10, NEITHER,          true,  10",
        "ada@x.example, zoom@x.example,              ,               , true , 5 , false, 10, NEITHER,          true,  5",
        "ada@x.example, ada@x.example,               ,               , true ,   ,      ,   , ZOOM_USER,        true,  0",
        "ada@x.example,              ,               ,               ,      ,   ,      ,   , ZOOM_USER,        ,      ",
    })
    void letsGuestsInWhereTheHostCannotStartItUnlessItIsSaid(String host, String zoomUser, String alternative, String refused,
            Boolean booking, Integer minutes, Boolean workspace, Integer workspaceMinutes, Who who, Boolean join, Integer before) {
        MeetingOptions asked = new MeetingOptions(null, null, null, alternative == null ? null : List.of(alternative), booking,
                minutes, null);
        WorkspaceSettings settings = new WorkspaceSettings(null, null, null, null, null, null, workspace, workspaceMinutes, null, null);

        MeetingStart start = MeetingStart.of(new Booking("B", "T", null, "2031-01-01T10:00:00Z", "UTC", 30,
                new Person(null, host, null, null), List.of(), null, null, asked, null), settings, zoomUser,
                refused == null ? Set.of() : Set.of(refused));

        assertThat(start.who()).isEqualTo(who);
        assertThat(start.joinBeforeHost()).isEqualTo(join);
        assertThat(start.minutes()).isEqualTo(before);
    }
}
