package io.zoombookings.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The API below {@code /v2}: the user and their meetings. */
final class MeetingApi {

    private static final Set<String> FLAGS = Set.of("true", "false");

    private final SandboxSettings settings;
    private final ZoomUsers users;
    private final Grants grants;
    private final Meetings meetings;
    private final Listings listings;
    private final RateLimits limits;
    private final Webhooks webhooks;

    MeetingApi(SandboxSettings settings, ZoomUsers users, Grants grants, Meetings meetings, Listings listings,
               RateLimits limits, Webhooks webhooks) {
        this.settings = settings;
        this.users = users;
        this.grants = grants;
        this.meetings = meetings;
        this.listings = listings;
        this.limits = limits;
        this.webhooks = webhooks;
    }

    Reply answer(Operation operation, SandboxRequest request) {
        boolean json = request.header("Accept").toLowerCase(Locale.ROOT).contains("application/json");
        try {
            if (request.query().containsKey("access_token")) {
                throw new ApiError(401, 124, "Invalid access token, this access token is not supported as query "
                        + "parameter string.");
            }
            Grants.Token token = grants.access(request.bearer());
            if (operation == Operation.UNKNOWN) {
                throw ApiError.unknownEndpoint();
            }
            ZoomUser user = token.userId() == null ? userOf(token.accountId(), operation, request)
                    : users.byId(token.userId());
            Reply refusal = limits.refusal(operation, user, json);
            if (refusal != null) {
                return refusal;
            }
            checkScopes(operation, token);
            Reply reply = perform(operation, request, user, token.userId() == null);
            if (reply.body().length > 0 && !json) {
                JsonNode body = Json.read(reply.body());
                reply = Reply.text(reply.status(), "application/xml;charset=UTF-8", Json.xml("result", body));
            }
            return reply.with("x-ratelimit-category", operation.label().toUpperCase(Locale.ROOT));
        } catch (ApiError error) {
            return error.reply(json);
        }
    }

    private void checkScopes(Operation operation, Grants.Token token) {
        String granular = switch (operation) {
            case USER_ME -> "user:read:user";
            case CREATE -> "meeting:write:meeting";
            case LIST -> "meeting:read:list_meetings";
            case GET -> "meeting:read:meeting";
            case UPDATE -> "meeting:update:meeting";
            default -> "meeting:delete:meeting";
        };
        String classic = switch (operation) {
            case USER_ME -> "user:read";
            case LIST, GET -> "meeting:read";
            default -> "meeting:write";
        };
        if (token.userId() == null) {
            if (!token.scopes().contains(granular + ":admin") && !token.scopes().contains(classic + ":admin")) {
                throw ApiError.missingScopes(settings.missingScopeCode(), granular + ":admin");
            }
            return;
        }
        boolean classicApp = settings.scopes().contains(classic);
        if (!token.scopes().contains(granular) && !token.scopes().contains(classic)) {
            String missing = classicApp ? classic : granular;
            throw ApiError.missingScopes(settings.missingScopeCode(), missing, missing + ":admin");
        }
    }

    /**
     * Of which user of its account a Server-to-Server app speaks. Only the users and meetings of the account exist for it.
     */
    private ZoomUser userOf(String accountId, Operation operation, SandboxRequest request) {
        return switch (operation) {
            case USER_ME, CREATE, LIST -> {
                String id = operation == Operation.USER_ME ? request.lastSegment() : userIdOf(request);
                yield users.all().stream().filter(user -> user.accountId().equals(accountId))
                        .filter(user -> id.equals("me") ? settings.accountKnowsMe()
                                : user.id().equals(id) || user.email().equalsIgnoreCase(id))
                        .findFirst().orElseThrow(() -> ApiError.noUser(id));
            }
            default -> {
                String id = request.lastSegment();
                SandboxMeeting meeting = id.matches("[0-9]{9,11}") ? meetings.find(Long.parseLong(id)) : null;
                if (meeting == null || !meeting.host().accountId().equals(accountId)) {
                    throw ApiError.noMeeting(id);
                }
                yield meeting.host();
            }
        };
    }

    /**
     * What a call does whose token is good and that no limit refuses.
     *
     * @param account whether the caller speaks for a whole account, and {@code user} is the one that it named
     */
    Reply perform(Operation operation, SandboxRequest request, ZoomUser user, boolean account) {
        return switch (operation) {
            case USER_ME -> {
                checkMe(account, request.lastSegment(), "user:read:user");
                yield Reply.json(200, UserView.of(user));
            }
            case CREATE -> {
                checkMe(account, userIdOf(request), "meeting:write:meeting");
                yield create(MeetingFields.read(request), user);
            }
            case LIST -> {
                checkMe(account, userIdOf(request), "meeting:read:list_meetings");
                yield Reply.json(200, listings.page(user, request.query()));
            }
            case GET -> Reply.json(200, MeetingViews.full(own(request, user)));
            case UPDATE -> update(own(request, user), MeetingFields.read(request), user);
            default -> delete(own(request, user), request, user);
        };
    }

    private Reply create(MeetingFields fields, ZoomUser user) {
        if (!user.mayHost()) {
            throw new ApiError(400, 3161,
                    "Your user account is not allowed meeting hosting and scheduling capabilities.");
        }
        if (fields.scheduleFor() != null && !fields.scheduleFor().isEmpty()
                && !fields.scheduleFor().equals(user.email()) && !fields.scheduleFor().equals(user.id())) {
            throw new ApiError(400, 300, "The value that you entered in the schedule_for field is invalid. Enter a "
                    + "valid value and try again.");
        }
        checkAlternativeHosts(fields, user);
        SandboxMeeting meeting = meetings.create(user, fields);
        webhooks.later(webhooks.meetingCreated(meeting));
        return Reply.json(201, MeetingViews.full(meeting));
    }

    /** Licensed users of the host's account, and not the host. Zoom's words are not known: they name the address, or not. */
    private void checkAlternativeHosts(MeetingFields fields, ZoomUser host) {
        String asked = fields.settings() == null ? "" : fields.settings().path("alternative_hosts").asText("");
        for (String email : asked.split(";")) {
            if (!email.isEmpty() && users.find(email).filter(user -> user.accountId().equals(host.accountId())
                    && user.plan() != Plan.FREE && !user.id().equals(host.id())).isEmpty()) {
                throw new ApiError(400, 300, settings.namesAlternativeHosts() ? "The alternative host " + email
                        + " is not a licensed user of this account." : "One of the alternative hosts is not valid.");
            }
        }
    }

    private Reply update(SandboxMeeting meeting, MeetingFields fields, ZoomUser user) {
        checkAlternativeHosts(fields, user);
        webhooks.later(webhooks.meetingUpdated(meetings.update(meeting.id(), fields), user));
        return Reply.empty(204);
    }

    private Reply delete(SandboxMeeting meeting, SandboxRequest request, ZoomUser user) {
        for (String flag : Set.of("schedule_for_reminder", "cancel_meeting_reminder")) {
            if (!FLAGS.contains(request.query().getOrDefault(flag, "false"))) {
                throw new ApiError(400, 300, "Invalid parameter: " + flag + '.');
            }
        }
        if (request.query().containsKey("occurrence_id")) {
            throw new ApiError(400, 300, "Invalid parameter: occurrence_id.");
        }
        if (meeting.started()) {
            throw new ApiError(400, 3002, "Sorry, you cannot delete this meeting since it's in progress.");
        }
        webhooks.later(webhooks.meetingDeleted(meetings.delete(meeting.id(), "api"), user));
        return Reply.empty(204);
    }

    private SandboxMeeting own(SandboxRequest request, ZoomUser user) {
        String id = request.lastSegment();
        SandboxMeeting meeting = id.matches("[0-9]{9,11}") ? meetings.find(Long.parseLong(id)) : null;
        if (!meetings.usable(meeting)) {
            throw ApiError.noMeeting(id);
        }
        if (!meeting.host().id().equals(user.id())) {
            throw new ApiError(400, 3003, "Not meeting host.");
        }
        return meeting;
    }

    /** A user-level app may only say {@code me}. */
    private void checkMe(boolean account, String userId, String scope) {
        if (!account && !userId.equals("me")) {
            if (users.find(userId).isEmpty()) {
                throw ApiError.noUser(userId);
            }
            throw ApiError.missingScopes(settings.missingScopeCode(), scope + ":admin");
        }
    }

    private static String userIdOf(SandboxRequest request) {
        String path = request.path().substring(0, request.path().lastIndexOf('/'));
        return URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
    }

    /** Everything the operator page and {@code /sandbox/meetings} tell. */
    static ArrayNode overview(Iterable<SandboxMeeting> meetings) {
        ArrayNode all = Json.MAPPER.createArrayNode();
        for (SandboxMeeting meeting : meetings) {
            ObjectNode view = all.addObject().put("id", meeting.id()).put("host", meeting.host().email())
                    .put("state", meeting.live() ? "live" : "deleted").put("topic", meeting.topic())
                    .put("start", String.valueOf(meeting.start())).put("duration", meeting.duration())
                    .put("timezone", meeting.timeZone()).put("agenda", meeting.agenda())
                    .put("passcode", meeting.passcode()).put("joinUrl", meeting.joinUrl())
                    .put("createdAt", meeting.createdAt().toString());
            view.put("deletedAt", meeting.live() ? null : meeting.deletedAt().toString());
            view.put("deletedBy", meeting.deletedBy());
        }
        return all;
    }
}
