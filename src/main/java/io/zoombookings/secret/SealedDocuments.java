package io.zoombookings.secret;

/** Sealed values that are no columns of their own, but parts of documents: their owner seals them anew after a rotation. */
public interface SealedDocuments {

    /**
     * Seals every such value with the primary key. May run at any time and on several nodes.
     *
     * @throws SecretUnreadableException if one cannot be opened; it and those after it are left as they are
     */
    void reseal();
}
