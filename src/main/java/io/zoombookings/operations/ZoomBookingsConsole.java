package io.zoombookings.operations;

import io.zoombookings.situation.Situation;
import io.zoombookings.situation.Situations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The console {@code zoom-bookings}: how everything stands, for operators at the Camel console. Names no guest. */
@DevConsole(name = "zoom-bookings", displayName = "Zoom Bookings", description = "Meetings, mails and connections: what waits, why")
public class ZoomBookingsConsole extends AbstractDevConsole {

    public ZoomBookingsConsole() {
        super("camel", "zoom-bookings", "Zoom Bookings", "Meetings, mails and connections: what waits, and why");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        Situation now = read();
        if (now == null) {
            return "The database does not answer";
        }
        StringBuilder text = new StringBuilder();
        now.connections().forEach(one -> text.append("Connection %s: %s%s%n".formatted(one.workspace(), one.status(),
                one.problem() == null ? "" : ". " + one.problem())));
        now.queues().forEach(queue -> text.append("Due %s: %d%s%n".formatted(queue.kind(), queue.due(),
                queue.oldest() == null ? "" : ", oldest for " + queue.age(now.at()).toSeconds() + " s")));
        now.troubles().forEach(one -> text.append("%s %s %s: %d, %s. %s%n".formatted(one.workspace(),
                one.subject().name().toLowerCase(), one.failed() ? "failed" : "waiting", one.count(), one.code(),
                one.sentence())));
        now.givenUp().forEach(one -> text.append("Parked %s%s: %d%n".formatted(one.kind(),
                one.workspace() == null ? "" : " of " + one.workspace(), one.count())));
        now.refusingDoors().forEach(door -> text.append("Signatures refused: %s%n".formatted(door)));
        text.append("Starting within the hour without a link: ").append(now.upcomingWithoutLink())
                .append(System.lineSeparator());
        return text.toString();
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        JsonObject root = new JsonObject();
        Situation now = read();
        if (now == null) {
            root.put("problem", "The database does not answer");
            return root;
        }
        root.put("at", now.at().toString());
        root.put("connections", array(now.connections().stream().map(one -> object("workspace", one.workspace(), "status",
                one.status(), "problem", one.problem(), "blockedUntil", text(one.blockedUntil()))).toList()));
        root.put("due", array(now.queues().stream().map(queue -> object("kind", queue.kind(), "due", queue.due(),
                "oldestSeconds", queue.age(now.at()).toSeconds())).toList()));
        root.put("troubles", array(now.troubles().stream().map(one -> object("workspace", one.workspace(), "subject",
                one.subject().name(), "failed", one.failed(), "cause", one.code(), "problem", one.sentence(), "count",
                one.count(), "next", text(one.next()), "soonest", text(one.soonest()))).toList()));
        root.put("parked", now.parked());
        root.put("refusingDoors", now.refusingDoors().stream().map(Object::toString).collect(Collectors.joining(" ")));
        root.put("upcomingWithoutLink", now.upcomingWithoutLink());
        return root;
    }

    /** @return null if the database does not answer */
    private Situation read() {
        try {
            return getCamelContext().getRegistry().findSingleByType(Situations.class).now();
        } catch (DataAccessException | TransactionException e) {
            return null;
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static JsonArray array(List<JsonObject> objects) {
        JsonArray array = new JsonArray();
        array.addAll(objects);
        return array;
    }

    private static JsonObject object(Object... pairs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], pairs[i + 1]);
        }
        return new JsonObject(fields);
    }
}
