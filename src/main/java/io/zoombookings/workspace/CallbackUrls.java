package io.zoombookings.workspace;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which addresses outcomes may be posted to, so that nobody can make this application call its own neighbours. */
@Component
public class CallbackUrls {

    private static final int MAX_LENGTH = 2000;

    private final boolean allowPrivate;

    CallbackUrls(@Value("${booking.callback.allow-private:false}") boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /** What is wrong with the address as text, or nothing; what its name resolves to is checked when it is called. */
    public Optional<String> problem(String url) {
        if (url.length() > MAX_LENGTH) {
            return Optional.of("must be at most " + MAX_LENGTH + " characters long");
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of("must be an absolute https URL");
        }
        if (uri.getHost() == null || uri.getScheme() == null || uri.isOpaque()) {
            return Optional.of("must be an absolute https URL");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("must not carry a user name, password or fragment");
        }
        if (!uri.getScheme().equalsIgnoreCase("https") && !(allowPrivate && plainLoopback(uri))) {
            return Optional.of("must be an absolute https URL");
        }
        if (!allowPrivate && (uri.getHost().equalsIgnoreCase("localhost") || privateLiteral(uri.getHost()))) {
            return Optional.of("must not point into a private network");
        }
        return Optional.empty();
    }

    /** Whether a call may go to this address, which a callback's host name resolved to. */
    public boolean mayCall(InetAddress address) {
        return allowPrivate || !isPrivate(address);
    }

    private static boolean plainLoopback(URI uri) {
        String host = uri.getHost();
        return uri.getScheme().equalsIgnoreCase("http")
                && (host.equalsIgnoreCase("localhost") || host.startsWith("127.") || host.equals("[::1]"));
    }

    private static boolean privateLiteral(String host) {
        if (!host.matches("[0-9.]+|\\[.*]")) {
            return false;
        }
        try {
            return isPrivate(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        boolean carrierGrade = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
        boolean thisNetwork = bytes.length == 4 && bytes[0] == 0;
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress()
                || address.isAnyLocalAddress() || address.isMulticastAddress()
                || uniqueLocal || carrierGrade || thisNetwork;
    }
}
