package io.zoombookings.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zoombookings.connection.ZoomNotConnectedException;
import io.zoombookings.connection.ZoomTokenUnavailableException;
import io.zoombookings.sandbox.Fault;
import io.zoombookings.sandbox.SandboxMeeting;
import io.zoombookings.sandbox.ZoomRules;
import io.zoombookings.sandbox.ZoomRules.Answer;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.http.base.HttpOperationFailedException;

/**
 * Zoom, and the way there and back: what a call does is the sandbox's; when it does it, and what the caller gets to hear, is
 * a choice. An effect may come long after the caller has given up.
 */
final class Zoom {

    /** The response timeout of the Kamelets. */
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What may become of a call, the plainest first. */
    private enum Fate {
        PROMPT, REPLY_TAKES_TIME, EFFECT_TAKES_TIME, REPLY_LOST, LATE, DROPPED, UNREACHABLE, UNAVAILABLE, FAILS_AFTERWARDS,
        TOO_FAST, LIMITED, UNAUTHORIZED, SCOPE_MISSING, REFUSED, NO_TOKEN, GARBLED, STRANGE_LIST
    }

    private static final int[] WEIGHTS = {60, 12, 10, 9, 9, 4, 2, 4, 4, 3, 2, 4, 1, 1, 3, 3, 6};
    /** Of a create or update that lands late more often than not. */
    private static final int[] MOSTLY_LATE = {10, 0, 5, 15, 60, 3, 3, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0};
    /** Of a call that is refused, and certainly had no effect. */
    private static final int[] OFTEN_REFUSED = {40, 5, 0, 0, 0, 0, 10, 5, 0, 10, 3, 10, 2, 2, 10, 0, 0};
    /** In most histories a few things go wrong again and again, and others never: so they meet. */
    static final int[] OFTEN = {1, 0, 6};

    /** A call that is still on its way to Zoom; {@code caller} null: has given up. */
    private static final class Travelling {
        private final String method;
        private final String uri;
        private final String body;
        private final Instant givesUp;
        private final Instant latest;
        private Worker caller;

        private Travelling(String method, String uri, String body, Instant now, Duration lateness, Worker caller) {
            this.method = method;
            this.uri = uri;
            this.body = body;
            this.givesUp = now.plus(PATIENCE);
            this.latest = now.plus(lateness);
            this.caller = caller;
        }
    }

    private final ZoomRules rules;
    private final VirtualClock clock;
    private final Choices choices;
    private final Story story;
    private final Family family;
    final int pageSize;
    private final int[] weights = WEIGHTS.clone();
    private final List<Travelling> travelling = new ArrayList<>();
    /** Events that Zoom is about to send. */
    final List<String> events = new ArrayList<>();
    /** Meetings that an update has reached late, or the host has changed. */
    final Set<Long> touched = new HashSet<>();
    boolean faulty = true;
    boolean connected = true;
    int calls;
    int readings;
    int creates;
    int faults;
    boolean slowest;

    Zoom(ZoomRules rules, VirtualClock clock, Choices choices, Story story, Family family, int pageSize) {
        this.rules = rules;
        this.clock = clock;
        this.choices = choices;
        this.story = story;
        this.family = family;
        this.pageSize = pageSize;
        if (family != Family.ANY) {
            // What the family is about is to come about.
            for (int fate = 1; fate < weights.length; fate++) {
                weights[fate] /= 4;
            }
        } else if (!choices.oneIn(5)) {
            for (int fate = 1; fate < weights.length; fate++) {
                weights[fate] *= OFTEN[choices.weighted(5, 4, 2)];
            }
        }
    }

    /** A worker calls; what it will hear is arranged. */
    void call(Worker worker, String kamelet, Object input, Map<String, Object> parameters) {
        String id = String.valueOf(parameters.getOrDefault("meetingId", input));
        String operation = kamelet.replaceAll("zoom-meeting-(\\w+)-action", "$1");
        String method = switch (operation) {
            case "create" -> "POST";
            case "update" -> "PATCH";
            case "delete" -> "DELETE";
            default -> "GET";
        };
        String uri = switch (operation) {
            case "create" -> "/users/me/meetings";
            case "list" -> "/users/me/meetings?type=scheduled&page_size=" + pageSize + "&next_page_token="
                    + parameters.get("nextPageToken");
            default -> "/meetings/" + id;
        };
        if (!connected) {
            worker.failed(new ZoomNotConnectedException("default"), null);
            return;
        }
        Fate fate = fate(operation);
        Travelling call = new Travelling(method, uri, input instanceof Map<?, ?> ? json(input) : null,
                clock.instant(), lateness(), worker);
        calls++;
        readings += method.equals("GET") ? 1 : 0;
        creates += operation.equals("create") ? 1 : 0;
        faults += fate == Fate.PROMPT ? 0 : 1;
        story.tell(() -> worker.node + " calls Zoom: " + method + " " + uri.replaceAll("\\?.*token=", "?")
                + (fate == Fate.PROMPT ? "" : " (" + fate.name().toLowerCase().replace('_', ' ') + ")"));
        conduct(fate, call, worker);
    }

    private Fate fate(String operation) {
        if (!faulty) {
            return Fate.PROMPT;
        }
        Fate fate = Fate.values()[choices.weighted(weights(operation))];
        return fate == Fate.STRANGE_LIST && !operation.equals("list") ? Fate.LATE : fate;
    }

    private int[] weights(String operation) {
        return switch (family) {
            case LATE_CREATES -> operation.equals("create") ? MOSTLY_LATE : operation.equals("list") ? weights : OFTEN_REFUSED;
            case LATE_UPDATES -> operation.equals("update") ? MOSTLY_LATE : weights;
            case SLEEPERS -> operation.equals("create") ? MOSTLY_LATE : weights;
            default -> weights;
        };
    }

    private Duration lateness() {
        return !faulty ? Duration.ZERO : slowest ? Duration.ofSeconds(10 + choices.below(280))
                : Duration.ofSeconds(10 + choices.below(110));
    }

    private void conduct(Fate fate, Travelling call, Worker worker) {
        Instant now = clock.instant();
        switch (fate) {
            case PROMPT -> reply(worker, effect(call), null);
            case REPLY_TAKES_TIME -> reply(worker, effect(call), now);
            case EFFECT_TAKES_TIME -> travelling.add(call);
            case REPLY_LOST -> {
                effect(call);
                worker.failed(new SocketException("Connection reset"), null);
            }
            case LATE -> {
                call.caller = null;
                travelling.add(call);
                worker.failed(new SocketTimeoutException("Read timed out"), now.plus(PATIENCE));
            }
            case DROPPED -> worker.failed(new SocketException("Connection reset"), null);
            case UNREACHABLE -> worker.failed(new ConnectException("Connection refused"), null);
            case UNAVAILABLE -> reply(worker, ZoomRules.refusal(Fault.html(503)), null);
            case FAILS_AFTERWARDS -> {
                effect(call);
                reply(worker, ZoomRules.refusal(Fault.html(500)), null);
            }
            case TOO_FAST -> reply(worker, ZoomRules.refusal(Fault.tooManyPerSecond()), null);
            case LIMITED -> reply(worker, ZoomRules.refusal(Fault.tooManyToday(Fault.RetryAfter.SECONDS, now,
                    now.plusSeconds(90))), null);
            case UNAUTHORIZED -> reply(worker, ZoomRules.refusal(Fault.unauthorized()), null);
            case SCOPE_MISSING -> reply(worker, ZoomRules.refusal(Fault.missingScopes("meeting:write:meeting")), null);
            case REFUSED -> reply(worker, ZoomRules.refusal(Fault.reply(400, "application/json",
                    "{\"code\":300,\"message\":\"Validation Failed.\"}")), null);
            case NO_TOKEN -> worker.failed(new ZoomTokenUnavailableException("Zoom gives no token now", null), null);
            case GARBLED -> {
                String body = effect(call).body();
                worker.answered(body.substring(0, body.length() / 2), null);
            }
            default -> reply(worker, strange(effect(call)), null);
        }
    }

    /** A list in which one meeting stands twice, or the newest is missing. */
    private Answer strange(Answer answer) {
        try {
            JsonNode page = JSON.readTree(answer.body());
            ArrayNode meetings = page.path("meetings") instanceof ArrayNode array ? array : JSON.createArrayNode();
            if (!meetings.isEmpty() && choices.below(2) == 0) {
                meetings.add(meetings.get(0).deepCopy());
                story.tell(() -> "  a meeting stands twice in the list");
            }
            return new Answer(answer.status(), answer.headers(), page.toString(), null, null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    int underWay() {
        return travelling.size();
    }

    /** When something happens to one of those that are under way at the latest, or null. */
    Instant next() {
        return travelling.stream().map(call -> call.caller == null ? call.latest : call.givesUp).min(Instant::compareTo)
                .orElse(null);
    }

    void land(int index) {
        Travelling call = travelling.remove(index);
        Answer answer = effect(call);
        story.tell(() -> "Zoom does " + call.method + " " + call.uri.replaceAll("\\?.*", "") + " only now: " + answer.status()
                + (answer.meeting() == null ? "" : " " + answer.meeting()));
        if (call.caller != null) {
            reply(call.caller, answer, clock.instant());
        } else if (call.method.equals("PATCH") && answer.meeting() != null) {
            touched.add(answer.meeting());
        }
    }

    /** What is overdue by now has its effect, the callers first give up. */
    void passTime() {
        Instant now = clock.instant();
        for (int i = travelling.size() - 1; i >= 0; i--) {
            Travelling call = travelling.get(i);
            if (call.caller != null && !call.givesUp.isAfter(now)) {
                call.caller.failed(new SocketTimeoutException("Read timed out"), now);
                call.caller = null;
            }
        }
        for (int i = 0; i < travelling.size();) {
            if (travelling.get(i).latest.isAfter(now)) {
                i++;
            } else {
                land(i);
            }
        }
    }

    /** The workers of a node are no more; what they have asked for may happen all the same. */
    void forget(Node node) {
        travelling.forEach(call -> call.caller = call.caller != null && call.caller.node == node ? null : call.caller);
    }

    /** The host deletes or changes one of the live meetings. */
    void host() {
        List<SandboxMeeting> live = rules.live();
        if (live.isEmpty()) {
            return;
        }
        SandboxMeeting meeting = live.get(choices.below(live.size()));
        int what = choices.below(3);
        touched.add(meeting.id());
        String event = (switch (what) {
            case 0 -> rules.hostDeletes(meeting.id());
            case 1 -> rules.hostUpdates(meeting.id(), "{\"topic\":\"Moved by the host\"}");
            default -> rules.hostUpdates(meeting.id(), "{\"password\":\"h" + choices.below(1000) + "\"}");
        }).event();
        events.add(event);
        story.tell(() -> "The host " + List.of("deletes", "renames", "gives another passcode to").get(what) + " meeting "
                + meeting.id());
    }

    private Answer effect(Travelling call) {
        Answer answer = rules.call(call.method, call.uri, call.body);
        if (answer.event() != null) {
            events.add(answer.event());
        }
        return answer;
    }

    private static void reply(Worker worker, Answer answer, Instant when) {
        boolean good = answer.status() < 300 || answer.status() == 404 && answer.body().contains("Meeting does not exist")
                && worker.isDeleting();
        if (!good) {
            worker.failed(new HttpOperationFailedException("https://zoom.example", answer.status(), "", "", answer.headers(),
                    answer.body()), when);
            return;
        }
        worker.answered(answer.body(), when);
    }

    /** @throws IllegalArgumentException if it is no JSON object */
    static Map<?, ?> map(String json) {
        try {
            return JSON.readValue(json, Map.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** An event of Zoom, as the route gets it. */
    static String name(String event) {
        try {
            return ((ObjectNode) JSON.readTree(event)).path("event").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
