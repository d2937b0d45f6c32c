package io.zoombookings.secret;

/**
 * Every column that holds sealed values, and the key of its row that stands in the place name. The one list that sealing,
 * opening and re-encryption share: a new sealed column goes here.
 */
public enum SealedColumn {

    CALLBACK_SECRET("workspace", "callback_secret", "id"),
    CALLBACK_OWN_SECRET("callback", "secret", "id"),
    CALLBACK_FORMER_SECRET("callback", "former_secret", "id"),
    WORKSPACE_PASSCODE("workspace", "passcode", "id"),
    ACCESS_TOKEN("zoom_grant", "access_token", "zoom_user_id"),
    REFRESH_TOKEN("zoom_grant", "refresh_token", "zoom_user_id"),
    BOOKING_PASSCODE("booking", "passcode", "id"),
    JOIN_URL("occurrence", "join_url", "id"),
    MEETING_PASSCODE("occurrence", "passcode", "id"),
    ZOOM_EVENT_BODY("zoom_event", "body", "request_id"),
    PARKED_EVENT_BODY("parked_event", "body", "id"),
    WEBHOOK_SECRET("booking_webhook", "secret", "id"),
    WEBHOOK_API_KEY("booking_webhook", "api_key", "id"),
    WEBHOOK_BODY("booking_webhook_event", "body", "id"),
    AUDIT_KEY("audit_chain", "hmac_key", "id");

    private final String table;
    private final String column;
    private final String key;

    SealedColumn(String table, String column, String key) {
        this.table = table;
        this.column = column;
        this.key = key;
    }

    /**
     * @param rowKey the row's value of the key column
     * @return the place to seal for and to open at, such as {@code occurrence.join_url:018f…}
     */
    public String at(Object rowKey) {
        return table + "." + column + ":" + rowKey;
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    String key() {
        return key;
    }
}
