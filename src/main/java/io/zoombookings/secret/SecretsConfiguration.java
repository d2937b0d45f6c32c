package io.zoombookings.secret;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** The key set is read, and checked against the database, before anything can be sealed with it. */
@Configuration(proxyBeanMethods = false)
public class SecretsConfiguration {

    @Bean("zoomBookings.encryptionKeys")
    @DependsOnDatabaseInitialization
    EncryptionKeys encryptionKeys(JdbcClient jdbc) {
        return new EncryptionKeys(jdbc);
    }

    @Bean("zoomBookings.keyset")
    Keyset keyset(@Value("${encryption.keyset:}") String configured, @Value("${data.dir:./data}") Path dataDirectory,
            DataSource database, EncryptionKeys keys) throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(database, metaData -> metaData.getDatabaseProductName());
        boolean embedded = DatabaseDriver.fromProductName(product) == DatabaseDriver.H2;
        return new KeysetLocation(configured, dataDirectory, embedded).keyset(keys::anyInUse);
    }

    @Bean("zoomBookings.secrets")
    Secrets secrets(Keyset keyset, EncryptionKeys keys) {
        Secrets secrets = new TinkSecrets(keyset);
        keys.check(secrets, keyset.primaryId());
        return secrets;
    }
}
