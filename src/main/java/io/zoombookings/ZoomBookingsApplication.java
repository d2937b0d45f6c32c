package io.zoombookings;

import io.zoombookings.secret.KeysetCommand;
import io.zoombookings.workspace.AuditCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** The application: everything of the library, with the defaults of {@code application.yaml}. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
public class ZoomBookingsApplication {

    public static void main(String[] args) {
        if (KeysetCommand.isAsked(args)) {
            System.exit(KeysetCommand.run(System.out, System.err, args));
        }
        if (AuditCommand.isAsked(args)) {
            System.exit(AuditCommand.run(System.out, System.err, args));
        }
        try {
            start(args);
        } catch (RuntimeException failed) {
            // Reported already; threads that were begun must not keep a process alive that serves nothing.
            System.exit(1);
        }
    }

    /** Starts the application in this process. */
    public static ConfigurableApplicationContext start(String... args) {
        return SpringApplication.run(ZoomBookingsApplication.class, args);
    }
}
