package io.zoombookings.secret;

/** A sealed value that no key of the key set opens; the message names the place, never the value. */
public class SecretUnreadableException extends RuntimeException {

    public SecretUnreadableException(String where) {
        super("No key of ENCRYPTION_KEYSET opens " + where + ": put the key that sealed it back into the key set");
    }
}
