package io.zoombookings.source.webhook;

import io.zoombookings.workspace.CallbackUrls;
import io.zoombookings.workspace.GuardedClient;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Predicate;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The HTTP client of booking systems' APIs, whose addresses administrators of a workspace give. A system that answers
 * endlessly, or drop by drop, is cut off, so that it holds up no other.
 */
@Component("zoomBookings.bookingSystemClient")
class BookingSystemClient extends GuardedClient {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int MAX_PER_SYSTEM = 20;
    /** Of what is longer only the beginning is read. */
    private static final int LARGEST = 1 << 20;

    @Autowired
    BookingSystemClient(CallbackUrls urls) {
        this(urls::mayCall);
    }

    private BookingSystemClient(Predicate<InetAddress> may) {
        super(may, LONGEST, MAX_PER_SYSTEM, BookingSystemClient::whole);
    }

    /** The same for addresses that an administrator of all workspaces has given: a system in the house may be among them. */
    @Component("zoomBookings.trustedBookingSystemClient")
    static class Trusted extends BookingSystemClient {

        Trusted() {
            super((InetAddress anywhere) -> true);
        }
    }

    private static ClassicHttpResponse whole(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        ClassicHttpResponse whole = new BasicClassicHttpResponse(response.getCode(), response.getReasonPhrase());
        whole.setHeaders(response.getHeaders());
        whole.setEntity(new ByteArrayEntity(entity == null ? new byte[0] : EntityUtils.toByteArray(entity, LARGEST),
                ContentType.APPLICATION_JSON));
        return whole;
    }
}
