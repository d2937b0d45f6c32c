package io.zoombookings;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.sandbox.Operation;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What one booking costs, from the event to the second mail: counted and not timed, so that a build on any machine notices
 * what has become more. A figure that rises is raised here with its reason, or not at all.
 */
class BookingCostTest {

    private static final int BOOKINGS = 20;

    private final RunningApplication application = RunningApplication.shared();
    private final TestWorkspace workspace = application.workspace().connected();

    private void book(String id, Map<String, String> headers) {
        assertThat(workspace.post("""
                {"event":"booking.confirmed","eventId":"e-%s","booking":{"id":"%s","title":"Talk","start":"2031-03-04T09:00:00Z",
                "durationMinutes":30,"host":{"email":"ada-%s@clinic.example"},
                "guests":[{"email":"bo-%s@guest.example"}]}}""".formatted(id, id, workspace.id(), workspace.id()), headers).status())
                .isBetween(200, 202);
    }

    @Test
    void aBookingCostsNoMoreThanItDid() {
        book("B-0", Map.of());
        workspace.awaitMail("B-0", "CONFIRMATION", 2);
        int creates = calls(Operation.CREATE);
        CountedDatabase.reset();

        for (int i = 1; i <= BOOKINGS; i++) {
            book("B-" + i, Map.of());
            application.inbox().awaitMails(2 * (i + 1), mail -> mail.to().contains(workspace.id()));
        }
        double transactions = CountedDatabase.transactions() / (double) BOOKINGS;
        Map<String, Long> statements = CountedDatabase.statements();
        double count = statements.values().stream().mapToLong(Long::longValue).sum() / (double) BOOKINGS;

        assertThat(calls(Operation.CREATE) - creates).isEqualTo(BOOKINGS);
        assertThat(application.sandbox().ledger().count(Operation.UPDATE, workspace.zoomUser().email())).isZero();
        assertThat(transactions).as("transactions of a booking: %s", statements).isLessThanOrEqualTo(5);
        assertThat(count).as("statements of a booking: %s", statements).isLessThanOrEqualTo(30);
    }

    private int calls(Operation operation) {
        return application.sandbox().ledger().count(operation, workspace.zoomUser().email());
    }
}
