package io.zoombookings.notification;

/** From whose view a mail is written. */
public enum Role {
    GUEST, HOST, ADMIN
}
