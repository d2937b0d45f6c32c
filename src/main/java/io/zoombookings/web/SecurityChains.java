package io.zoombookings.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The three kinds of address: open ones, those for programs, and pages for people. What is not named is for operators. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityChains {

    /** Operators' addresses are not below our base path. */
    private static final PathPatternRequestMatcher.Builder OPERATED = PathPatternRequestMatcher.withDefaults();
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Access access;
    private final Refusals refusals;
    private final OwnAddresses addresses;
    private final PathPatternRequestMatcher.Builder path;

    SecurityChains(Access access, Refusals refusals, OwnAddresses addresses) {
        this.access = access;
        this.refusals = refusals;
        this.addresses = addresses;
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        this.path = addresses.base().isEmpty() ? paths : paths.basePath(addresses.base());
    }

    /** Open to everybody: what carries a signature instead, what is published, and whether the process lives. */
    @Bean("zoomBookings.openAddresses")
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    SecurityFilterChain openAddresses(HttpSecurity http) throws Exception {
        headers(http, "default-src 'none'; frame-ancestors 'none'");
        http.headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable));
        return http.securityMatcher(ours(
                        path.matcher(HttpMethod.POST, "/api/workspaces/{workspace}/webhooks/{source}"),
                        path.matcher("/integrations/zoom/events"),
                        path.matcher("/schemas/**"), path.matcher("/openapi.yaml"), path.matcher("/asyncapi.yaml"),
                        path.matcher("/assets/**"), path.matcher("/favicon.ico"),
                        OPERATED.matcher("/actuator/health/liveness"), OPERATED.matcher("/actuator/health/readiness")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** For programs, and for the pages' own session; an Authorization header always counts before a session. */
    @Bean("zoomBookings.programs")
    @Order(Ordered.HIGHEST_PRECEDENCE + 2)
    SecurityFilterChain programs(HttpSecurity http, AdministratorSignIn administrators, BookingClientSignIn clients)
            throws Exception {
        headers(http, "default-src 'none'; frame-ancestors 'none'");
        AuthenticationManager people = new ProviderManager(people(administrators));
        return http.securityMatcher(ours(path.matcher("/api/**"), OPERATED.matcher("/actuator/**")))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                        .requestMatchers(OPERATED.matcher("/actuator/health")).permitAll()
                        .requestMatchers(path.matcher(HttpMethod.POST, "/api/workspaces/{workspace}/booking-events"))
                        .access(access::book)
                        .requestMatchers(path.matcher(HttpMethod.GET, "/api/workspaces/{workspace}/bookings"),
                                path.matcher(HttpMethod.GET, "/api/workspaces/{workspace}/bookings/{booking}"))
                        .access(access::book)
                        .requestMatchers(path.matcher("/api/workspaces/{workspace}/**")).access(access::administer)
                        .requestMatchers(path.matcher(HttpMethod.GET, "/api/workspaces")).access(access::enter)
                        .anyRequest().access(access::operate))
                .authenticationManager(people)
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals).authenticationDetailsSource(SignInDetails::new))
                .oauth2ResourceServer(bearer -> bearer.authenticationManagerResolver(request -> clients::authenticate)
                        .bearerTokenResolver(SecurityChains::bearerToken)
                        .authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .securityContext(context -> context.securityContextRepository(new SessionUnlessHeader()))
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(SecurityChains::changesInASession))
                .requestCache(cache -> cache.disable())
                .build();
    }

    /** Everything else that is ours: pages, for administrators who have signed in. */
    @Bean("zoomBookings.pages")
    @Order(Ordered.HIGHEST_PRECEDENCE + 3)
    SecurityFilterChain pages(HttpSecurity http, AdministratorSignIn administrators, OidcSignIn oidc, PageSession pageSession,
            @Value("${zoom.oauth.base-url:https://zoom.us}") URI zoom) throws Exception {
        headers(http, "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self' " + origin(zoom)
                + "; frame-ancestors 'none'; base-uri 'none'");
        AskedPage cache = new AskedPage(new AndRequestMatcher(path.matcher(HttpMethod.GET, "/**"), html()));
        // No other manager is asked again when this one has refused.
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        if (addresses.isGuest()) {
            http.securityMatcher(RequestPath::isOurs);
        }
        if (oidc.isConfigured()) {
            oidc.configure(http, addresses.base(), pageSession.started(cache));
        }
        return http.authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(path.matcher("/login"), path.matcher("/logout"), path.matcher("/error"),
                                path.matcher("/api-docs"), path.matcher(OidcSignIn.START))
                        .permitAll()
                        .requestMatchers(path.matcher(HttpMethod.GET, "/invitations/{token}"), this::isInvited).permitAll()
                        .requestMatchers(path.matcher(HttpMethod.POST, "/workspaces")).access(access::operate)
                        .requestMatchers(path.matcher("/workspaces/{workspace}/**")).access(access::administer)
                        .requestMatchers(path.matcher("/"), path.matcher("/workspaces"), path.matcher("/account/**"),
                                path.matcher("/mail-preview/**"), path.matcher("/integrations/zoom/callback"))
                        .access(access::enter)
                        .anyRequest().access(access::operate))
                .authenticationProvider(people(administrators))
                .formLogin(form -> form.loginPage(addresses.base() + "/login")
                        .authenticationDetailsSource(SignInDetails::new)
                        .successHandler(pageSession.started(cache))
                        .failureHandler(refusals))
                .logout(logout -> logout.logoutUrl(addresses.base() + "/logout").addLogoutHandler(pageSession.left())
                        .logoutSuccessUrl(addresses.base() + "/login?signed-out"))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(toTheForm()).accessDeniedHandler(refusals))
                .requestCache(requests -> requests.requestCache(cache))
                .csrf(csrf -> csrf.csrfTokenRepository(new PageCsrf()))
                .build();
    }

    /** The answer to the consent of a member of staff who was sent a link; nobody signs in for it. */
    private boolean isInvited(HttpServletRequest request) {
        return path.matcher(HttpMethod.GET, "/integrations/zoom/callback").matches(request)
                && request.getSession(false) != null
                && request.getSession(false).getAttribute("io.zoombookings.invited") != null;
    }

    /** Those of them that are not addresses of the application that we are in. */
    private static RequestMatcher ours(RequestMatcher... kinds) {
        return new AndRequestMatcher(RequestPath::isOurs, new OrRequestMatcher(kinds));
    }

    private DelegatingAuthenticationEntryPoint toTheForm() {
        LoginUrlAuthenticationEntryPoint form = new LoginUrlAuthenticationEntryPoint(addresses.base() + "/login");
        form.setFavorRelativeUris(true);
        MediaTypeRequestMatcher json = new MediaTypeRequestMatcher(MediaType.APPLICATION_JSON,
                MediaType.APPLICATION_PROBLEM_JSON);
        json.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        LinkedHashMap<RequestMatcher, AuthenticationEntryPoint> ways = new LinkedHashMap<>();
        ways.put(json, refusals);
        DelegatingAuthenticationEntryPoint entry = new DelegatingAuthenticationEntryPoint(ways);
        entry.setDefaultEntryPoint(form);
        return entry;
    }

    /** Not a bean: an application's own sign-in would ask it, too. */
    private static AuthenticationProvider people(AdministratorSignIn administrators) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication claimed) {
                return administrators.authenticate(claimed);
            }

            @Override
            public boolean supports(Class<?> kind) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
            }
        };
    }

    private static RequestMatcher html() {
        MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return html;
    }

    private static void headers(HttpSecurity http, String contentPolicy) throws Exception {
        http.headers(headers -> headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(
                        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)));
    }

    /** A form's redirect must be admitted too, and Zoom's own sign-in goes through its subdomains. */
    static String origin(URI zoom) {
        String origin = zoom.getScheme() + "://" + zoom.getRawAuthority();
        return zoom.getHost().equals("zoom.us") ? origin + " https://*.zoom.us" : origin;
    }

    /** Everything after {@code Bearer}: the syntax of a key given by BOOKING_API_KEY is its giver's business. */
    private static String bearerToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7).trim() : null;
    }

    private static boolean changesInASession(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.getSession(false) != null;
    }

    /** Reads who is signed in from the session, but not beside an Authorization header, and never writes it. */
    private static final class SessionUnlessHeader extends HttpSessionSecurityContextRepository {

        SessionUnlessHeader() {
            setAllowSessionCreation(false);
        }

        @Override
        public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
            return request.getHeader(HttpHeaders.AUTHORIZATION) == null ? super.loadDeferredContext(request)
                    : new NullSecurityContextRepository().loadDeferredContext(request);
        }

        @Override
        public boolean containsContext(HttpServletRequest request) {
            return request.getHeader(HttpHeaders.AUTHORIZATION) == null && super.containsContext(request);
        }
    }

    @Bean("zoomBookings.forwardedHeaders")
    FilterRegistrationBean<ForwardedHeaders> forwardedHeaders(@Value("${public-url:}") String publicUrl,
            @Value("${trusted-proxies:}") String proxies) {
        FilterRegistrationBean<ForwardedHeaders> filter = new FilterRegistrationBean<>(
                new ForwardedHeaders(proxies, publicUrl.startsWith("https:")) {
                    @Override
                    protected boolean shouldNotFilter(HttpServletRequest request) {
                        return addresses.within(request) == null;
                    }
                });
        // Before the filter of the session, whose cookie depends on it.
        filter.setOrder(Integer.MIN_VALUE + 10);
        return filter;
    }

    @Bean("zoomBookings.requestPath")
    FilterRegistrationBean<RequestPath> requestPath(Problems problems) {
        FilterRegistrationBean<RequestPath> filter = new FilterRegistrationBean<>(new RequestPath(problems, addresses));
        filter.setOrder(Integer.MIN_VALUE + 15);
        return filter;
    }

    @Bean("zoomBookings.mediaTypes")
    FilterRegistrationBean<MediaTypes> mediaTypes(Problems problems) {
        FilterRegistrationBean<MediaTypes> filter = new FilterRegistrationBean<>(new MediaTypes(problems));
        filter.setOrder(Integer.MIN_VALUE + 16);
        return filter;
    }

    @Bean("zoomBookings.bodiesOfStrangers")
    FilterRegistrationBean<BodyLimit> bodiesOfStrangers(Problems problems) {
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(
                new BodyLimit(Bodies.ofStrangers(path), problems));
        filter.setName("bodiesOfStrangers");
        // Before the filters of security, which take forms apart.
        filter.setOrder(Integer.MIN_VALUE + 25);
        return filter;
    }

    @Bean("zoomBookings.bodiesOfPrograms")
    FilterRegistrationBean<BodyLimit> bodiesOfPrograms(Problems problems) {
        FilterRegistrationBean<BodyLimit> filter = new FilterRegistrationBean<>(
                new BodyLimit(Bodies.ofPrograms(path), problems));
        filter.setName("bodiesOfPrograms");
        // After the filters of security: who may not come in is told so before anything of the body is read.
        filter.setOrder(0);
        return filter;
    }

    @Bean("zoomBookings.availability")
    FilterRegistrationBean<Availability> availability(ObjectProvider<CamelContext> camel,
            ObjectProvider<ApplicationAvailability> readiness, Problems problems) {
        FilterRegistrationBean<Availability> filter = new FilterRegistrationBean<>(new Availability(camel, readiness, problems));
        // Around everything that asks the database.
        filter.setOrder(Integer.MIN_VALUE + 20);
        return filter;
    }

    @Bean("zoomBookings.bookingRate")
    FilterRegistrationBean<BookingRate> bookingRate(Clock clock, Problems problems,
            @Value("${booking.rate-limit-per-second:2000}") int perSecond) {
        FilterRegistrationBean<BookingRate> filter = new FilterRegistrationBean<>(new BookingRate(clock, perSecond, problems));
        // After the filters of security, which know the key.
        filter.setOrder(1);
        return filter;
    }
}
