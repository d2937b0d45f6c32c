package io.zoombookings.meeting;

import io.zoombookings.OwnAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The work that makes Zoom agree with what is booked. */
@OwnAutoConfiguration
@Import({
    Claims.class,
    ConnectionWatch.class,
    Drift.class,
    Finishing.class,
    HostDays.class,
    LateEffects.class,
    Looks.class,
    MeetingSync.class,
    Occurrences.class,
    Settlements.class,
    WaitingWork.class,
    Workload.class,
    ZoomBlocks.class
})
public class MeetingAutoConfiguration {
}
