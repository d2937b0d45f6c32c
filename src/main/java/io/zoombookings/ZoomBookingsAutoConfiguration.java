package io.zoombookings;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * Brings beans and routes into a Camel application that has this library on its class path, beside its own;
 * {@code zoom-bookings.enabled=false} leaves only the Kamelets.
 */
@AutoConfiguration
@ConditionalOnProperty(name = "zoom-bookings.enabled", havingValue = "true", matchIfMissing = true)
@ComponentScan(basePackageClasses = ZoomBookingsAutoConfiguration.class, excludeFilters = {
    @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ZoomBookingsApplication.class),
    @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class)})
public class ZoomBookingsAutoConfiguration {
}
