package io.zoombookings.workspace;

import java.util.UUID;

/** A key in the one moment in which it can be shown. */
public record NewApiKey(UUID id, String secret) {

    @Override
    public String toString() {
        return "NewApiKey[" + id + "]";
    }
}
