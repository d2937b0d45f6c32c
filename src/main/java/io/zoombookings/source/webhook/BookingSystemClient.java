package io.zoombookings.source.webhook;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.springframework.stereotype.Component;

/**
 * The HTTP client of booking systems' APIs. A system that answers endlessly, or drop by drop, is cut off, so that it holds up no
 * other. Redirects and cookies are left alone.
 */
@Component("zoomBookings.bookingSystemClient")
class BookingSystemClient implements HttpClientConfigurer {

    /** For the whole call, however many packets an answer comes in. */
    private static final int LONGEST_SECONDS = 10;
    /** Of what is longer only the beginning is read. */
    private static final int LARGEST = 1 << 20;

    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "booking-system-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableRedirectHandling().disableAutomaticRetries().disableCookieManagement().disableAuthCaching()
                .addExecInterceptorFirst("booking-system-limits", this::limited);
    }

    @PreDestroy
    void stop() {
        deadlines.shutdownNow();
    }

    private ClassicHttpResponse limited(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Runnable cut = scope.originalRequest instanceof Cancellable call ? call::cancel : () -> { };
        ScheduledFuture<?> deadline = deadlines.schedule(cut, LONGEST_SECONDS, TimeUnit.SECONDS);
        try (ClassicHttpResponse response = chain.proceed(request, scope)) {
            HttpEntity entity = response.getEntity();
            ClassicHttpResponse whole = new BasicClassicHttpResponse(response.getCode(), response.getReasonPhrase());
            whole.setHeaders(response.getHeaders());
            whole.setEntity(new ByteArrayEntity(entity == null ? new byte[0] : EntityUtils.toByteArray(entity, LARGEST),
                    ContentType.APPLICATION_JSON));
            return whole;
        } finally {
            deadline.cancel(false);
        }
    }
}
