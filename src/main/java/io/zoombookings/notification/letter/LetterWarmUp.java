package io.zoombookings.notification.letter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes each letter once, beside a start that does not wait for it: the first real mail need not pay for reading
 * templates and locale data, and an installation's template that does not work is known before it is needed.
 */
@Component
class LetterWarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(LetterWarmUp.class);

    private final LetterComposer composer;

    LetterWarmUp(LetterComposer composer) {
        this.composer = composer;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread thread = new Thread(this::writeEach, "letter-warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    void writeEach() {
        try {
            for (SampleLetters.Sample sample : SampleLetters.all()) {
                composer.parts(SampleLetters.of(sample.kind(), sample.role(), "en"));
                composer.parts(SampleLetters.series(sample.kind(), sample.role(), "en"));
            }
        } catch (RuntimeException e) {
            LOG.warn("A sample mail cannot be written: {}", e.getMessage());
        }
    }
}
