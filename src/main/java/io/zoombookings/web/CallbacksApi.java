package io.zoombookings.web;

import io.zoombookings.outcome.OutcomeLog;
import io.zoombookings.workspace.Audit;
import io.zoombookings.workspace.CallbackUrls;
import io.zoombookings.workspace.Callbacks;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/** The callbacks of a workspace, what each wants to hear, and what it was told. */
@ApiController
@RequestMapping("/api/workspaces/{workspace}/callbacks")
class CallbacksApi {

    private static final List<String> TYPES = List.of("meeting.created", "meeting.updated", "meeting.cancelled",
            "meeting.failed");

    private final Callbacks callbacks;
    private final CallbackUrls urls;
    private final OutcomeLog log;
    private final Audit audit;

    record Asked(String url, List<String> events) {
    }

    /** @param secret shown when it is new; else null */
    record Shown(UUID id, String url, List<String> events, String secret, Instant createdAt, Instant formerSecretUntil) {

        static Shown of(Callbacks.Receiver receiver, String secret) {
            return new Shown(receiver.id(), receiver.url(), receiver.events(), secret, receiver.createdAt(),
                    receiver.formerSecretUntil());
        }
    }

    CallbacksApi(Callbacks callbacks, CallbackUrls urls, OutcomeLog log, Audit audit) {
        this.callbacks = callbacks;
        this.urls = urls;
        this.log = log;
        this.audit = audit;
    }

    @GetMapping
    List<Shown> list(@PathVariable String workspace) {
        return callbacks.list(workspace).stream().map(one -> Shown.of(one, null)).toList();
    }

    @PostMapping
    @Transactional
    public ResponseEntity<Shown> create(@PathVariable String workspace, @RequestBody Asked asked, Principal caller) {
        List<String> events = check(asked);
        if (callbacks.list(workspace).size() >= Callbacks.MOST) {
            throw wrong("/url", "is one too many: a workspace has at most " + Callbacks.MOST + " callbacks");
        }
        UUID id = Callbacks.newId();
        String secret = callbacks.create(workspace, id, asked.url(), events).secrets().get(0);
        audit.record(workspace, caller.getName(), "callback.added", asked.url(), null);
        return ResponseEntity.created(URI.create("/api/workspaces/" + workspace + "/callbacks/" + id))
                .body(Shown.of(callbacks.get(workspace, id).orElseThrow(), secret));
    }

    @PutMapping("/{id}")
    @Transactional
    public ResponseEntity<Object> change(@PathVariable String workspace, @PathVariable String id, @RequestBody Asked asked,
            Principal caller) {
        List<String> events = check(asked);
        return callbacks.get(workspace, uuid(id)).<ResponseEntity<Object>>map(before -> {
            String secret = callbacks.change(workspace, before.id(), asked.url(), events).secrets().get(0);
            audit.record(workspace, caller.getName(), "callback.changed", asked.url(), null);
            return ResponseEntity.ok(Shown.of(callbacks.get(workspace, before.id()).orElseThrow(),
                    before.url().equals(asked.url()) ? null : secret));
        }).orElseGet(CallbacksApi::unknown);
    }

    @DeleteMapping("/{id}")
    @Transactional
    public ResponseEntity<Object> remove(@PathVariable String workspace, @PathVariable String id, Principal caller) {
        return callbacks.get(workspace, uuid(id)).<ResponseEntity<Object>>map(one -> {
            callbacks.remove(workspace, one.id());
            log.forget(one.id());
            audit.record(workspace, caller.getName(), "callback.removed", one.url(), null);
            return ResponseEntity.noContent().build();
        }).orElseGet(CallbacksApi::unknown);
    }

    /** The former secret signs beside the new one for a day. */
    @PostMapping("/{id}/secret")
    @Transactional
    public ResponseEntity<Object> rotate(@PathVariable String workspace, @PathVariable String id, Principal caller) {
        return callbacks.get(workspace, uuid(id)).<ResponseEntity<Object>>map(one -> {
            String secret = callbacks.rotate(one.id()).secrets().get(0);
            audit.record(workspace, caller.getName(), "callback.secret", one.url(), null);
            return ResponseEntity.ok(Shown.of(callbacks.get(workspace, one.id()).orElseThrow(), secret));
        }).orElseGet(CallbacksApi::unknown);
    }

    @GetMapping("/{id}/deliveries")
    ResponseEntity<Object> deliveries(@PathVariable String workspace, @PathVariable String id) {
        return callbacks.get(workspace, uuid(id)).<ResponseEntity<Object>>map(one ->
                ResponseEntity.ok(log.deliveries(one.id()))).orElseGet(CallbacksApi::unknown);
    }

    @PostMapping("/{id}/deliveries/{delivery}/retry")
    ResponseEntity<Object> again(@PathVariable String workspace, @PathVariable String id, @PathVariable String delivery,
            Principal caller) {
        boolean known = callbacks.get(workspace, uuid(id)).isPresent() && log.again(uuid(id), uuid(delivery));
        if (known) {
            audit.record(workspace, caller.getName(), "callback.sent-again", delivery, null);
        }
        return known ? ResponseEntity.accepted().build() : unknown();
    }

    private List<String> check(Asked asked) {
        List<InvalidInputException.Field> wrong = new ArrayList<>();
        if (asked.url() == null || asked.url().isBlank()) {
            wrong.add(new InvalidInputException.Field("/url", "is required"));
        } else {
            urls.problem(asked.url()).ifPresent(problem -> wrong.add(new InvalidInputException.Field("/url", problem)));
        }
        List<String> events = asked.events() == null ? List.of() : asked.events();
        if (!TYPES.containsAll(events)) {
            wrong.add(new InvalidInputException.Field("/events", "must be of " + String.join(", ", TYPES)));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        return events.stream().distinct().toList();
    }

    /** One that nothing has where the text is no id. */
    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    private static InvalidInputException wrong(String pointer, String detail) {
        return new InvalidInputException(List.of(new InvalidInputException.Field(pointer, detail)));
    }

    private static ResponseEntity<Object> unknown() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
                "There is no such callback or delivery in this workspace."));
    }
}
