package io.zoombookings.sandbox;

/** The calls that Zoom's clients make, as faults and the ledger name them. */
public enum Operation {
    AUTHORIZE, TOKEN, REVOKE, USER_ME, CREATE, LIST, GET, UPDATE, DELETE,
    /** A path or method that Zoom does not know. */
    UNKNOWN;

    /** @param path as called, with the API's {@code /v2} in front */
    static Operation of(String method, String path) {
        String[] parts = path.substring(1).split("/", -1);
        if (parts.length == 2 && parts[0].equals("oauth")) {
            return switch (parts[1] + ' ' + method) {
                case "authorize GET", "authorize POST" -> AUTHORIZE;
                case "token POST" -> TOKEN;
                case "revoke POST" -> REVOKE;
                default -> UNKNOWN;
            };
        }
        if (parts.length < 3 || !parts[0].equals("v2")) {
            return UNKNOWN;
        }
        if (parts[1].equals("users")) {
            boolean meetings = parts.length == 4 && parts[3].equals("meetings");
            return switch (method) {
                case "GET" -> parts.length == 3 ? USER_ME : meetings ? LIST : UNKNOWN;
                case "POST" -> meetings ? CREATE : UNKNOWN;
                default -> UNKNOWN;
            };
        }
        if (parts[1].equals("meetings") && parts.length == 3) {
            return switch (method) {
                case "GET" -> GET;
                case "PATCH" -> UPDATE;
                case "DELETE" -> DELETE;
                default -> UNKNOWN;
            };
        }
        return UNKNOWN;
    }

    boolean isApi() {
        return ordinal() >= USER_ME.ordinal();
    }

    /** Zoom's rate limit label of the call. */
    String label() {
        return this == CREATE || this == LIST ? "Medium" : "Light";
    }
}
