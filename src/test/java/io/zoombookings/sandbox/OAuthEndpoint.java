package io.zoombookings.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** {@code /oauth/authorize}, {@code /oauth/token} and {@code /oauth/revoke}. */
final class OAuthEndpoint {

    private static final Reply GONE_BACK = message("Nothing was changed",
            "You left without answering the app's request. The app is not told.");

    private final String clientId;
    private final String clientSecret;
    private final String serverClientId;
    private final String serverClientSecret;
    private final SandboxSettings settings;
    private final ZoomUsers users;
    private final Grants grants;
    private final Supplier<List<String>> redirectUris;
    private final Supplier<String> ownUrl;
    private final Consumer<ZoomUser> uninstalled;

    OAuthEndpoint(String clientId, String clientSecret, String serverClientId, String serverClientSecret,
                  SandboxSettings settings, ZoomUsers users, Grants grants,
                  Supplier<List<String>> redirectUris, Supplier<String> ownUrl, Consumer<ZoomUser> uninstalled) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.serverClientId = serverClientId;
        this.serverClientSecret = serverClientSecret;
        this.settings = settings;
        this.users = users;
        this.grants = grants;
        this.redirectUris = redirectUris;
        this.ownUrl = ownUrl;
        this.uninstalled = uninstalled;
    }

    Reply authorize(SandboxRequest request) {
        Map<String, String> query = request.query();
        Reply refusal = refusal(query);
        if (refusal != null) {
            return refusal;
        }
        if (request.method().equals("GET")) {
            return Reply.html(200, ConsentPage.html(request.rawQuery(), users.all(), settings.scopes()))
                    .with("Cache-Control", "no-store");
        }
        Map<String, String> form = request.bodyForm();
        String redirectUri = query.get("redirect_uri");
        String state = query.get("state");
        return switch (form.getOrDefault("decision", "")) {
            case "decline" -> settings.declineWithoutCallback() ? GONE_BACK
                    : Reply.redirect(withParameters(redirectUri, "error", "access_denied", "state", state));
            case "back" -> GONE_BACK;
            case "allow" -> users.find(form.getOrDefault("user", "")).map(user -> allowed(user, query))
                    .orElseGet(() -> message("Unknown account", "Choose one of the accounts."));
            default -> message("No decision", "Choose Allow or Decline.");
        };
    }

    private Reply allowed(ZoomUser user, Map<String, String> query) {
        return switch (user.standing()) {
            case NEEDS_APPROVAL -> message("Your admin must approve this app", "You cannot authorize the app before "
                    + "your account's administrator has pre-approved it. The app is not told.");
            case RESTRICTED -> message("Your account is restricted",
                    "This account cannot add apps. Contact Zoom support. The app is not told.");
            case ACTIVE -> {
                List<String> scopes = new ArrayList<>(settings.grantedScopes());
                if (query.containsKey("scope")) {
                    scopes.retainAll(scopes(query.get("scope")));
                }
                String code = grants.code(user, query.get("redirect_uri"), query.get("code_challenge"),
                        query.getOrDefault("code_challenge_method", "plain"), scopes);
                yield Reply.redirect(withParameters(query.get("redirect_uri"), "code", code, "state",
                        query.get("state")));
            }
        };
    }

    private static List<String> scopes(String parameter) {
        return Arrays.asList(parameter.trim().split("[ ,]+"));
    }

    /** Errors are shown and never sent to the redirect URI. */
    private Reply refusal(Map<String, String> query) {
        if (!clientId.equals(query.get("client_id"))) {
            return authorizeError(4702, "Invalid client");
        }
        if (!redirectUris.get().contains(query.getOrDefault("redirect_uri", ""))) {
            return authorizeError(4700, "Invalid redirect url");
        }
        if (!"code".equals(query.get("response_type"))) {
            return authorizeError(4704, "Invalid response type");
        }
        String challenge = query.get("code_challenge");
        String method = query.getOrDefault("code_challenge_method", "plain");
        if (challenge != null && !(challenge.matches("[A-Za-z0-9._~-]{43,128}")
                && (method.equals("S256") || method.equals("plain")))) {
            return authorizeError(4700, "Invalid code challenge");
        }
        String scope = query.get("scope");
        if (scope != null && !settings.scopes().containsAll(scopes(scope))) {
            return authorizeError(4700, "Invalid scope");
        }
        return null;
    }

    private static Reply authorizeError(int code, String message) {
        return Reply.json(400, Json.object().put("status", false).put("errorCode", code).put("errorMessage", message)
                .putNull("result"));
    }

    private static Reply message(String title, String text) {
        return Reply.html(200, Html.page("Zoom sandbox", title, "", "narrow", "<p>" + Html.escape(text) + "</p>"));
    }

    Reply token(SandboxRequest request) {
        Map<String, String> form = parameters(request);
        if (isClient(request, serverClientId, serverClientSecret)) {
            return accountToken(form);
        }
        checkClient(request);
        Grants.Pair pair = switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> grants.exchange(form.get("code"), form.get("redirect_uri"),
                    form.get("code_verifier"));
            case "refresh_token" -> grants.refresh(form.get("refresh_token"));
            default -> throw new TokenError("unsupported grant type", "unsupported_grant_type");
        };
        return Reply.json(200, Json.object().put("access_token", pair.access()).put("token_type", "bearer")
                .put("refresh_token", pair.refresh()).put("expires_in", pair.expiresIn())
                .put("scope", String.join(" ", pair.scopes())).put("api_url", settings.apiUrlOr(ownUrl.get())))
                .with("Cache-Control", "no-store");
    }

    /** For the Server-to-Server app, which no user consents to: nothing else is granted to it, and this to no other. */
    private Reply accountToken(Map<String, String> form) {
        if (!"account_credentials".equals(form.get("grant_type"))) {
            throw new TokenError("unsupported grant type", "unsupported_grant_type");
        }
        String account = form.getOrDefault("account_id", "");
        if (users.all().stream().noneMatch(user -> user.accountId().equals(account))) {
            throw new TokenError("Bad Request", "invalid_request");
        }
        Grants.Pair token = grants.forAccount(account);
        return Reply.json(200, Json.object().put("access_token", token.access()).put("token_type", "bearer")
                .put("expires_in", token.expiresIn()).put("scope", String.join(" ", token.scopes()))
                .put("api_url", settings.apiUrlOr(ownUrl.get()))).with("Cache-Control", "no-store");
    }

    /** Only a live access token counts: Zoom documents nothing else as the parameter. */
    Reply revoke(SandboxRequest request) {
        Map<String, String> form = parameters(request);
        checkClient(request);
        ZoomUser user;
        try {
            Grants.Token token = grants.access(form.get("token"));
            if (token.userId() == null) {
                throw ApiError.invalidToken();
            }
            user = users.byId(token.userId());
        } catch (ApiError dead) {
            throw new TokenError("Invalid Token!", "invalid_request");
        }
        if (grants.uninstall(user.id())) {
            uninstalled.accept(user);
        }
        return Reply.json(200, Json.object().put("status", "success"));
    }

    /** On whose behalf a call to the token or revoke endpoint is, if its code or token says so. */
    Optional<ZoomUser> user(SandboxRequest request) {
        Map<String, String> form = parameters(request);
        String id = grants.codeOwner(form.get("code"));
        if (id == null) {
            id = grants.owner(form.getOrDefault("refresh_token", form.get("token")));
        }
        return Optional.ofNullable(id).map(users::byId);
    }

    private Map<String, String> parameters(SandboxRequest request) {
        Map<String, String> parameters = new HashMap<>();
        if (settings.tokenParametersInQuery()) {
            parameters.putAll(request.query());
        }
        parameters.putAll(request.bodyForm());
        return parameters;
    }

    private void checkClient(SandboxRequest request) {
        if (!isClient(request, clientId, clientSecret)) {
            throw new TokenError("Invalid client_id or client_secret", "invalid_client");
        }
        if (settings.appDisabled()) {
            throw new TokenError("The app has been disabled by the developer", "invalid_client");
        }
    }

    private static boolean isClient(SandboxRequest request, String id, String secret) {
        String expected = Base64.getEncoder().encodeToString((id + ':' + secret).getBytes(StandardCharsets.UTF_8));
        String given = request.header("Authorization");
        return given.regionMatches(true, 0, "Basic ", 0, 6) && given.substring(6).trim().equals(expected);
    }

    private static String withParameters(String uri, String... namesAndValues) {
        StringBuilder full = new StringBuilder(uri);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                full.append(full.indexOf("?") < 0 ? '?' : '&').append(namesAndValues[i]).append('=')
                        .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
            }
        }
        return full.toString();
    }
}
