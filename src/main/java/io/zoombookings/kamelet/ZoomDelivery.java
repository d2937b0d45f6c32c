package io.zoombookings.kamelet;

/**
 * What a delivery to the event endpoint was found to be: an event, or something to be answered at once.
 *
 * @param event     the event's name, or null where {@code reply} is the answer
 * @param requestId Zoom's id of the delivery, the same for each of its retries
 * @param body      the event as it came in
 * @param status    of the answer
 */
public record ZoomDelivery(String event, String requestId, String body, int status, String contentType, String reply) {

    static ZoomDelivery ofEvent(String event, String requestId, String body) {
        return new ZoomDelivery(event, requestId, body, 200, null, "");
    }

    static ZoomDelivery ofAnswer(int status, String contentType, String reply) {
        return new ZoomDelivery(null, null, null, status, contentType, reply);
    }

    public boolean isAccepted() {
        return event != null;
    }

    @Override
    public String toString() {
        return "ZoomDelivery[event=" + event + ", requestId=" + requestId + ", status=" + status + "]";
    }
}
