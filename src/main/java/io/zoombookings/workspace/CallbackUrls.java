package io.zoombookings.workspace;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which addresses may be called that others name, so that nobody can make this application call its own neighbours. */
@Component
public class CallbackUrls {

    private static final int MAX_LENGTH = 2000;
    private static final int MAX_PORT = 65535;
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xFF, (byte) 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};

    /** Compatible addresses, local NAT64, 6to4, Teredo, for documents, for nowhere. */
    private static final byte[][] REFUSED = {new byte[12], {0, 0x64, (byte) 0xFF, (byte) 0x9B, 0, 1}, {0x20, 0x02},
        {0x20, 0x01, 0, 0}, {0x20, 0x01, 0x0D, (byte) 0xB8}, {1, 0, 0, 0, 0, 0, 0, 0}};

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
        if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            return Optional.of("must name a port from 1 to " + MAX_PORT);
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
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress()
                || address.isAnyLocalAddress() || address.isMulticastAddress()
                || (bytes.length == 4 ? isReserved(bytes) : isUniqueLocal(bytes) || isTransition(bytes));
    }

    /** RFC 6890, and the address at which Azure keeps its metadata. */
    private static boolean isReserved(byte[] v4) {
        int first = v4[0] & 0xFF;
        int second = v4[1] & 0xFF;
        boolean thisNetwork = first == 0;
        boolean carrierGrade = first == 100 && (second & 0xC0) == 64;
        boolean protocols = first == 192 && second == 0 && v4[2] == 0;
        boolean benchmarks = first == 198 && (second & 0xFE) == 18;
        boolean future = first >= 240;
        boolean azure = first == 168 && second == 63 && (v4[2] & 0xFF) == 129 && v4[3] == 16;
        return thisNetwork || carrierGrade || protocols || benchmarks || future || azure;
    }

    private static boolean isUniqueLocal(byte[] v6) {
        return (v6[0] & 0xFE) == 0xFC;
    }

    /**
     * IPv6 addresses by which an IPv4 one, or another network, is reached: compatible, NAT64 (RFC 6052, 8215), 6to4 (RFC 3056),
     * Teredo (RFC 4380), ISATAP (RFC 5214); and those for documents and for nowhere. Behind NAT64 every public name has an
     * address with the well-known prefix: there the address within counts, everywhere else none is called.
     */
    private static boolean isTransition(byte[] v6) {
        if (Arrays.equals(v6, 0, 12, NAT64, 0, 12)) {
            try {
                return isPrivate(InetAddress.getByAddress(Arrays.copyOfRange(v6, 12, 16)));
            } catch (UnknownHostException e) {
                return true;
            }
        }
        boolean isatap = (v6[8] & 0xFD) == 0 && v6[9] == 0 && v6[10] == 0x5E && v6[11] == (byte) 0xFE;
        return isatap || Stream.of(REFUSED).anyMatch(prefix -> Arrays.equals(v6, 0, prefix.length, prefix, 0, prefix.length));
    }
}
