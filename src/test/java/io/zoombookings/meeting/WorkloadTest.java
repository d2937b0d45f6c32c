package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How much a node works on at once, and when whoever ends something asks for more. */
class WorkloadTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");

    private final Workload workload = new Workload(64, Clock.fixed(NOW, ZoneOffset.UTC));

    private static List<UUID> rows(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    private List<UUID> begin(String workspace, List<UUID> admitted) {
        admitted.forEach(lease -> workload.begin(lease, workspace, NOW.plusSeconds(60)));
        return admitted;
    }

    @Test
    void oneWorkspaceHasThreeQuartersOfTheWorkersAndItsBacklogIsAskedForAsTheyEnd() {
        workload.look();
        List<UUID> active = begin("a", workload.admitted(Map.of("a", rows(500))));

        assertThat(active).hasSize(48);
        assertThat(workload.isMoreDue()).isFalse();
        active.subList(0, 8).forEach(workload::end);
        assertThat(workload.isMoreDue()).isTrue();
        workload.look();
        assertThat(begin("a", workload.admitted(Map.of("a", rows(492))))).hasSize(8);
    }

    @Test
    void aFullWorkspaceThatALookLeavesOutIsStillAskedFor() {
        List<UUID> active = begin("a", workload.admitted(Map.of("a", rows(500))));
        workload.look();
        begin("b", workload.admitted(Map.of("b", rows(1))));

        assertThat(workload.full()).containsExactly("a");
        active.subList(0, 8).forEach(workload::end);
        assertThat(workload.isMoreDue()).isTrue();
    }

    @Test
    void whereNothingIsLeftNobodyAsks() {
        workload.look();
        List<UUID> active = begin("a", workload.admitted(Map.of("a", rows(20))));
        active.forEach(workload::end);

        assertThat(workload.isMoreDue()).isFalse();
    }

    @Test
    void whatAnEventBringsBeyondTheRoomIsAskedForToo() {
        workload.look();
        List<UUID> active = begin("a", workload.admitted(Map.of("a", rows(48))));
        assertThat(workload.admitted(Map.of("a", rows(1)))).isEmpty();

        active.forEach(workload::end);
        assertThat(workload.isMoreDue()).isTrue();
    }
}
