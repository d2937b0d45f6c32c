package io.zoombookings.connection;

import java.util.Collection;

/** Every trouble that connecting can meet, each with a sentence and a next step of its own. */
final class Problems {

    private static final String AGAIN = "Press Connect Zoom to try again.";

    private Problems() {
    }

    static Problem notConfigured() {
        return new Problem("Zoom is not set up",
                "This application has no Zoom app yet: ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET are not set.",
                "Ask whoever runs this application to set both and start it again.");
    }

    static Problem declined() {
        return new Problem("Permission was declined",
                "Zoom was not connected, because the request was declined there. Nothing was changed.",
                "Press Connect Zoom again and choose Allow, signed in to the Zoom account that is to hold the meetings.");
    }

    static Problem authorizationFailed() {
        return new Problem("Authorization failed",
                "Zoom did not accept the authorization: it was used already, is older than five minutes, or was withdrawn"
                        + " meanwhile.",
                AGAIN + " Be signed in to the Zoom account that you want to use; if it fails again, check that the account"
                        + " is in good standing, and contact Zoom support if it is restricted.");
    }

    static Problem answeredWithError(String error) {
        return new Problem("Authorization failed",
                "Zoom ended the authorization with the error \"" + error.replaceAll("[^A-Za-z0-9_ .-]", "?") + "\"."
                        + " Nothing was changed.",
                AGAIN + " Check that your Zoom account is in good standing; if it is restricted, contact Zoom support.");
    }

    static Problem notBegunHere() {
        return new Problem("Authorization failed",
                "This answer from Zoom does not belong to a connection that was begun in this browser, or was used already."
                        + " Nothing was changed.",
                "Begin and finish in the same browser, with cookies enabled: open the workspace's Zoom settings and press"
                        + " Connect Zoom.");
    }

    static Problem invalidRedirect(String redirectUri) {
        return new Problem("Invalid redirect URL",
                "Zoom does not know the address " + redirectUri + " as one of this app.",
                "This is a setting of the application, not of your account: ask whoever runs it to register exactly this"
                        + " address as OAuth redirect URL and in the allow list of the Zoom app, or to correct PUBLIC_URL.");
    }

    static Problem clientRefused() {
        return new Problem("Zoom does not know this application",
                "Zoom refused ZOOM_CLIENT_ID with ZOOM_CLIENT_SECRET, or the Zoom app is switched off.",
                "Ask whoever runs this application to compare both with the app's credentials in the Zoom App Marketplace.");
    }

    static Problem unavailable() {
        return new Problem("Zoom does not answer",
                "Zoom gave no usable answer just now, so the connection could not be finished.",
                "Wait half a minute. " + AGAIN);
    }

    static Problem restricted(String email) {
        return new Problem("Zoom account restricted",
                "Zoom says that the account" + (email.isEmpty() ? "" : " " + email) + " is not active, so it cannot hold"
                        + " meetings.",
                "Contact Zoom support about the account, or sign out at zoom.us, sign in to another account and press"
                        + " Connect Zoom.");
    }

    static Problem missing(Collection<String> scopes) {
        return new Problem("Permission missing",
                "Zoom has not granted everything that bookings need. Missing: " + String.join(", ", scopes)
                        + ". No meetings are made until it is.",
                "Ask whoever runs this application to add " + (scopes.size() == 1 ? "this scope" : "these scopes")
                        + " to the Zoom app, then press Reconnect and allow every permission.");
    }

    /** What is left to do at Zoom where Zoom has not confirmed a revocation. */
    static String stillListed(String email) {
        return "Zoom has not confirmed yet that it has withdrawn the permission of " + email + ". Nothing is kept here that"
                + " could use it; telling Zoom is repeated for an hour. If this app is still listed in that Zoom account"
                + " afterwards (App Marketplace, Manage, Added Apps), remove it there.";
    }

    static Problem disconnected() {
        return new Problem("Zoom is not connected", "This workspace has no connection to Zoom that works.", AGAIN);
    }

    static Problem refused(int status) {
        return new Problem("Zoom refused",
                "Zoom answered the question who is connected with the status " + status + ".",
                "Press Reconnect; if that does not help, check that the Zoom account is in good standing.");
    }

    static Problem chooseWorkspace() {
        return new Problem("Choose a workspace",
                "Zoom's Marketplace sent you here to finish adding the app.",
                "Open the Zoom settings of the workspace that it is for, and press Connect Zoom.");
    }
}
