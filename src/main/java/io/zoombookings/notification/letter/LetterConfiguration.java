package io.zoombookings.notification.letter;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The composer as the properties want it: {@code mail.from} and {@code mail.texts.directory}. */
@Configuration(proxyBeanMethods = false)
class LetterConfiguration {

    @Bean("zoomBookings.letterComposer")
    LetterComposer letterComposer(
            @Value("${mail.from:}") String from, @Value("${mail.texts.directory:}") String textsDirectory) {
        return new LetterComposer(from, textsDirectory.isBlank() ? null : Path.of(textsDirectory.strip()));
    }
}
