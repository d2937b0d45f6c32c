package io.zoombookings.simulation;

import java.util.HashMap;
import java.util.Map;

/** What travels through a route. */
final class Exchange {

    final Beans beans;
    final Map<String, Object> variables;
    final Map<String, Object> headers;
    Object body;
    Throwable exception;

    Exchange(Beans beans, Object body, Map<String, Object> headers) {
        this(beans, body, headers, new HashMap<>());
    }

    private Exchange(Beans beans, Object body, Map<String, Object> headers, Map<String, Object> variables) {
        this.beans = beans;
        this.body = body;
        this.headers = headers;
        this.variables = variables;
    }

    /** One part of a split: with the variables as they are now, and none of its own seen outside. */
    Exchange part(Object item) {
        return new Exchange(beans, item, headers, new HashMap<>(variables));
    }
}
