package io.zoombookings.notification.letter;

import io.zoombookings.Cause;
import io.zoombookings.notification.NotificationKind;
import io.zoombookings.notification.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A letter of each kind with made-up people, for looking at; always the same one. */
public final class SampleLetters {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Instant START = Instant.parse("2026-12-01T09:00:00Z");
    private static final String ZONE = "Europe/Berlin";
    private static final int MINUTES = 30;
    private static final int SERIES = 4;

    private SampleLetters() {
    }

    /** What there is: each kind for each role that receives it. */
    public static List<Sample> all() {
        return Stream.of(NotificationKind.values()).flatMap(kind -> switch (kind) {
            case HOST_PROBLEM -> Stream.of(new Sample(kind, Role.HOST));
            case RECONNECT_REQUIRED -> Stream.of(new Sample(kind, Role.ADMIN));
            default -> Stream.of(new Sample(kind, Role.GUEST), new Sample(kind, Role.HOST));
        }).toList();
    }

    /** @param locale of the recipient, BCP 47 */
    public static Letter of(NotificationKind kind, Role role, String locale) {
        return letter(kind, role, locale, 1);
    }

    /** The same about a booking of several dates. */
    public static Letter series(NotificationKind kind, Role role, String locale) {
        return letter(kind, role, locale, SERIES);
    }

    private static Letter letter(NotificationKind kind, Role role, String locale, int count) {
        boolean admin = role == Role.ADMIN;
        Party host = new Party("Ada Kern", "ada@clinic.example", locale, ZONE);
        List<Party> guests = List.of(new Party("Bo Li", "bo@guest.example", locale, "Asia/Shanghai"),
                new Party("Zoë Grün", "zoe@guest.example", locale, ZONE));
        Party recipient = switch (role) {
            case GUEST -> guests.get(0);
            case HOST -> host;
            case ADMIN -> new Party(null, "admin@clinic.example", locale, ZONE);
        };
        List<LetterOccurrence> dates = admin ? List.of()
                : IntStream.range(0, count).mapToObj(i -> date(kind, i)).toList();
        boolean problem = kind == NotificationKind.HOST_PROBLEM;
        return new Letter(kind, role, "sample-" + kind.name().toLowerCase() + "@zoombookings.example", recipient,
                "clinic", "Kern Clinic", "en", admin ? null : "B-1001", admin ? null : "Intro consultation",
                admin ? null : "Bring last year's report.\nThe questionnaire takes five minutes.",
                admin ? null : host, admin ? List.of() : guests,
                dates, admin || problem ? null : new LetterCalendar("B-1001@zoombookings.example",
                        kind == NotificationKind.CONFIRMATION ? 0 : 1, List.of(),
                        kind == NotificationKind.CANCELLED ? List.of() : dates),
                kind == NotificationKind.CANCELLED ? "The practice is closed on that day." : null,
                problem ? Cause.of(Cause.Kind.REFUSED, "said",
                        "Your user account is not allowed meeting hosting and scheduling capabilities.")
                        : admin ? Cause.of(Cause.Kind.GRANT_GONE) : null,
                problem ? "Assign a licence to the user in Zoom, then choose Retry on the bookings page."
                        : admin ? "Open the settings and connect Zoom again." : null,
                problem ? "https://bookings.example/workspaces/clinic/bookings"
                        : admin ? "https://bookings.example/workspaces/clinic/settings/integrations/zoom" : null,
                now(kind), ZONE, null);
    }

    private static Instant now(NotificationKind kind) {
        return kind == NotificationKind.REMINDER ? START.minus(Duration.ofHours(24)) : NOW;
    }

    private static LetterOccurrence date(NotificationKind kind, int index) {
        Instant start = START.plus(Duration.ofDays(7L * index));
        boolean moved = kind == NotificationKind.RESCHEDULED && index % 2 == 0;
        boolean link = switch (kind) {
            case LINK_FOLLOWS, CANCELLED, HOST_PROBLEM, RECONNECT_REQUIRED -> false;
            default -> true;
        };
        String id = String.valueOf(83320363126L + index);
        return new LetterOccurrence(String.valueOf(index), start, MINUTES, false,
                link ? "https://us02web.zoom.us/j/" + id + "?pwd=a1B2c3D4e5F6g7H8i9J0kLmNoPqRsT.1" : null,
                link ? "106747" : null, link ? id : null,
                moved ? start.minus(Duration.ofHours(25)) : null, moved ? MINUTES : null, null, false);
    }

    /** A kind with a role that receives it. */
    public record Sample(NotificationKind kind, Role role) {
    }
}
