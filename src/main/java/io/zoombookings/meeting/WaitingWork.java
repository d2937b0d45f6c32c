package io.zoombookings.meeting;

import io.zoombookings.Cause;
import io.zoombookings.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts off what waits, and says why, all at once rather than each row when its turn comes. In portions, and what others
 * have locked is left to them, so that nobody waits for it. Safe for several threads and nodes.
 */
@Component
class WaitingWork {

    private static final int PORTION = 500;
    private static final String ANY_CONNECTION =
            "(select c.workspace_id from (select workspace_id, grant_id, status from zoom_connection "
            + "union all select workspace_id, grant_id, status from host_connection) c "
            + "join zoom_grant g on g.id = c.grant_id where c.status = 'CONNECTED'";

    /** Where members of staff have Zoom users of their own, each booking's counts. */
    private static final String ITS_OWN = """
             and (not exists (select 1 from host_connection hc where hc.workspace_id = occurrence.workspace_id)
              or exists (select 1 from booking b left join zoom_connection c on c.workspace_id = b.workspace_id
                  and c.status = 'CONNECTED'
                left join host_connection h on h.workspace_id = b.workspace_id and h.host_email = b.host_email
                  and h.status = 'CONNECTED'
                join zoom_grant g on g.id = coalesce(h.grant_id, c.grant_id)
                where b.id = occurrence.booking and %s = :whose))""";

    private static final String REASON = "problem = :reason, problem_kind = :kind, problem_arguments = :arguments";

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    WaitingWork(NamedParameterJdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Nothing of the account is due before the instant. */
    void putOffAccount(String account, Instant until, Cause reason) {
        update("due_at < :until and meeting_state in ('PENDING', 'UPDATE_PENDING', 'CANCEL_PENDING') and workspace_id in "
                + ANY_CONNECTION + " and g.account_id = :whose)" + ITS_OWN.formatted("g.account_id"), "due_at = :until, " + REASON, account, until, reason);
    }

    /** No create or change of the host is due before the instant; what may exist already is looked for all the same. */
    void putOffHost(String zoomUser, Instant until, Cause reason) {
        update("due_at < :until and meeting_state in ('PENDING', 'UPDATE_PENDING') and create_attempt_at is null "
                + "and workspace_id in " + ANY_CONNECTION + " and g.zoom_user_id = :whose)" + ITS_OWN.formatted("g.zoom_user_id"),
                "due_at = :until, " + REASON, zoomUser, until, reason);
    }

    /** Says of what is due and has no reason yet why it waits; {@code account} null: of all that ask Zoom. */
    void explain(String account, Instant now, Cause reason) {
        update("due_at <= :until and problem is null and meeting_state in ('PENDING', 'UPDATE_PENDING', 'CANCEL_PENDING') "
                + "and workspace_id in " + ANY_CONNECTION + (account == null ? ")" : " and g.account_id = :whose)" + ITS_OWN.formatted("g.account_id")),
                REASON, account, now, reason);
    }

    private void update(String which, String change, String whose, Instant until, Cause reason) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("whose", whose).addValue("until", Sql.time(until))
                .addValue("reason", reason.sentence()).addValue("kind", Cause.kind(reason))
                .addValue("arguments", Cause.arguments(reason));
        int rows;
        do {
            rows = transaction.execute(status -> {
                List<UUID> ids = jdbc.queryForList("select id from occurrence where lease is null and " + which
                        + " limit " + PORTION + " for update skip locked", parameters, UUID.class);
                return ids.isEmpty() ? 0 : jdbc.update("update occurrence set " + change + " where id in (:ids)",
                        parameters.addValue("ids", ids));
            });
        } while (rows == PORTION);
    }
}
