package io.zoombookings.source.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.booking.event.Booking;
import io.zoombookings.booking.event.Person;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForZoomTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "            |             |               |        |          | ",
        "            | zoom        |               |        |          | ",
        "            | custom      |               |        |          | ",
        "            | in-person   |               |        |          | It takes place in person (in-person)",
        "            | own-meeting |               |        |          | Calendly has made a video meeting for it, or is making one (own-meeting)",
        "all         | phone       |               |        |          | ",
        "all         | own-meeting |               |        |          | Calendly has made a video meeting for it, or is making one (own-meeting)",
        "Phone, link | phone       |               |        |          | ",
        "phone       |             |               |        |          | Its system does not say where it takes place (none)",
        "            |             | Intro, x-2    | intro  |          | ",
        "            |             | Intro, x-2    | Long   | X-2      | ",
        "            |             | Intro         | Long   | x-2      | Its kind is not one of those for Zoom: Long",
    })
    void decides(String locations, String place, String types, String type, String id, String whyNot) {
        Map<String, String> metadata = new TreeMap<>();
        put(metadata, "location", place);
        put(metadata, "eventType", type);
        put(metadata, "eventTypeId", id);
        Booking booking = new Booking("B", "Talk", null, "2031-03-04T10:00:00Z", "UTC", 30, new Person(null, "a@x.example", null, null),
                List.of(new Person(null, "b@x.example", null, null)), null, null, null, metadata);

        assertThat(ForZoom.whyNot(WebhookSource.CALENDLY, new WebhookSettings("s", null, null, null, null, null, null, locations, types),
                booking)).isEqualTo(whyNot);
    }

    private static void put(Map<String, String> metadata, String name, String value) {
        if (value != null) {
            metadata.put(name, value);
        }
    }
}
