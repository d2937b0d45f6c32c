package io.zoombookings.secret;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Opens the embedded database of DATA_DIR with its key. Nothing of it stands in a property, where it could be shown. */
@Configuration(proxyBeanMethods = false)
public class EmbeddedDatabaseConfiguration {

    private static final String EMBEDDED = "jdbc:h2:file:patient:";

    /** Lazy: an application with a DataSource of its own has no file of ours. */
    @Bean("zoomBookings.embeddedDatabaseConnection")
    @Lazy
    @Conditional(IsEmbedded.class)
    JdbcConnectionDetails embeddedDatabaseConnection(@Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username:}") String username,
            @Value("${spring.datasource.password:}") String password, @Value("${encryption.keyset:}") String keyset,
            @Value("${data.dir}") Path dataDirectory) {
        String filePassword = new EmbeddedDatabaseFile(dataDirectory,
                new KeysetLocation(keyset, dataDirectory, true)).password();
        return new JdbcConnectionDetails() {

            @Override
            public String getJdbcUrl() {
                return url + ";CIPHER=AES";
            }

            @Override
            public String getUsername() {
                return username;
            }

            @Override
            public String getPassword() {
                return filePassword + " " + password;
            }
        };
    }

    static class IsEmbedded implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment().getProperty("spring.datasource.url", "").startsWith(EMBEDDED);
        }
    }
}
