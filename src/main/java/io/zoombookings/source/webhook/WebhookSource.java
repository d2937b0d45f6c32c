package io.zoombookings.source.webhook;

import io.zoombookings.source.system.Acuity;
import io.zoombookings.source.system.BookingSystem;
import io.zoombookings.source.system.Calcom;
import io.zoombookings.source.system.Calendly;
import io.zoombookings.source.system.EasyAppointments;
import io.zoombookings.source.system.Square;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The booking systems whose webhooks are understood. */
public enum WebhookSource {

    CALCOM("calcom", "Cal.com", new Calcom(), null, Order.BY_SEAT, List.of("secret"), List.of()),
    CALENDLY("calendly", "Calendly", new Calendly(), null, Order.BY_SEAT, List.of("secret"), List.of()),
    EASYAPPOINTMENTS("easyappointments", "Easy!Appointments", new EasyAppointments(), null, Order.BY_ARRIVAL,
            List.of("secret", "apiUrl", "apiKey"), List.of("timeZone")),
    ACUITY("acuity", "Acuity", new Acuity(), "https://acuityscheduling.com/api/v1", Order.BY_ARRIVAL,
            List.of("apiUser", "apiKey", "hostEmail"), List.of("hosts", "secret", "apiUrl")),
    SQUARE("square", "Square", new Square(), "https://connect.squareup.com", Order.BY_VERSION,
            List.of("secret", "apiKey", "hostEmail"), List.of("hosts", "timeZone", "apiUrl"));

    /** How it is known which of two webhooks about a booking is the later one. */
    enum Order {
        /** Each tells when it was said, about one person or one move. */
        BY_SEAT,
        /** Only by when it came: those about one booking are worked on one after the other. */
        BY_ARRIVAL,
        /** The booking has a version. */
        BY_VERSION
    }

    private final String id;
    private final String title;
    private final BookingSystem system;
    private final String apiUrl;
    private final Order order;
    private final List<String> required;
    private final List<String> optional;

    WebhookSource(String id, String title, BookingSystem system, String apiUrl, Order order, List<String> required,
            List<String> optional) {
        this.id = id;
        this.title = title;
        this.system = system;
        this.apiUrl = apiUrl;
        this.order = order;
        this.required = required;
        this.optional = Stream.concat(optional.stream(), Stream.of("locations", "eventTypes")).toList();
    }

    public static Optional<WebhookSource> of(String id) {
        return Arrays.stream(values()).filter(source -> source.id.equals(id)).findAny();
    }

    /** As in addresses. */
    public String id() {
        return id;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    BookingSystem system() {
        return system;
    }

    /** The base of its API where nobody says otherwise, or null. */
    public String apiUrl() {
        return apiUrl;
    }

    Order order() {
        return order;
    }

    /** The settings that it cannot do without. */
    public List<String> required() {
        return required;
    }

    /** The settings that it can do without. */
    public List<String> optional() {
        return optional;
    }
}
