package io.zoombookings.workspace;

import java.time.Instant;

/** A tenant: its bookings, keys, administrators and Zoom connection are its own. */
public record Workspace(String id, String name, Instant createdAt) {
}
