package io.zoombookings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;

/**
 * One subject's beans, brought into a Camel application that has this library on its class path, beside its own. Nothing is
 * scanned: a class is a bean if the auto-configuration of its package imports it. It is called by its full name there, or by
 * a name that begins with {@code zoomBookings.} where routes refer to it, so that no bean of the application has the same.
 * They come before Spring Boot's, which give way to some of ours. {@code zoom-bookings.enabled=false} leaves only the Kamelets.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@AutoConfiguration
@AutoConfigureOrder(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnProperty(name = "zoom-bookings.enabled", havingValue = "true", matchIfMissing = true)
public @interface OwnAutoConfiguration {
}
