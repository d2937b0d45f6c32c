package io.zoombookings.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.zoombookings.Cause;
import io.zoombookings.connection.HostLoad;
import io.zoombookings.situation.Situation;
import io.zoombookings.situation.Situation.Queue;
import io.zoombookings.situation.Situations;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What waits and what has failed, of all nodes, as gauges named {@code zoombookings.*}; docs/metrics.md describes them. As
 * many as there are kinds of work, causes and states, however many workspaces; NaN while the database does not answer.
 */
@Component
class SituationMetrics implements MeterBinder {

    private static final Logger LOG = LoggerFactory.getLogger(SituationMetrics.class);
    private static final List<String> STATUSES = List.of("CONNECTED", "NOT_CONNECTED", "RECONNECT_REQUIRED");

    /** A plan lets a host run fewer or shorter meetings than there are. */
    private static final List<String> WARNINGS = List.of(Cause.Kind.HOST_OVERLAP.code(), Cause.Kind.PLAN_MINUTES.code());

    private final Situations situations;
    private final HostLoad load;

    SituationMetrics(Situations situations, HostLoad load) {
        this.situations = situations;
        this.load = load;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String kind : Situations.kinds()) {
            gauge(registry, "zoombookings.due", "Work that is to be done now", null, Tags.of("kind", kind),
                    now -> queue(now, kind).due());
            gauge(registry, "zoombookings.oldest.due", "Age of the oldest work that is to be done now", "seconds",
                    Tags.of("kind", kind), now -> queue(now, kind).age(now.at()).toMillis() / 1000.0);
        }
        Arrays.stream(Cause.Kind.values()).map(Cause.Kind::code).distinct().forEach(cause -> {
            gauge(registry, "zoombookings.waiting", "Meetings and mails that go on by themselves, by why they wait", null,
                    Tags.of("cause", cause), now -> troubles(now, cause, false));
            gauge(registry, "zoombookings.failed", "Meetings and mails about which a person must act, as long as it is not over",
                    null, Tags.of("cause", cause), now -> troubles(now, cause, true));
        });
        for (String status : STATUSES) {
            gauge(registry, "zoombookings.connections", "Connections to Zoom", null, Tags.of("status", status),
                    now -> now.connections().stream().filter(one -> one.status().equals(status)).count());
        }
        for (String code : WARNINGS) {
            gauge(registry, "zoombookings.warnings",
                    "Meetings of the next 14 days that their Zoom user's plan does not run as booked", null, Tags.of("code", code), now -> load.upcoming().stream().filter(one -> one.code().equals(code))
                            .mapToLong(HostLoad.Warned::count).sum());
        }
        gauge(registry, "zoombookings.parked",
                "Messages, webhooks, Zoom's events and outcomes that were given up and wait for an administrator", null, Tags.empty(), Situation::parked);
        gauge(registry, "zoombookings.upcoming.without.link", "Confirmed dates that start within 60 minutes and have no link",
                null, Tags.empty(), Situation::upcomingWithoutLink);
    }

    private void gauge(MeterRegistry registry, String name, String description, String unit, Tags tags,
            ToDoubleFunction<Situation> value) {
        Gauge.builder(name, () -> read(value)).description(description).baseUnit(unit).tags(tags).register(registry);
    }

    private double read(ToDoubleFunction<Situation> value) {
        try {
            return value.applyAsDouble(situations.now());
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Not counted: {}", e.getMessage());
            return Double.NaN;
        }
    }

    private static Queue queue(Situation now, String kind) {
        return now.queues().stream().filter(queue -> queue.kind().equals(kind)).findFirst().orElseThrow();
    }

    private static double troubles(Situation now, String cause, boolean failed) {
        return now.troubles().stream().filter(one -> one.failed() == failed && one.code().equals(cause))
                .mapToLong(Situation.Trouble::count).sum();
    }
}
