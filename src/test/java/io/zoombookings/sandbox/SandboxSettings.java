package io.zoombookings.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Switches where Zoom's behaviour can be chosen or is not known; each may be changed at any time. */
public final class SandboxSettings {

    /** The scopes of the app as a new one has them. */
    public static final List<String> GRANULAR_SCOPES = List.of("meeting:delete:meeting", "meeting:read:list_meetings",
            "meeting:read:meeting", "meeting:update:meeting", "meeting:write:meeting", "user:read:user");
    /** The scopes of an app made before granular scopes existed. */
    public static final List<String> CLASSIC_SCOPES = List.of("meeting:read", "meeting:write", "user:read");

    /** The scopes of a Server-to-Server app. */
    public static final List<String> ACCOUNT_SCOPES = GRANULAR_SCOPES.stream().map(scope -> scope + ":admin").toList();

    private volatile List<String> scopes = GRANULAR_SCOPES;
    private volatile List<String> accountScopes = ACCOUNT_SCOPES;
    private volatile int accountTokenExpiresIn = 3600;
    private volatile boolean accountKnowsMe = true;
    private volatile Set<String> withheldScopes = Set.of();
    private volatile int expiresIn = 3599;
    private volatile boolean oldAccessTokenDiesAtRefresh = true;
    private volatile boolean tokenParametersInQuery = true;
    private volatile boolean declineWithoutCallback;
    private volatile int missingScopeCode = 4711;
    private volatile Duration codeLifetime = Duration.ofMinutes(5);
    private volatile Duration refreshTokenLifetime = Duration.ofDays(90);
    private volatile String apiUrlInReply;
    private volatile String joinBase = "https://us06web.zoom.us";
    private volatile boolean appDisabled;
    private volatile boolean namesAlternativeHosts = true;

    SandboxSettings() {
    }

    /** The scopes of the app, granular or classic; grants keep those they were given with. */
    public void scopes(List<String> names) {
        scopes = List.copyOf(names);
    }

    /** Scopes that consents from now on do not get, although the app asks for them. */
    public void withholdScopes(String... names) {
        withheldScopes = Set.of(names);
    }

    /** How long access tokens given from now on live, in seconds; at Zoom 3599. */
    public void expiresIn(int seconds) {
        expiresIn = seconds;
    }

    /** The scopes of the Server-to-Server app; tokens keep those they were given with. */
    public void accountScopes(List<String> names) {
        accountScopes = List.copyOf(names);
    }

    /** How long tokens of the Server-to-Server app given from now on live, in seconds; at Zoom 3600. */
    public void accountTokenExpiresIn(int seconds) {
        accountTokenExpiresIn = seconds;
    }

    /** Whether {@code me} is the account's owner to a Server-to-Server token, as seen live; else it is nobody. */
    public void accountKnowsMe(boolean knows) {
        accountKnowsMe = knows;
    }

    /** Whether a refresh kills the access token that was given before; so by default. */
    public void oldAccessTokenDiesAtRefresh(boolean dies) {
        oldAccessTokenDiesAtRefresh = dies;
    }

    /** Whether the token endpoint reads its parameters from the query too; so by default. */
    public void tokenParametersInQuery(boolean read) {
        tokenParametersInQuery = read;
    }

    /** Whether a user who declines never comes back; else the callback gets {@code error=access_denied}. */
    public void declineWithoutCallback(boolean without) {
        declineWithoutCallback = without;
    }

    /** The error code of a missing scope: 4711, or 104 as seen with other kinds of token. */
    public void missingScopeCode(int code) {
        missingScopeCode = code;
    }

    public void codeLifetime(Duration lifetime) {
        codeLifetime = lifetime;
    }

    public void refreshTokenLifetime(Duration lifetime) {
        refreshTokenLifetime = lifetime;
    }

    /** The token reply's {@code api_url}; null for the sandbox's own address. */
    public void apiUrlInReply(String url) {
        apiUrlInReply = url;
    }

    /** What join and start URLs begin with. */
    public void joinBase(String url) {
        joinBase = url;
    }

    /** Whether the app is disabled: the token endpoint then refuses it. */
    public void appDisabled(boolean disabled) {
        appDisabled = disabled;
    }

    /** Whether a refusal of an alternative host names it; so by default. */
    public void namesAlternativeHosts(boolean names) {
        namesAlternativeHosts = names;
    }

    boolean namesAlternativeHosts() {
        return namesAlternativeHosts;
    }

    List<String> scopes() {
        return scopes;
    }

    List<String> grantedScopes() {
        return scopes.stream().filter(scope -> !withheldScopes.contains(scope)).toList();
    }

    List<String> accountScopes() {
        return accountScopes;
    }

    int accountTokenExpiresIn() {
        return accountTokenExpiresIn;
    }

    boolean accountKnowsMe() {
        return accountKnowsMe;
    }

    int expiresIn() {
        return expiresIn;
    }

    boolean oldAccessTokenDiesAtRefresh() {
        return oldAccessTokenDiesAtRefresh;
    }

    boolean tokenParametersInQuery() {
        return tokenParametersInQuery;
    }

    boolean declineWithoutCallback() {
        return declineWithoutCallback;
    }

    int missingScopeCode() {
        return missingScopeCode;
    }

    Duration codeLifetime() {
        return codeLifetime;
    }

    Duration refreshTokenLifetime() {
        return refreshTokenLifetime;
    }

    String apiUrlOr(String own) {
        return apiUrlInReply == null ? own : apiUrlInReply;
    }

    String joinBase() {
        return joinBase;
    }

    boolean appDisabled() {
        return appDisabled;
    }
}
