package io.zoombookings;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: everything of the library, with the defaults of {@code application.yaml}. */
@SpringBootApplication
public class ZoomBookingsApplication {

    public static void main(String[] args) {
        SpringApplication.run(ZoomBookingsApplication.class, args);
    }
}
