package io.zoombookings.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zoombookings.connection.Problem;
import io.zoombookings.secret.SecretUnreadableException;
import io.zoombookings.secret.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.security.jackson2.SecurityJackson2Modules;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;

/**
 * How a session is stored: its attributes as JSON of named classes (Java's own serialization would run code of whoever can
 * write the table), sealed with the key set, since a consent under way and the token of the forms are among them. What
 * cannot be read any more, as after a lost key, is not there: its person signs in again.
 */
@Configuration(proxyBeanMethods = false)
class SessionStorage {

    private static final Logger LOG = LoggerFactory.getLogger(SessionStorage.class);
    private static final String PLACE = "spring_session_attributes.attribute_bytes";

    /** Classes of ours that may stand in a session. */
    private interface Stored {
    }

    /** No bean of the type ConversionService: Camel would convert with each that there is. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sealedSessions(Secrets secrets) {
        ObjectMapper json = new ObjectMapper();
        json.registerModules(SecurityJackson2Modules.getModules(SessionStorage.class.getClassLoader()));
        json.addMixIn(Problem.class, Stored.class);
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, attribute -> write(attribute, json, secrets));
        conversion.addConverter(byte[].class, Object.class, stored -> read(stored, json, secrets));
        return sessions -> sessions.setConversionService(conversion);
    }

    private static byte[] write(Object attribute, ObjectMapper json, Secrets secrets) {
        try {
            return secrets.seal(json.writerFor(Object.class).writeValueAsString(attribute), PLACE);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A session cannot store a " + attribute.getClass().getName(), e);
        }
    }

    private static Object read(byte[] stored, ObjectMapper json, Secrets secrets) {
        try {
            return json.readValue(secrets.open(stored, PLACE), Object.class);
        } catch (SecretUnreadableException | JsonProcessingException e) {
            LOG.info("An attribute of a session cannot be read any more: {}", e.getClass().getSimpleName());
            return null;
        }
    }

    @Bean("zoomBookings.sessionAge")
    FilterRegistrationBean<SessionAge> sessionAge() {
        FilterRegistrationBean<SessionAge> filter = new FilterRegistrationBean<>(new SessionAge());
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER + 1);
        return filter;
    }
}
