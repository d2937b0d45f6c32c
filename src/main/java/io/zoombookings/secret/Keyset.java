package io.zoombookings.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** A Tink key set for AEAD: the primary key seals, every key opens. Immutable; never prints its keys. */
final class Keyset {

    static {
        try {
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final KeysetHandle handle;
    private final Aead aead;

    private Keyset(KeysetHandle handle) throws GeneralSecurityException {
        this.handle = handle;
        this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** A key set with one new AES-256-GCM key. */
    static Keyset generate() {
        try {
            return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param json Tink's JSON form, in the clear
     * @throws GeneralSecurityException if it is not a key set for AEAD, or its primary key leaves no id on what it seals
     */
    static Keyset parse(String json) throws GeneralSecurityException {
        Keyset keyset;
        try {
            keyset = new Keyset(TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
        } catch (RuntimeException e) {
            throw new GeneralSecurityException(e);
        }
        if (keyset.primaryPrefix().length == 0) {
            throw new GeneralSecurityException("the primary key must have the output prefix type TINK");
        }
        return keyset;
    }

    /** The same keys and a new one, which is the primary key. */
    Keyset rotated() {
        try {
            return new Keyset(KeysetHandle.newBuilder(handle)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId().makePrimary())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tink's JSON form with the keys in the clear: only for where key sets are kept. */
    String toJson() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Aead aead() {
        return aead;
    }

    /** Tink's id of the primary key, as an unsigned number. */
    long primaryId() {
        return Integer.toUnsignedLong(handle.getPrimary().getId());
    }

    /** The bytes with which everything begins that the primary key seals. */
    byte[] primaryPrefix() {
        return ((AeadKey) handle.getPrimary().getKey()).getOutputPrefix().toByteArray();
    }
}
