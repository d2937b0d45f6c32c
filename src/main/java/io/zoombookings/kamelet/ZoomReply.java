package io.zoombookings.kamelet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Zoom has answered. Pure; safe for several threads.
 *
 * @param json          the body as Zoom wrote it, or null where there is none
 * @param meetingId     Zoom's number of the meeting that it describes, or null
 * @param nextPageToken of a list: asks for the next page; null of the last one, and of everything else
 * @param trackingId    by which Zoom's support finds the call, or null
 */
public record ZoomReply(String json, String meetingId, String nextPageToken, String trackingId) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_SENTENCE = 500;

    /**
     * Reads the answer to a call.
     *
     * @throws ZoomApiException if it is none of 2xx
     */
    public static ZoomReply of(int status, Map<String, Object> headers, byte[] body) throws ZoomApiException {
        String text = body == null || body.length == 0 ? null : new String(body, StandardCharsets.UTF_8);
        if (status < 200 || status > 299) {
            throw refusal(status, headers, text);
        }
        JsonNode node = parse(text);
        String next = node.path("next_page_token").asText("");
        return new ZoomReply(text, node.path("id").isIntegralNumber() ? node.path("id").asText() : null,
                next.isEmpty() ? null : next, header(headers, "x-zm-trackingid"));
    }

    /**
     * Reads the answer to a deletion: a meeting that is not there any more counts as deleted.
     *
     * @throws ZoomApiException for any other refusal
     */
    public static ZoomReply ofDeletion(int status, Map<String, Object> headers, byte[] body) throws ZoomApiException {
        if (status == 404) {
            int code = parse(body == null ? null : new String(body, StandardCharsets.UTF_8)).path("code").asInt();
            if (code == 3001 || code == 0) {
                return new ZoomReply(null, null, null, header(headers, "x-zm-trackingid"));
            }
        }
        return of(status, headers, body);
    }

    private static ZoomApiException refusal(int status, Map<String, Object> headers, String text) {
        JsonNode body = parse(text);
        String sentence = body.path("message").asText("").replaceAll("\\s+", " ").strip();
        List<String> fields = new ArrayList<>();
        body.path("errors").forEach(error -> fields.add(error.path("field").asText()));
        Map<String, String> texts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> {
            if (!name.startsWith("Camel") && value != null) {
                texts.put(name, value.toString());
            }
        });
        return new ZoomApiException(status, body.path("code").asInt(), sentence.length() <= LONGEST_SENTENCE ? sentence
                : sentence.substring(0, LONGEST_SENTENCE), fields, texts, text);
    }

    private static String header(Map<String, Object> headers, String name) {
        return headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> String.valueOf(header.getValue())).findFirst().orElse(null);
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode node = text == null ? null : JSON.readTree(text);
            return node == null ? JSON.missingNode() : node;
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /** Names no link: a reply may end in a log by accident. */
    @Override
    public String toString() {
        return "ZoomReply[meetingId=" + meetingId + ", trackingId=" + trackingId + "]";
    }
}
