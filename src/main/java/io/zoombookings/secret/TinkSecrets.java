package io.zoombookings.secret;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Seals with Tink's AEAD; the place is the associated data, so that a value copied to another row does not open. */
final class TinkSecrets implements Secrets {

    private final Aead aead;

    TinkSecrets(Keyset keyset) {
        this.aead = keyset.aead();
    }

    @Override
    public byte[] seal(String plaintext, String where) {
        if (plaintext == null) {
            return null;
        }
        try {
            return aead.encrypt(bytes(plaintext), bytes(where));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing " + where + " failed", e);
        }
    }

    @Override
    public String open(byte[] sealed, String where) {
        if (sealed == null) {
            return null;
        }
        try {
            return new String(aead.decrypt(sealed, bytes(where)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SecretUnreadableException(where);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
