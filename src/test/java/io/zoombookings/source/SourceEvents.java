package io.zoombookings.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.zoombookings.RunningApplication;
import java.util.ArrayList;
import java.util.List;

/** Messages for the tests of broker doors, and what the admin API says of those that were parked. */
final class SourceEvents {

    private SourceEvents() {
    }

    static String confirmed(String workspace, String booking, int version) {
        return """
                {"event":"booking.confirmed","eventId":"%s-%d","workspace":"%s","booking":{"id":"%s","version":%d,
                "title":"Gespräch","start":"2031-03-04T10:00:00Z","durationMinutes":30,
                "host":{"email":"ada@%s.example"},"guests":[{"email":"bo@%s.example"}]}}"""
                .formatted(booking, version, workspace, booking, version, workspace, workspace);
    }

    static List<JsonNode> parked(RunningApplication application) {
        List<JsonNode> parked = new ArrayList<>();
        application.admin("GET", "/api/parked-events", null).body().forEach(parked::add);
        return parked;
    }
}
