package io.zoombookings.operations;

import java.util.Properties;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.quartz.QuartzProperties;
import org.springframework.boot.autoconfigure.quartz.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Quartz reads what it stored in PostgreSQL only in PostgreSQL's own way: without it a second start fails. */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {

    @Bean("zoomBookings.schedulerOnPostgres")
    SchedulerFactoryBeanCustomizer schedulerOnPostgres(QuartzProperties quartz,
            @Value("${spring.datasource.url:}") String database) {
        return scheduler -> {
            if (database.startsWith("jdbc:postgresql:")) {
                Properties properties = new Properties();
                properties.putAll(quartz.getProperties());
                properties.put("org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
                scheduler.setQuartzProperties(properties);
            }
        };
    }
}
