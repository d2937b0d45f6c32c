package io.zoombookings.booking.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the JSON Schema of booking events, and the OpenAPI and AsyncAPI documents, to everybody. */
@ConditionalOnProperty(name = "zoom-bookings.web.enabled", havingValue = "true", matchIfMissing = true)
@RestController
class DocumentsController {

    private static final CacheControl ONE_HOUR = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Document schema = new Document("/schemas/booking-event.schema.json", "application/schema+json");
    private final Document openApi = new Document("/openapi.yaml", "application/yaml");
    private final Document asyncApi = new Document("/asyncapi.yaml", "application/yaml");

    @GetMapping("/schemas/booking-event.schema.json")
    ResponseEntity<byte[]> schema() {
        return schema.answer();
    }

    @GetMapping("/openapi.yaml")
    ResponseEntity<byte[]> openApi() {
        return openApi.answer();
    }

    @GetMapping("/asyncapi.yaml")
    ResponseEntity<byte[]> asyncApi() {
        return asyncApi.answer();
    }

    private record Document(byte[] content, MediaType type, String tag) {

        Document(String resource, String type) {
            this(read(resource), MediaType.parseMediaType(type));
        }

        private Document(byte[] content, MediaType type) {
            this(content, type, '"' + DigestUtils.md5DigestAsHex(content) + '"');
        }

        ResponseEntity<byte[]> answer() {
            return ResponseEntity.ok().contentType(type).cacheControl(ONE_HOUR).eTag(tag).body(content);
        }

        private static byte[] read(String resource) {
            try (InputStream stream = DocumentsController.class.getResourceAsStream(resource)) {
                return stream.readAllBytes();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
