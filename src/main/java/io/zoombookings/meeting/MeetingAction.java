package io.zoombookings.meeting;

/** What, if anything, to ask of Zoom for one occurrence. */
public enum MeetingAction {
    CREATE, UPDATE, DELETE,
    /** Zoom holds the meeting of a create whose reply was lost: read it. */
    ADOPT,
    /** Somebody changed the link in Zoom: read it. */
    READ_LINK,
    /** Zoom agrees already. */
    NOTHING,
    /** A meeting is wanted, or must go, and nobody is connected to ask. */
    WAIT_FOR_CONNECTION,
    /** The host's daily allowance is used up. */
    DEFER,
    /** The meeting lies in an account that is no longer connected and cannot be deleted from here. */
    ABANDON,
    /** Not now: the lease is nearly over, or Zoom limits the account since the claim. */
    RELEASE
}
