package io.zoombookings.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AcknowledgedFunctionTest {

    private final AcknowledgedFunction acknowledged = new AcknowledgedFunction();

    @Test
    void addsWhatTheComponentNeeds() {
        assertThat(acknowledged.apply("jms:queue:bookings")).startsWith("jms:queue:bookings?").contains("transacted=true");
        assertThat(acknowledged.apply("kafka:bookings?brokers=a:1")).startsWith("kafka:bookings?brokers=a:1&")
                .contains("autoCommitEnable=false").contains("breakOnFirstError=true").contains("groupId=");
        assertThat(acknowledged.apply("spring-rabbitmq:x?queues=y")).contains("rejectAndDontRequeue=false")
                .contains("autoDeclare=false");
        assertThat(acknowledged.apply("spring-rabbitmq:x?queues=y&arg.queue.durable=true")).doesNotContain("autoDeclare");
    }

    @Test
    void leavesWhatTheAddressSays() {
        assertThat(acknowledged.apply("kafka:bookings?groupId=mine")).containsOnlyOnce("groupId").contains("groupId=mine");
        assertThat(acknowledged.apply("jms:q?acknowledgementModeName=CLIENT_ACKNOWLEDGE")).doesNotContain("transacted=true");
        assertThat(acknowledged.apply("file:in?readLock=rename")).isEqualTo("file:in?readLock=rename");
        assertThat(acknowledged.apply("seda:bookings")).isEqualTo("seda:bookings");
    }
}
