package io.zoombookings.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An error of Zoom's API with its exact body. */
final class ApiError extends RuntimeException {

    /** A field that Zoom refuses; it gives no reason. */
    record Field(String field, String message) {
    }

    private final int status;
    private final int code;
    private final transient List<Field> fields;

    ApiError(int status, int code, String message) {
        this(status, code, message, List.of());
    }

    private ApiError(int status, int code, String message, List<Field> fields) {
        super(message);
        this.status = status;
        this.code = code;
        this.fields = fields;
    }

    static ApiError invalidFields(List<Field> fields) {
        return new ApiError(400, 300, "Validation Failed.", fields);
    }

    static ApiError notJson() {
        return new ApiError(400, 300, "Request Body should be a valid JSON object.");
    }

    static ApiError invalidToken() {
        return new ApiError(401, 124, "Invalid access token.");
    }

    static ApiError expiredToken() {
        return new ApiError(401, 124, "Access token is expired.");
    }

    static ApiError missingScopes(int code, String... scopes) {
        return new ApiError(400, code, "Invalid access token, does not contain scopes:["
                + String.join(", ", scopes) + "].");
    }

    static ApiError noMeeting(String id) {
        return new ApiError(404, 3001, "Meeting does not exist: " + id + '.');
    }

    static ApiError noUser(String id) {
        return new ApiError(404, 1001, "User does not exist: " + id + '.');
    }

    static ApiError unknownEndpoint() {
        return new ApiError(404, 2300, "This API endpoint is not recognized.");
    }

    static ApiError perSecondLimit() {
        return new ApiError(429, 429,
                "You have reached the maximum per-second rate limit for this API. Try again later.");
    }

    static ApiError dailyLimit() {
        return new ApiError(429, 429, "You have reached the maximum daily rate limit for this API. Refer to the "
                + "response header for details on when you can make another request.");
    }

    static ApiError hostLimit(int limit) {
        return new ApiError(429, 429, "You have exceeded the daily rate limit (" + limit + ") of Meeting Create/Update "
                + "API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.");
    }

    /** @param json false for a client that did not ask for JSON */
    Reply reply(boolean json) {
        ObjectNode body = Json.object().put("code", code).put("message", getMessage());
        if (!fields.isEmpty()) {
            fields.forEach(field -> body.withArray("errors").addObject()
                    .put("field", field.field()).put("message", field.message()));
        }
        return json ? Reply.json(status, body)
                : Reply.text(status, "application/xml;charset=UTF-8", Json.xml("result", body));
    }
}
