package io.zoombookings.workspace;

/**
 * Where a workspace's outcomes are posted.
 *
 * @param secret signs them as Standard Webhooks says: {@code whsec_} and the base64 of the key
 */
public record Callback(String url, String secret) {

    @Override
    public String toString() {
        return "Callback[" + url + "]";
    }
}
