package io.zoombookings.booking.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** The fields of one JSON object and where it stands. A field that is wrong already reads as absent. */
record Fields(JsonNode node, String pointer, Problems problems) {

    String at(String field) {
        return pointer + "/" + field;
    }

    /** Whether the field was sent, right or wrong. */
    boolean has(String field) {
        return node.has(field);
    }

    void refuse(String field, String detail) {
        problems.add(at(field), detail);
    }

    String text(String field) {
        return usable(field).textValue();
    }

    Long whole(String field) {
        JsonNode value = usable(field);
        return value.isIntegralNumber() ? value.longValue() : null;
    }

    Boolean bool(String field) {
        JsonNode value = usable(field);
        return value.isBoolean() ? value.booleanValue() : null;
    }

    /** Empty fields if it is none. */
    Fields object(String field) {
        return new Fields(node.path(field), at(field), problems);
    }

    /** Empty if it is none; entries that are no objects read as empty ones. */
    List<Fields> objects(String field) {
        List<Fields> objects = new ArrayList<>();
        JsonNode list = node.path(field);
        for (int i = 0; i < list.size() && list.isArray(); i++) {
            objects.add(new Fields(list.get(i), at(field) + "/" + i, problems));
        }
        return objects;
    }

    /** The texts of a list, each with its pointer; those that are wrong already are left out. Null if there is none. */
    List<Item> texts(String field) {
        JsonNode list = node.path(field);
        if (!list.isArray()) {
            return null;
        }
        List<Item> texts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String where = at(field) + "/" + i;
            if (list.get(i).isTextual() && !problems.at(where)) {
                texts.add(new Item(where, list.get(i).textValue()));
            }
        }
        return texts;
    }

    private JsonNode usable(String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || problems.at(at(field)) ? MissingNode.getInstance() : value;
    }

    record Item(String pointer, String text) {
    }
}
