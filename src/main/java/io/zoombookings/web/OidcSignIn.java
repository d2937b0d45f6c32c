package io.zoombookings.web;

import io.zoombookings.workspace.Administrator;
import io.zoombookings.workspace.Administrators;
import io.zoombookings.workspace.Audit;
import io.zoombookings.workspace.Workspaces;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Administrators who sign in at an OpenID Connect issuer (Keycloak, Entra, Google), by the authorization code flow with
 * PKCE. The issuer says who somebody is, and by a claim which workspaces they may enter, {@code *} being all; each sign-in
 * brings that up to date. A person is known by issuer and subject, never by a name that could be given to somebody else.
 * The issuer's addresses are asked for with the first sign-in, and its tokens are not kept.
 */
@Component
class OidcSignIn {

    static final String START = "/oauth2/authorization/oidc";

    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private static final String REGISTRATION = "oidc";
    private static final String REDIRECT = "/login/oauth2/code/" + REGISTRATION;
    private static final String REFUSED = "not_an_administrator";
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private final String claim;
    private final String publicUrl;
    private final Administrators administrators;
    private final Workspaces workspaces;
    private final Audit audit;
    private ClientRegistration registration;
    private long failedAt = System.nanoTime() - ASK_AGAIN.toNanos();

    OidcSignIn(Administrators administrators, Workspaces workspaces, Audit audit,
            @Value("${admin.oidc.issuer-uri:}") String issuer,
            @Value("${admin.oidc.client-id:}") String clientId, @Value("${admin.oidc.client-secret:}") String clientSecret,
            @Value("${admin.oidc.workspaces-claim:workspaces}") String claim, @Value("${public-url}") String publicUrl) {
        this.administrators = administrators;
        this.workspaces = workspaces;
        this.audit = audit;
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.claim = claim;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    boolean isConfigured() {
        return !issuer.isEmpty();
    }

    /** The issuer, as a person knows it; null if there is none. */
    String host() {
        return isConfigured() ? URI.create(issuer).getHost() : null;
    }

    /**
     * @param base    what all our addresses begin with
     * @param started what follows a sign-in, as after a password
     */
    void configure(HttpSecurity http, String base, AuthenticationSuccessHandler started) throws Exception {
        ClientRegistrationRepository clients = id -> REGISTRATION.equals(id) ? registration() : null;
        http.oauth2Login(login -> login.loginPage(base + "/login").loginProcessingUrl(base + REDIRECT)
                .clientRegistrationRepository(clients)
                .authorizedClientRepository(new NoTokens())
                .authorizationEndpoint(start -> start.authorizationRequestResolver(new Requests(clients, base)))
                .userInfoEndpoint(person -> person.oidcUserService(admitted()))
                .successHandler((request, response, person) -> begin(request, response, person, started))
                .failureHandler(this::refused));
    }

    /** Null while the issuer does not answer. */
    private synchronized ClientRegistration registration() {
        if (registration == null && System.nanoTime() - failedAt > ASK_AGAIN.toNanos()) {
            try {
                registration = ClientRegistrations.fromIssuerLocation(issuer).registrationId(REGISTRATION)
                        .clientId(clientId).clientSecret(clientSecret).scope("openid", "email", "profile")
                        .redirectUri(publicUrl + REDIRECT).build();
            } catch (RuntimeException e) {
                failedAt = System.nanoTime();
                LOG.warn("The issuer of ADMIN_OIDC_ISSUER_URI does not answer as OpenID Connect Discovery says: {}",
                        e.getMessage());
            }
        }
        return registration;
    }

    private OAuth2UserService<OidcUserRequest, OidcUser> admitted() {
        OidcUserService claims = new OidcUserService();
        return request -> {
            OidcUser user = claims.loadUser(request);
            administrators.admit(subject(user), administrator(user)).orElseThrow(() -> refused(
                    "there is an administrator of this name who signs in otherwise"));
            return user;
        };
    }

    private Administrator administrator(OidcUser user) {
        boolean verified = !Boolean.FALSE.equals(user.getEmailVerified());
        String email = user.getEmail() == null || !verified ? "" : user.getEmail();
        String preferred = user.getPreferredUsername();
        String name = Administrators.isUsername(preferred) ? preferred : Administrators.isUsername(email) ? email
                : user.getSubject();
        if (!Administrators.isUsername(name)) {
            throw refused("the issuer names nobody: neither preferred_username nor email nor sub can be a user name");
        }
        Set<String> named = Words.of(user.getClaim(claim)).collect(Collectors.toSet());
        boolean all = named.contains("*");
        Set<String> known = named.stream().filter(workspaces::exists).collect(Collectors.toSet());
        if (!all && known.isEmpty()) {
            throw refused("the claim " + claim + " names no workspace");
        }
        return new Administrator(name, email, all, all ? Set.of() : known);
    }

    private static String subject(OidcUser user) {
        return user.getIssuer() + " " + user.getSubject();
    }

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(new OAuth2Error(REFUSED), why);
    }

    private void begin(HttpServletRequest request, HttpServletResponse response, Authentication person,
            AuthenticationSuccessHandler started) throws IOException, ServletException {
        Administrator administrator = administrators.bySubject(subject((OidcUser) person.getPrincipal())).orElseThrow();
        UsernamePasswordAuthenticationToken known = UsernamePasswordAuthenticationToken.authenticated(
                administrator.username(), null, AdministratorSignIn.authorities(administrator));
        known.setDetails(new WebAuthenticationDetails(request.getRemoteAddr(), null));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(known);
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
        started.onAuthenticationSuccess(request, response, known);
    }

    private void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        LOG.info("A sign-in by {} from {} was refused: {}", issuer, request.getRemoteAddr(), why.getMessage());
        audit.record(null, "somebody of " + host(), "session.refused", null, null);
        boolean nobodyHere = why instanceof OAuth2AuthenticationException oauth
                && REFUSED.equals(oauth.getError().getErrorCode());
        response.sendRedirect(nobodyHere ? "/login?oidc=refused" : "/login?oidc=failed");
    }

    /** With PKCE; nothing while the issuer is away, so that the page says so. */
    private static final class Requests implements OAuth2AuthorizationRequestResolver {

        private final ClientRegistrationRepository clients;
        private final String start;
        private final DefaultOAuth2AuthorizationRequestResolver requests;

        Requests(ClientRegistrationRepository clients, String base) {
            this.clients = clients;
            this.start = base + START;
            this.requests = new DefaultOAuth2AuthorizationRequestResolver(clients, base + "/oauth2/authorization");
            requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        }

        @Override
        public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            return start.equals(request.getServletPath()) && clients.findByRegistrationId(REGISTRATION) != null
                    ? requests.resolve(request) : null;
        }

        @Override
        public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String id) {
            return resolve(request);
        }
    }

    /** The issuer has said who somebody is: nothing else is asked of it with its tokens. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(String id, Authentication person,
                HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication person, HttpServletRequest request,
                HttpServletResponse response) {
            // Not kept.
        }

        @Override
        public void removeAuthorizedClient(String id, Authentication person, HttpServletRequest request,
                HttpServletResponse response) {
            // There is none.
        }
    }
}
