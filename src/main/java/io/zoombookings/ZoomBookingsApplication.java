package io.zoombookings;

import io.zoombookings.secret.KeysetCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: everything of the library, with the defaults of {@code application.yaml}. */
@SpringBootApplication
public class ZoomBookingsApplication {

    public static void main(String[] args) {
        if (KeysetCommand.isAsked(args)) {
            System.exit(KeysetCommand.run(System.out, System.err, args));
        }
        SpringApplication.run(ZoomBookingsApplication.class, args);
    }
}
