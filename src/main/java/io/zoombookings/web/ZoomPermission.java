package io.zoombookings.web;

import io.zoombookings.connection.ConnectionView;
import java.util.List;

/**
 * A permission asked of Zoom, in words.
 *
 * @param scope   Zoom's granular name
 * @param granted null where nobody has been asked
 */
record ZoomPermission(String words, String scope, String reason, Boolean granted) {

    private static final List<ZoomPermission> ASKED = List.of(
            new ZoomPermission("Verify your account", "user:read:user",
                    "To show whose account is connected, and to notice another one.", null),
            new ZoomPermission("Create meetings for you", "meeting:write:meeting",
                    "A confirmed booking gets its meeting.", null),
            new ZoomPermission("Change these meetings", "meeting:update:meeting",
                    "A booking that is moved keeps its link.", null),
            new ZoomPermission("Delete these meetings", "meeting:delete:meeting",
                    "A cancelled booking loses its meeting.", null),
            new ZoomPermission("View meeting details", "meeting:read:meeting",
                    "To see whether a meeting is still there.", null),
            new ZoomPermission("List your meetings", "meeting:read:list_meetings",
                    "To find a meeting again whose making Zoom did not confirm, instead of making a second one.", null));

    static List<ZoomPermission> of(ConnectionView view) {
        return ASKED.stream().map(asked -> new ZoomPermission(asked.words, asked.scope, asked.reason,
                view.scopes() == null || view.scopes().isEmpty() ? null
                        : Boolean.valueOf(!view.missingScopes().contains(asked.scope)))).toList();
    }
}
