package io.zoombookings.migration;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/**
 * Lets Spring make our tables before whatever reads from the database, and after those of the application that we are in:
 * Flyway refuses to begin its history beside tables that it has not made.
 */
class SchemaDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {

    /** Spring's detector of Flyway has 1, that of Liquibase 0. */
    @Override
    public int getOrder() {
        return 2;
    }

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(Schema.class);
    }
}
