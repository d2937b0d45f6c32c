package io.zoombookings.secret;

import io.zoombookings.WrongConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the key set comes from: {@code ENCRYPTION_KEYSET} inline or as {@code file:...}; without it, and with the embedded
 * database, the file {@code keyset.json} of the data directory, which is made once.
 */
record KeysetLocation(String configured, Path dataDirectory, boolean embeddedDatabase) {

    private static final Logger LOG = LoggerFactory.getLogger(KeysetLocation.class);
    private static final String FILE = "file:";

    /**
     * @param keysInUse whether the database holds values that a key set has sealed before
     * @throws WrongConfigurationException if there is no usable key set and none may be made
     */
    Keyset keyset(BooleanSupplier keysInUse) {
        if (configured != null && configured.startsWith(FILE)) {
            return read(path(configured.substring(FILE.length())));
        }
        if (configured != null && !configured.isBlank()) {
            return parse(configured, "ENCRYPTION_KEYSET");
        }
        if (!embeddedDatabase) {
            throw new WrongConfigurationException("ENCRYPTION_KEYSET is required with an external database: give it the"
                    + " key set that 'java -jar camel-zoom-bookings-<version>-exec.jar keyset' prints, inline or as"
                    + " file:<path>.");
        }
        Path generated = dataDirectory.resolve("keyset.json");
        if (Files.exists(generated)) {
            return read(generated);
        }
        if (keysInUse.getAsBoolean()) {
            throw new WrongConfigurationException("The key set " + generated + " is gone, but the database holds tokens"
                    + " and links sealed with it: put the file back, or give its content as ENCRYPTION_KEYSET; nothing"
                    + " was changed or deleted.");
        }
        return create(generated);
    }

    static Keyset read(Path file) {
        try {
            return parse(Files.readString(file), "The key set file " + file);
        } catch (IOException e) {
            throw new WrongConfigurationException("The key set file " + file + " cannot be read: ENCRYPTION_KEYSET must"
                    + " name a readable file with a Tink key set.", e);
        }
    }

    private static Keyset parse(String json, String what) {
        try {
            return Keyset.parse(json.strip());
        } catch (GeneralSecurityException e) {
            throw new WrongConfigurationException(what + " is not a Tink key set for AEAD in JSON form: print one with"
                    + " 'java -jar camel-zoom-bookings-<version>-exec.jar keyset'.", e);
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text.startsWith("///") ? text.substring(2) : text);
        } catch (InvalidPathException e) {
            throw new WrongConfigurationException("ENCRYPTION_KEYSET must be a Tink key set in JSON form or"
                    + " file:<path of one>.", e);
        }
    }

    private static Keyset create(Path file) {
        Keyset keyset = Keyset.generate();
        try {
            OwnerOnly.write(file, keyset.toJson());
        } catch (IOException e) {
            throw new WrongConfigurationException("The key set " + file + " cannot be written: DATA_DIR must be a writable"
                    + " directory, or ENCRYPTION_KEYSET be set.", e);
        }
        LOG.warn("ENCRYPTION_KEYSET is not set: a key set was created in {}, readable by its owner only. Keep a copy of it"
                + " apart from the database: without it nothing in the database that is sealed can be read again.", file);
        return keyset;
    }
}
