package io.zoombookings.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page on which a Zoom user allows or declines what the app asks for. */
final class ConsentPage {

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("meeting:write:meeting", "Create a meeting for you"),
            Map.entry("meeting:update:meeting", "Update your meetings"),
            Map.entry("meeting:delete:meeting", "Delete your meetings"),
            Map.entry("meeting:read:meeting", "View a meeting"),
            Map.entry("meeting:read:list_meetings", "View your list of meetings"),
            Map.entry("user:read:user", "View your user information"),
            Map.entry("meeting:read", "View your meetings"),
            Map.entry("meeting:write", "View and manage your meetings"),
            Map.entry("user:read", "View your user information"));

    private ConsentPage() {
    }

    static String html(String rawQuery, List<ZoomUser> users, List<String> scopes) {
        StringBuilder main = new StringBuilder("<p>The app <strong>Bookings</strong> asks for permission to:</p><ul>");
        for (String scope : scopes) {
            main.append("<li>").append(Html.escape(MEANINGS.getOrDefault(scope, scope)))
                    .append(" <span class=\"muted\">").append(Html.escape(scope)).append("</span></li>");
        }
        main.append("</ul><form method=\"post\" action=\"/oauth/authorize?").append(Html.escape(rawQuery))
                .append("\"><fieldset><legend>Which Zoom user are you?</legend>");
        String checked = " checked";
        for (ZoomUser user : users) {
            main.append("<label><input type=\"radio\" name=\"user\" value=\"").append(Html.escape(user.email()))
                    .append('"').append(checked).append("> ").append(Html.escape(user.displayName()))
                    .append(" <span class=\"muted\">").append(Html.escape(user.email())).append(", ")
                    .append(user.plan().name().toLowerCase(Locale.ROOT)).append(switch (user.standing()) {
                        case ACTIVE -> "";
                        case NEEDS_APPROVAL -> ", needs the administrator's approval";
                        case RESTRICTED -> ", account restricted";
                    }).append("</span></label>");
            checked = "";
        }
        main.append("""
                </fieldset><div class="buttons">
                <button class="primary" name="decision" value="allow">Allow</button>
                <button name="decision" value="decline">Decline</button>
                <button name="decision" value="back">Leave without answering</button></div></form>
                <p class="muted">This is the Zoom sandbox of a test or demo: no real Zoom account is involved.</p>""");
        return Html.page("Zoom sandbox", "Bookings would like access", "", "narrow", main.toString());
    }
}
