package io.zoombookings.source.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What booking systems post, written by us from what their documentation says, and how they sign it. */
public final class Posted {

    private Posted() {
    }

    /** @param attendees email addresses */
    public static String calcom(String trigger, String createdAt, String uid, String rescheduleUid, String start, String end,
            String... attendees) {
        return """
                {"triggerEvent":"%s","createdAt":"%s","payload":{"uid":"%s","bookingId":7,%s"title":"Talk","startTime":"%s",
                "endTime":"%s","organizer":{"name":"Ada Kern","email":"ada@clinic.example","timeZone":"Europe/Berlin",
                "language":{"locale":"de"}},"attendees":[%s],"location":"integrations:none","cancellationReason":%s}}"""
                .formatted(trigger, createdAt, uid, rescheduleUid == null ? "" : "\"rescheduleUid\":\"" + rescheduleUid + "\",",
                        start, end, Arrays.stream(attendees).map(email -> """
                                {"name":"%s","email":"%s","timeZone":"Asia/Shanghai","language":{"locale":"en"}}"""
                                .formatted(email.substring(0, email.indexOf('@')), email)).collect(Collectors.joining(",")),
                        trigger.equals("BOOKING_CANCELLED") ? "\"ill\"" : "null");
    }

    /** @param moved {@code "old_invitee":"…"}, {@code "rescheduled":true,"new_invitee":"…"}, or what else is to be in it */
    public static String calendly(String event, String createdAt, String appointment, String invitee, String start,
            String location, String moved) {
        String base = "https://api.calendly.example/scheduled_events/" + appointment;
        return """
                {"event":"%s","created_at":"%s","payload":{"uri":"%s","email":"%s@guest.example","name":"%s",
                "timezone":"Asia/Shanghai",%s,"scheduled_event":{"uri":"%s","name":"Talk","start_time":"%s",
                "end_time":"%s","event_memberships":[{"user_email":"ada@clinic.example","user_name":"Ada Kern"}],
                "location":%s}}}""".formatted(event, createdAt, invitee(appointment, invitee), invitee, invitee, moved, base,
                start, start.replace(":00:00.", ":30:00."), location);
    }

    public static String invitee(String appointment, String invitee) {
        return "https://api.calendly.example/scheduled_events/" + appointment + "/invitees/" + invitee;
    }

    /** @param more further fields, each followed by a comma */
    public static String easyAppointments(String action, String id, String start, String end, String status, String more) {
        return """
                {"action":"%s","payload":{"id":%s,%s"start_datetime":"%s","end_datetime":"%s","status":"%s",
                "id_users_customer":"12","id_users_provider":3,"id_services":"4","notes":"Bring the report"}}"""
                .formatted(action, id, more, start, end, status);
    }

    public static String acuity(String action, String id) {
        return "action=" + action + "&id=" + id + "&calendarID=5&appointmentTypeID=6";
    }

    public static String square(String type, String eventId, String id, long version, String status, String start) {
        return """
                {"merchant_id":"M","type":"%s","event_id":"%s","created_at":"2031-01-01T00:00:00Z","data":{"type":"booking",
                "id":"%s:%d","object":{"booking":{"id":"%s","version":%d,"start_at":"%s","status":"%s","customer_id":"CUST 1/x",
                "appointment_segments":[{"duration_minutes":30,"team_member_id":"T"},{"duration_minutes":15,
                "team_member_id":"T"}]}}}}""".formatted(type, eventId, id, version, id, version, start, status);
    }

    /** The headers with which the system posts this body to this address. */
    public static Map<String, String> signed(WebhookSource source, String secret, String address, String body, Clock clock) {
        String time = String.valueOf(clock.instant().getEpochSecond());
        return switch (source) {
            case CALCOM -> json("X-Cal-Signature-256", hex(secret, body));
            case CALENDLY -> json("Calendly-Webhook-Signature", "t=" + time + ",v1=" + hex(secret, time + "." + body));
            case EASYAPPOINTMENTS -> json("X-Ea-Token", secret);
            case ACUITY -> Map.of("Content-Type", "application/x-www-form-urlencoded",
                    "X-Acuity-Signature", base64(secret, body));
            case SQUARE -> json("x-square-hmacsha256-signature", base64(secret, address + body));
        };
    }

    private static Map<String, String> json(String header, String value) {
        return Map.of("Content-Type", "application/json", header, value);
    }

    static String hex(String key, String text) {
        return HexFormat.of().formatHex(hmac(key, text));
    }

    static String base64(String key, String text) {
        return Base64.getEncoder().encodeToString(hmac(key, text));
    }

    private static byte[] hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
