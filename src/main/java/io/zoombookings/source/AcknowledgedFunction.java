package io.zoombookings.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.spi.PropertiesFunction;

/**
 * The placeholder <code>{{acknowledged:…}}</code>: a consumer endpoint that acknowledges a message only after it was
 * processed. What the address says itself stays; to what it leaves open is added what its component needs for that, since
 * several acknowledge before, or drop what fails.
 */
public class AcknowledgedFunction implements PropertiesFunction {

    /** Rolled back where processing fails; a local transaction suffices and keeps the consumer open between messages. */
    private static final Map<String, String> JMS = Map.of(
            "transacted", "true",
            "lazyCreateTransactionManager", "false",
            "disableReplyTo", "true");

    /** Offsets are committed after their records; a record that fails is read again. A stable group resumes after a stop. */
    private static final Map<String, String> KAFKA = Map.of(
            "groupId", "camel-zoom-bookings",
            "autoOffsetReset", "earliest",
            "autoCommitEnable", "false",
            "allowManualCommit", "true",
            "kafkaManualCommitFactory", "#class:org.apache.camel.component.kafka.consumer.DefaultKafkaManualCommitFactory",
            "breakOnFirstError", "true",
            "maxPollIntervalMs", "3600000",
            "valueDeserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");

    /** The component would declare queues that are not durable, which loses messages, or is refused where they are. */
    private static final Map<String, String> RABBITMQ = Map.of(
            "autoDeclare", "false",
            "rejectAndDontRequeue", "false",
            "disableReplyTo", "true");

    /** A file that is still being written is left alone. */
    private static final Map<String, String> FILE = Map.of(
            "readLock", "changed",
            "readLockMinAge", "1000",
            "readLockCheckInterval", "50");

    private static final Map<String, Map<String, String>> NEEDED = Map.of(
            "jms", JMS, "amqp", JMS, "activemq", JMS, "activemq6", JMS,
            "kafka", KAFKA, "spring-rabbitmq", RABBITMQ, "file", FILE);

    /** Who sets one of these has decided on the acknowledgement. */
    private static final Map<String, List<String>> DECIDED = Map.of(
            "transacted", List.of("acknowledgementModeName", "acknowledgementModeId"),
            "autoDeclare", List.of("arg.queue.durable"),
            "readLockMinAge", List.of("readLock"),
            "readLockCheckInterval", List.of("readLock"));

    @Override
    public String getName() {
        return "acknowledged";
    }

    @Override
    public String apply(String uri) {
        String scheme = uri.substring(0, Math.max(0, uri.indexOf(':')));
        Map<String, String> added = new LinkedHashMap<>();
        NEEDED.getOrDefault(scheme, Map.of()).forEach((option, value) -> {
            boolean decided = DECIDED.getOrDefault(option, List.of()).stream().anyMatch(other -> says(uri, other));
            if (!says(uri, option) && !decided) {
                added.put(option, value);
            }
        });
        StringBuilder acknowledged = new StringBuilder(uri);
        added.forEach((option, value) -> acknowledged.append(acknowledged.indexOf("?") < 0 ? '?' : '&')
                .append(option).append('=').append(value));
        return acknowledged.toString();
    }

    private static boolean says(String uri, String option) {
        return uri.contains("?" + option + "=") || uri.contains("&" + option + "=");
    }
}
