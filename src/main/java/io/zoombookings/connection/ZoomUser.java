package io.zoombookings.connection;

/**
 * The person behind a grant, as {@code GET /users/me} tells.
 *
 * @param plan   Zoom's user type (1 Basic, 2 Licensed, 4 Unassigned, 99 None), or null
 * @param status such as {@code active} or {@code inactive}, empty where Zoom does not say
 */
record ZoomUser(String id, String accountId, String email, String displayName, Integer plan, String status) {
}
