package io.zoombookings.web;

import io.zoombookings.booking.Accepted;
import io.zoombookings.booking.DoorRequest;
import io.zoombookings.source.ParkedEvent;
import io.zoombookings.source.ParkedEvents;
import io.zoombookings.workspace.Audit;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What became of messages that a broker delivered and nobody could accept; for administrators of the installation. */
@ApiController
@RequestMapping("/api/parked-events")
class ParkedEventsApi {

    private final ParkedEvents parked;
    private final ParkedWork work;
    private final Audit audit;

    ParkedEventsApi(ParkedEvents parked, ParkedWork work, Audit audit) {
        this.parked = parked;
        this.work = work;
        this.audit = audit;
    }

    @GetMapping
    List<ParkedEvent> list() {
        return parked.list();
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> show(@PathVariable UUID id, Principal caller) {
        Optional<ParkedEvent> found = parked.get(id);
        if (found.isEmpty()) {
            return missing();
        }
        audit.record(null, caller.getName(), "parked-event.read", id.toString(), null);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("event", found.get());
        shown.put("body", parked.message(id).map(message -> new String(message.body(), StandardCharsets.UTF_8)).orElse(null));
        return ResponseEntity.ok(shown);
    }

    /** Accepts the message as if it came in now; what is wrong with it may have been mended here, a workspace made, say. */
    @PostMapping("/{id}/replay")
    ResponseEntity<Object> replay(@PathVariable UUID id, Principal caller) throws Exception {
        Optional<DoorRequest> message = parked.message(id);
        if (message.isEmpty()) {
            return missing();
        }
        ParkedWork.Replay replay = work.replay(id, message.get());
        if (replay.problem() != null) {
            return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, replay.problem()))
                    .build();
        }
        Accepted accepted = replay.accepted();
        audit.record(accepted.workspace(), caller.getName(), "parked-event.replayed", id.toString(), null);
        return ResponseEntity.accepted().body(Map.of("workspace", accepted.workspace(),
                "bookingId", accepted.bookingId(), "status", accepted.status(), "duplicate", accepted.duplicate()));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Object> delete(@PathVariable UUID id, Principal caller) {
        if (!parked.delete(id)) {
            return missing();
        }
        audit.record(null, caller.getName(), "parked-event.deleted", id.toString(), null);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Object> missing() {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
                "There is no parked event with this id.")).build();
    }
}
