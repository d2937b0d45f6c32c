package io.zoombookings.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** All meetings, deleted ones too; safe for several threads. */
final class Meetings {

    /** How long after its start a meeting's id is still good. */
    private static final Duration EXPIRY = Duration.ofDays(30);
    private static final String DEFAULT_SETTINGS = """
            {"host_video":false,"participant_video":false,"cn_meeting":false,"in_meeting":false,
            "join_before_host":false,"jbh_time":0,"mute_upon_entry":false,"watermark":false,"use_pmi":false,
            "approval_type":2,"audio":"both","auto_recording":"none","enforce_login":false,"alternative_hosts":"",
            "alternative_hosts_email_notification":true,"close_registration":false,"show_share_button":false,
            "allow_multiple_devices":false,"registrants_confirmation_email":true,"waiting_room":false,
            "meeting_authentication":false,"registrants_email_notification":true,"email_notification":true,
            "meeting_invitees":[],"private_meeting":false,"internal_meeting":false,"focus_mode":false,
            "auto_start_meeting_summary":false}""";
    /** Of an account with audio conferencing. */
    private static final String NUMBERS = """
            [{"country":"US","country_name":"US","city":"New York","number":"+1 646 558 8656","type":"toll"},
            {"country":"DE","country_name":"Germany","number":"+49 69 7104 9922","type":"toll"}]""";

    private final Clock clock;
    private final SandboxSettings settings;
    private final RandomGenerator random;
    private final Map<Long, SandboxMeeting> byId = new LinkedHashMap<>();

    Meetings(Clock clock, SandboxSettings settings) {
        this(clock, settings, new SecureRandom());
    }

    /** @param random by which ids and passcodes are given */
    Meetings(Clock clock, SandboxSettings settings, RandomGenerator random) {
        this.clock = clock;
        this.settings = settings;
        this.random = random;
    }

    synchronized SandboxMeeting create(ZoomUser host, MeetingFields fields) {
        Instant now = now();
        String zone = fields.timeZone() != null ? fields.timeZone() : host.timeZone();
        int type = fields.type() == null ? 2 : fields.type();
        Instant start = start(fields, zone);
        if (start == null && (type == 2 || type == 1)) {
            type = 1;
            start = now;
        }
        String passcode = passcode(host, fields);
        SandboxMeeting meeting = new SandboxMeeting(newId(), uuid(), host,
                fields.topic() == null || fields.topic().isEmpty() ? "Zoom Meeting" : fields.topic(), type,
                type == 3 ? null : start, zone, fields.duration() == null ? 60 : fields.duration(),
                fields.agenda() == null ? "" : fields.agenda(), passcode, linkSecret(passcode),
                merged(defaultSettings(host), fields.settings()), fields.recurrence(), now, false, null, null,
                settings.joinBase());
        byId.put(meeting.id(), meeting);
        return meeting;
    }

    synchronized void restore(SandboxMeeting meeting) {
        byId.put(meeting.id(), meeting);
    }

    /** The meeting before and after a change. */
    record Change(SandboxMeeting before, SandboxMeeting after) {
    }

    /**
     * Changes what the fields name; a start in the past is ignored.
     *
     * @throws ApiError 404 if it is gone by now
     */
    synchronized Change update(long id, MeetingFields fields) {
        SandboxMeeting old = live(id);
        String zone = fields.timeZone() != null ? fields.timeZone() : old.timeZone();
        Instant start = start(fields, zone);
        boolean moves = start != null && start.isAfter(clock.instant());
        boolean recoded = fields.password() != null && !fields.password().equals(old.passcode());
        String passcode = !recoded ? old.passcode() : fields.password().isEmpty() ? null : fields.password();
        SandboxMeeting changed = new SandboxMeeting(old.id(), old.uuid(), old.host(),
                fields.topic() == null ? old.topic() : fields.topic(), fields.type() == null ? old.type()
                : fields.type(), moves ? start : old.start(), zone,
                fields.duration() == null ? old.duration() : fields.duration(),
                fields.agenda() == null ? old.agenda() : fields.agenda(), passcode,
                recoded ? linkSecret(passcode) : old.linkSecret(), merged(old.settings().deepCopy(), fields.settings()),
                fields.recurrence() == null ? old.recurrence() : fields.recurrence(), old.createdAt(), old.started(),
                null, null, old.joinBase());
        byId.put(changed.id(), changed);
        return new Change(old, changed);
    }

    /** @throws ApiError 404 if it is gone by now */
    synchronized SandboxMeeting delete(long id, String by) {
        SandboxMeeting deleted = live(id).deleted(now(), by);
        byId.put(deleted.id(), deleted);
        return deleted;
    }

    private SandboxMeeting live(long id) {
        SandboxMeeting meeting = byId.get(id);
        if (!usable(meeting)) {
            throw ApiError.noMeeting(String.valueOf(id));
        }
        return meeting;
    }

    synchronized SandboxMeeting started(long id, boolean started) {
        return byId.computeIfPresent(id, (key, meeting) -> meeting.started(started));
    }

    /** A meeting, deleted or not; null if there never was one. */
    synchronized SandboxMeeting find(long id) {
        return byId.get(id);
    }

    /** Neither deleted nor expired. */
    synchronized boolean usable(SandboxMeeting meeting) {
        return meeting != null && meeting.live() && (meeting.start() == null
                || latest(meeting).plus(EXPIRY).isAfter(clock.instant()));
    }

    private static Instant latest(SandboxMeeting meeting) {
        return meeting.createdAt().isAfter(meeting.start()) ? meeting.createdAt() : meeting.start();
    }

    synchronized List<SandboxMeeting> all() {
        return List.copyOf(byId.values());
    }

    synchronized void clear() {
        byId.clear();
    }

    private static Instant start(MeetingFields fields, String zone) {
        return fields.start() != null ? fields.start()
                : fields.localStart() != null ? fields.localStart().atZone(ZoneId.of(zone)).toInstant() : null;
    }

    private String passcode(ZoomUser host, MeetingFields fields) {
        if (fields.password() != null && !fields.password().isEmpty()) {
            return fields.password();
        }
        boolean generate = host.passcodeRequired() && !Boolean.FALSE.equals(fields.defaultPassword());
        return generate ? String.valueOf(random.nextInt(100_000, 1_000_000)) : null;
    }

    private static String linkSecret(String passcode) {
        return passcode == null ? null : Grants.random(31).replace('-', 'a').replace('_', 'b') + ".1";
    }

    private static ObjectNode merged(ObjectNode base, ObjectNode given) {
        if (given != null) {
            given.properties().stream().filter(setting -> !setting.getValue().isNull() && base.has(setting.getKey()))
                    .forEach(setting -> base.set(setting.getKey(), setting.getValue()));
        }
        return base;
    }

    private static ObjectNode defaultSettings(ZoomUser host) {
        ObjectNode settings = Json.read(DEFAULT_SETTINGS);
        if (host.plan() != Plan.FREE) {
            settings.set("global_dial_in_numbers", Json.read("{\"numbers\":" + NUMBERS + "}").get("numbers"));
        }
        return settings;
    }

    /** Ten or eleven digits and above 2^31, as Zoom's are. */
    private long newId() {
        long id;
        do {
            id = random.nextInt(10) == 0 ? random.nextLong(2_200_000_000L, 9_999_999_999L)
                    : random.nextLong(80_000_000_000L, 99_999_999_999L);
        } while (byId.containsKey(id));
        return id;
    }

    private String uuid() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Zoom's times have whole seconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
