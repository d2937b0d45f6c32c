package io.zoombookings.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Events as Zoom sends them: compact JSON, signed, one try each; further tries are made with {@link #redeliver}. */
public final class Webhooks {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Clock clock;
    private final String secret;
    private final String clientId;
    private final HttpClient client;
    private final ExecutorService sender;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile URI target;
    private volatile Variation deauthorization = Variation.NONE;

    Webhooks(Clock clock, String secret, String clientId) {
        this.clock = clock;
        this.secret = secret;
        this.clientId = clientId;
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
        this.sender = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "zoom-sandbox-webhooks");
            thread.setDaemon(true);
            return thread;
        });
    }

    void target(URI endpoint) {
        target = endpoint;
    }

    /** How {@code app_deauthorized} departs from other events from now on. */
    public void deauthorization(Variation variation) {
        deauthorization = variation;
    }

    Variation deauthorization() {
        return deauthorization;
    }

    /** All that were sent, oldest first. */
    public List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    public List<Delivery> deliveries(String event) {
        return deliveries.stream().filter(delivery -> delivery.event().equals(event)).toList();
    }

    /** Whether every event that is to follow from a call has been sent. */
    public boolean idle() {
        return underWay.get() == 0;
    }

    public void reset() {
        deliveries.clear();
    }

    /** Sends any event and waits for the answer. */
    public Delivery send(ObjectNode event, Variation variation) {
        long timestamp = clock.instant().minus(variation.age()).getEpochSecond();
        String body = event.toString();
        String key = variation.key() == null ? secret : variation.key();
        String signature = variation.signature() == null ? signature(key, timestamp, body) : variation.signature();
        String id = variation.requestId() == null ? UUID.randomUUID().toString().replace('-', '_')
                : variation.requestId();
        return deliver(event.get("event").asText(), id, timestamp, signature, body + variation.suffix());
    }

    /** The same once more, as a retry of Zoom: same request id, timestamp and signature. */
    public Delivery redeliver(Delivery delivery) {
        return deliver(delivery.event(), delivery.requestId(), delivery.timestamp(), delivery.signature(),
                delivery.body());
    }

    /** A retry that is signed anew, with the time of now. */
    public Delivery redeliverSignedAnew(Delivery delivery) {
        long timestamp = clock.instant().getEpochSecond();
        return deliver(delivery.event(), delivery.requestId(), timestamp,
                signature(secret, timestamp, delivery.body()), delivery.body());
    }

    /** Sends from another thread what follows from a call; without a target nothing. */
    void later(ObjectNode event) {
        later(event, Variation.NONE);
    }

    void later(ObjectNode event, Variation variation) {
        if (target == null) {
            return;
        }
        underWay.incrementAndGet();
        try {
            sender.execute(() -> {
                try {
                    send(event, variation);
                } finally {
                    underWay.decrementAndGet();
                }
            });
        } catch (RejectedExecutionException closed) {
            underWay.decrementAndGet();
        }
    }

    private Delivery deliver(String event, String id, long timestamp, String signature, String body) {
        long before = System.nanoTime();
        int status = 0;
        String reply;
        URI to = target;
        if (to == null) {
            reply = "no webhook target";
        } else {
            HttpRequest.Builder request = HttpRequest.newBuilder(to).timeout(PATIENCE)
                    .header("User-Agent", "Zoom Marketplace/1.0a")
                    .header("Content-Type", "application/json; charset=utf-8").header("clientid", clientId)
                    .header("x-zm-request-timestamp", String.valueOf(timestamp)).header("x-zm-request-id", id)
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            if (!signature.isEmpty()) {
                request.header("x-zm-signature", signature);
            }
            try {
                HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                status = response.statusCode();
                reply = response.body();
            } catch (IOException e) {
                reply = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                reply = e.toString();
            }
        }
        Delivery delivery = new Delivery(event, id, timestamp, signature, body, status, reply,
                Duration.ofNanos(System.nanoTime() - before));
        deliveries.add(delivery);
        return delivery;
    }

    static String signature(String key, long timestamp, String body) {
        return "v0=" + hmac(key, "v0:" + timestamp + ':' + body);
    }

    static String hmac(String key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    ObjectNode urlValidation(String plainToken) {
        ObjectNode event = Json.object();
        event.putObject("payload").put("plainToken", plainToken);
        return event.put("event_ts", clock.millis()).put("event", "endpoint.url_validation");
    }

    ObjectNode deauthorized(String accountId, String userId, Instant at) {
        ObjectNode event = event("app_deauthorized");
        event.putObject("payload").put("account_id", accountId).put("client_id", clientId)
                .put("deauthorization_time", at.truncatedTo(ChronoUnit.MILLIS).toString())
                .put("signature", hmac("not for you to verify", userId)).putNull("user_data_retention")
                .put("user_id", userId);
        return event;
    }

    ObjectNode meetingCreated(SandboxMeeting meeting) {
        ObjectNode event = event("meeting.created");
        payload(event, meeting.host()).set("object", MeetingViews.inEvent(meeting, true));
        return event;
    }

    ObjectNode meetingUpdated(Meetings.Change change, ZoomUser operator) {
        ObjectNode event = event("meeting.updated");
        ObjectNode payload = payload(event, operator);
        payload.put("scope", "all");
        payload.set("object", MeetingViews.changed(change.after(), change.before()));
        payload.put("time_stamp", clock.millis());
        payload.set("old_object", MeetingViews.changed(change.before(), change.after()));
        return event;
    }

    ObjectNode meetingDeleted(SandboxMeeting meeting, ZoomUser operator) {
        ObjectNode event = event("meeting.deleted");
        payload(event, operator).put("operation", "all").set("object", MeetingViews.inEvent(meeting, false));
        return event;
    }

    /** {@code meeting.started} or {@code meeting.ended}: here the id is a string. */
    ObjectNode meetingRun(SandboxMeeting meeting, boolean started) {
        ObjectNode event = event(started ? "meeting.started" : "meeting.ended");
        ObjectNode object = event.putObject("payload").put("account_id", meeting.host().accountId())
                .putObject("object").put("id", String.valueOf(meeting.id())).put("uuid", meeting.uuid())
                .put("host_id", meeting.host().id()).put("topic", meeting.topic()).put("type", meeting.type())
                .put("start_time", String.valueOf(meeting.start())).put("timezone", meeting.timeZone())
                .put("duration", meeting.duration());
        if (!started) {
            object.put("end_time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return event;
    }

    private ObjectNode event(String name) {
        return Json.object().put("event", name).put("event_ts", clock.millis());
    }

    private static ObjectNode payload(ObjectNode event, ZoomUser operator) {
        return event.putObject("payload").put("account_id", operator.accountId())
                .put("operator", operator.email()).put("operator_id", operator.id());
    }

    void close() {
        sender.shutdownNow();
    }
}
