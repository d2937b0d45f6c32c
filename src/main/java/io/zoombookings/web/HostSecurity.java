package io.zoombookings.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Spring Boot protects an application that has no chain of its own, and no longer does once there are ours. One that named
 * a user for that keeps what it had. Imported before our chains, so that only the application's are seen.
 */
@Configuration(proxyBeanMethods = false)
class HostSecurity {

    @Bean("zoomBookings.hostSecurity")
    @Order(SecurityProperties.BASIC_AUTH_ORDER)
    @ConditionalOnProperty("spring.security.user.password")
    @ConditionalOnMissingBean(SecurityFilterChain.class)
    SecurityFilterChain hostSecurity(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults()).httpBasic(Customizer.withDefaults()).build();
    }
}
