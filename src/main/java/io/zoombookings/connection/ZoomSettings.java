package io.zoombookings.connection;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Where Zoom is and which Zoom app this is. */
@Component
class ZoomSettings {

    static final String CALLBACK_PATH = "/integrations/zoom/callback";

    private final String oauthBase;
    private final URI apiBase;
    private final String clientId;
    private final String clientSecret;
    private final String publicUrl;

    ZoomSettings(@Value("${zoom.oauth.base-url:https://zoom.us}") String oauthBase,
            @Value("${zoom.api.base-url:https://api.zoom.us/v2}") String apiBase,
            @Value("${zoom.oauth.client-id:}") String clientId,
            @Value("${zoom.oauth.client-secret:}") String clientSecret,
            @Value("${public-url:http://localhost:8080}") String publicUrl) {
        this.oauthBase = base(oauthBase);
        this.apiBase = URI.create(base(apiBase));
        this.clientId = clientId.strip();
        this.clientSecret = clientSecret.strip();
        this.publicUrl = base(publicUrl);
    }

    /** Whether there is a Zoom app to connect with. */
    boolean isConfigured() {
        return !clientId.isEmpty() && !clientSecret.isEmpty();
    }

    /** Of Zoom's OAuth endpoint {@code name}: authorize, token or revoke. */
    String oauth(String name) {
        return oauthBase + "/oauth/" + name;
    }

    URI apiBase() {
        return apiBase;
    }

    String clientId() {
        return clientId;
    }

    String clientSecret() {
        return clientSecret;
    }

    /** The one redirect URI, exactly as it must be registered at Zoom. */
    String redirectUri() {
        return publicUrl + CALLBACK_PATH;
    }

    private static String base(String url) {
        return StringUtils.trimTrailingCharacter(url.strip(), '/');
    }
}
