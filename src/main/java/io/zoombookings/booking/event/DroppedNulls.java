package io.zoombookings.booking.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The fields whose {@code null} was dropped: whether a field is known does not depend on its value. */
final class DroppedNulls {

    private final List<Field> fields = new ArrayList<>();

    private record Field(ObjectNode object, String name) {
    }

    void add(ObjectNode object, String name) {
        fields.add(new Field(object, name));
    }

    /** Does something while they are there again, where nothing else has taken their place. */
    void whileThere(Runnable action) {
        List<Field> absent = fields.stream().filter(field -> !field.object().has(field.name())).toList();
        if (absent.isEmpty()) {
            return;
        }
        absent.forEach(field -> field.object().putNull(field.name()));
        action.run();
        absent.forEach(field -> field.object().remove(field.name()));
    }
}
