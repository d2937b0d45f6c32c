package io.zoombookings.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The answer to {@code GET /users/me}. */
final class UserView {

    private UserView() {
    }

    static ObjectNode of(ZoomUser user) {
        ObjectNode view = Json.object().put("id", user.id()).put("first_name", user.firstName())
                .put("last_name", user.lastName()).put("display_name", user.displayName()).put("email", user.email())
                .put("type", user.plan().userType).put("role_name", "Owner").put("pmi", 1234567890L)
                .put("use_pmi", false).put("personal_meeting_url", "https://us06web.zoom.us/j/1234567890")
                .put("timezone", user.timeZone()).put("verified", 0).put("dept", "")
                .put("created_at", "2020-07-12T04:17:16Z").put("last_login_time", "2026-11-01T05:47:59Z")
                .put("last_client_version", "6.6.0.1234(win)").put("cms_user_id", "")
                .put("jid", user.id().toLowerCase(Locale.ROOT) + "@xmpp.zoom.us");
        view.putArray("group_ids");
        view.putArray("im_group_ids");
        view.put("account_id", user.accountId()).put("language", "en-US").put("phone_country", "")
                .put("phone_number", "").put("status", "active").put("job_title", "").put("cost_center", "")
                .put("location", "");
        view.putArray("login_types").add(100);
        return view.put("role_id", "0").put("cluster", "us06").put("user_created_at", "2020-07-12T04:17:16Z");
    }
}
