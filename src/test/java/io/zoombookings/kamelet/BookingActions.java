package io.zoombookings.kamelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.booking.event.BookingEventReader;
import io.zoombookings.source.webhook.BookingSystemStub;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.language.bean.RuntimeBeanExpressionException;

/** One Kamelet {@code <system>-booking-action} alone in a bare Camel, with the API of its system. */
final class BookingActions implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BookingEventReader READER = new BookingEventReader();

    final BookingSystemStub api = new BookingSystemStub();
    private final CamelContext camel = new DefaultCamelContext();

    /** @param options with {@code {api}} for the address of the stub */
    BookingActions(String kamelet, String options) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:webhook").to("kamelet:" + kamelet + options.replace("{api}", api.url()));
            }
        });
        camel.start();
    }

    /** @return a booking event that the reader accepts; null if there is none */
    JsonNode event(String webhook) throws Exception {
        Exchange done = exchange(webhook);
        if (done.getException() instanceof RuntimeBeanExpressionException wrapped) {
            throw (Exception) wrapped.getCause();
        }
        if (done.getException() != null) {
            throw done.getException();
        }
        String event = done.getMessage().getBody(String.class);
        if (event != null) {
            READER.read(event.getBytes(StandardCharsets.UTF_8), null, Map.of());
        }
        return event == null ? null : JSON.readTree(event);
    }

    Exchange exchange(String webhook) {
        return camel.createProducerTemplate().request("direct:webhook", exchange -> {
            exchange.getMessage().setBody(webhook);
            exchange.getMessage().setHeader("Authorization", "of the caller");
        });
    }

    @Override
    public void close() {
        camel.stop();
        api.close();
    }
}
