package io.zoombookings.secret;

/**
 * Seals what must not stand in the database in the clear: tokens, join links, passcodes, signing secrets.
 * Safe for use by several threads.
 */
public interface Secrets {

    /**
     * @param plaintext the secret
     * @param where     table, column and row it is for, {@code table.column:row}; a sealed value opens only there
     * @return the sealed bytes, or null for null
     */
    byte[] seal(String plaintext, String where);

    /**
     * @return the secret, or null for null
     * @throws SecretUnreadableException if the value was sealed with a key that is not in the key set, or for another place
     */
    String open(byte[] sealed, String where);
}
