package io.zoombookings.kamelet;

import java.util.List;
import java.util.Map;
import org.apache.camel.http.base.HttpOperationFailedException;

/**
 * Zoom has refused a call, in its own words. What follows from it a route decides by {@link #getStatusCode()} and
 * {@link #getCode()}: {@code onException} with {@code onWhen: ${exception.code} == 3001}. Zoom's own page of errors says
 * what the codes mean: 124 the token (401), 300 fields, 1001 no such user, 3001 no such meeting, 4711 a missing scope,
 * 429 a limit.
 */
public class ZoomApiException extends HttpOperationFailedException {

    private final int code;
    private final String sentence;
    private final List<String> fields;

    ZoomApiException(int status, int code, String sentence, List<String> fields, Map<String, String> headers, String body) {
        super("Zoom", status, null, null, headers, body);
        this.code = code;
        this.sentence = sentence;
        this.fields = List.copyOf(fields);
    }

    /** Zoom's own code of the error; 0 where its answer has none, as that of a proxy in between. */
    public int getCode() {
        return code;
    }

    /** Zoom's sentence, on one line; empty where its answer has none. */
    public String getSentence() {
        return sentence;
    }

    /** The fields of the request that Zoom names as wrong; it does not say why. */
    public List<String> getFields() {
        return fields;
    }

    @Override
    public String getMessage() {
        return "Zoom answered with HTTP status " + getStatusCode() + (code == 0 ? "" : ", code " + code)
                + (sentence.isEmpty() ? "" : ": " + sentence) + (fields.isEmpty() ? "" : " " + fields);
    }
}
