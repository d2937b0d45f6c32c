package com.example.host;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Somebody else's Camel application, with the library on its class path. */
@SpringBootApplication
public class HostApplication {
}
