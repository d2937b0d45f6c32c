package io.zoombookings.outcome;

import io.zoombookings.workspace.CallbackUrls;
import io.zoombookings.workspace.GuardedClient;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.springframework.stereotype.Component;

/** The HTTP client of callbacks. Of a receiver's answer only the status counts, and when it wants to be asked again. */
@Component("zoomBookings.callbackClient")
class CallbackClient extends GuardedClient {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int MAX_PER_RECEIVER = 4;
    /** Answers up to this length are read, which leaves their connection open for the next outcome. */
    private static final long MAX_READ = 16 * 1024;

    CallbackClient(CallbackUrls urls) {
        super(urls::mayCall, LONGEST, MAX_PER_RECEIVER, CallbackClient::statusOf);
    }

    private static ClassicHttpResponse statusOf(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity != null && entity.getContentLength() >= 0 && entity.getContentLength() <= MAX_READ) {
            EntityUtils.consume(entity);
        }
        ClassicHttpResponse status = new BasicClassicHttpResponse(response.getCode(), response.getReasonPhrase());
        Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        if (retryAfter != null) {
            status.setHeader(retryAfter);
        }
        return status;
    }
}
