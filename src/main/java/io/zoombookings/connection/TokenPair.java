package io.zoombookings.connection;

import java.time.Duration;
import java.util.Set;

/** What Zoom's token endpoint handed out. Never prints its tokens. */
record TokenPair(String accessToken, String refreshToken, Duration lifetime, Set<String> scopes) {

    @Override
    public String toString() {
        return "TokenPair[lifetime=" + lifetime + ", scopes=" + scopes + "]";
    }
}
