package io.zoombookings.source.webhook;

import io.zoombookings.Ids;
import io.zoombookings.Sql;
import io.zoombookings.booking.event.FieldProblem;
import io.zoombookings.secret.SealedColumn;
import io.zoombookings.secret.Secrets;
import io.zoombookings.workspace.CallbackUrls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The booking systems that are set up in each workspace. Safe for several threads and nodes. */
@Component
public class WebhookSources {

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final CallbackUrls callbackUrls;
    private final Clock clock;

    /**
     * One that is set up.
     *
     * @param trusted whether an administrator of all workspaces has set it: then the API may be anywhere
     */
    record SetUp(UUID id, WebhookSettings settings, boolean trusted) {
    }

    /** One that is set up, without its secrets, and what became of its webhooks. */
    public record Overview(String source, String apiUrl, String apiUser, String timeZone, String hostEmail, String hosts,
            String locations, String eventTypes, Instant changedAt, int pending, int failed, int skipped, List<Stuck> stuck) {
    }

    /**
     * A webhook that could not be worked on yet, or whose booking is not for Zoom.
     *
     * @param state PENDING, FAILED or SKIPPED
     */
    public record Stuck(String booking, Instant receivedAt, String state, String problem) {
    }

    WebhookSources(JdbcClient jdbc, Secrets secrets, CallbackUrls callbackUrls, Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.callbackUrls = callbackUrls;
        this.clock = clock;
    }

    /**
     * What is wrong with the settings; empty if nothing is.
     *
     * @param trusted whether whoever sets them administers all workspaces; the others may not have this application call
     *                its own neighbours
     */
    public List<FieldProblem> problems(WebhookSource source, WebhookSettings settings, boolean trusted) {
        List<FieldProblem> problems = settings.problems(source);
        if (problems.isEmpty() && !trusted && settings.apiUrl() != null) {
            return callbackUrls.problem(settings.apiUrl()).map(problem -> new FieldProblem("/apiUrl", problem)).stream().toList();
        }
        return problems;
    }

    /**
     * The settings with the stored secrets in place of those that are not given. A stored API key stays away from any other
     * address than that for which it was given.
     */
    public WebhookSettings completed(String workspace, WebhookSource source, WebhookSettings given) {
        WebhookSettings stored = find(workspace, source).map(SetUp::settings).orElse(null);
        if (stored == null) {
            return given;
        }
        boolean elsewhere = !Objects.equals(given.apiUrl() == null ? source.apiUrl() : given.apiUrl(), stored.apiUrl());
        return new WebhookSettings(given.secret() == null ? stored.secret() : given.secret(), given.apiUrl(), given.apiUser(),
                given.apiKey() == null && !elsewhere ? stored.apiKey() : given.apiKey(), given.timeZone(), given.hostEmail(),
                given.hosts(), given.locations(), given.eventTypes());
    }

    /**
     * Sets a booking system up, or changes it. What failed before is tried again.
     *
     * @param settings those that {@link #problems} has nothing against
     */
    @Transactional
    public void put(String workspace, WebhookSource source, WebhookSettings settings, boolean trusted) {
        Instant now = clock.instant();
        jdbc.sql("""
                insert into booking_webhook (id, workspace_id, source, trusted, changed_at, failures)
                values (?, ?, ?, ?, ?, 0) on conflict do nothing""")
                .params(Ids.next(), workspace, source.id(), trusted, Sql.time(now)).update();
        UUID id = jdbc.sql("select id from booking_webhook where workspace_id = ? and source = ? for update")
                .params(workspace, source.id()).query(UUID.class).single();
        jdbc.sql("""
                update booking_webhook set secret = :secret, api_url = :url, api_user = :user, api_key = :key,
                  time_zone = :zone, host_email = :host, hosts = :hosts, locations = :locations, event_types = :types, trusted = :trusted, changed_at = :now, failures = 0,
                  blocked_until = null
                where id = :id""")
                .param("secret", secrets.seal(settings.secret(), SealedColumn.WEBHOOK_SECRET.at(id)), Types.VARBINARY)
                .param("url", settings.apiUrl(), Types.VARCHAR).param("user", settings.apiUser(), Types.VARCHAR)
                .param("key", secrets.seal(settings.apiKey(), SealedColumn.WEBHOOK_API_KEY.at(id)), Types.VARBINARY)
                .param("zone", settings.timeZone(), Types.VARCHAR).param("host", settings.hostEmail(), Types.VARCHAR)
                .param("hosts", settings.hosts(), Types.VARCHAR).param("locations", settings.locations(), Types.VARCHAR)
                .param("types", settings.eventTypes(), Types.VARCHAR)
                .param("trusted", trusted).param("now", Sql.time(now)).param("id", id).update();
        jdbc.sql("""
                update booking_webhook_event set state = 'PENDING', attempts = 0, due_at = :now
                where workspace_id = :workspace and source = :source and (state in ('FAILED', 'SKIPPED') or state = 'PENDING' and lease is null)""")
                .param("now", Sql.time(now)).param("workspace", workspace).param("source", source.id()).update();
    }

    /** @return false if it was not set up */
    public boolean remove(String workspace, WebhookSource source) {
        return jdbc.sql("delete from booking_webhook where workspace_id = ? and source = ?")
                .params(workspace, source.id()).update() == 1;
    }

    /** Those of a workspace. */
    public List<Overview> list(String workspace) {
        return jdbc.sql("""
                select w.source, w.api_url, w.api_user, w.time_zone, w.host_email, w.hosts, w.locations, w.event_types, w.changed_at,
                  (select count(*) from booking_webhook_event e where e.workspace_id = w.workspace_id
                    and e.source = w.source and e.state = 'PENDING') as pending,
                  (select count(*) from booking_webhook_event e where e.workspace_id = w.workspace_id
                    and e.source = w.source and e.state = 'FAILED') as failed,
                  (select count(*) from booking_webhook_event e where e.workspace_id = w.workspace_id
                    and e.source = w.source and e.state = 'SKIPPED') as skipped
                from booking_webhook w where w.workspace_id = ? order by w.source""").param(workspace)
                .query((row, number) -> new Overview(row.getString("source"), row.getString("api_url"),
                        row.getString("api_user"), row.getString("time_zone"), row.getString("host_email"),
                        row.getString("hosts"), row.getString("locations"), row.getString("event_types"),
                        Sql.instant(row, "changed_at"), row.getInt("pending"), row.getInt("failed"), row.getInt("skipped"),
                        stuck(workspace, row.getString("source")))).list();
    }

    /** The 50 newest that have led to no meeting, each with its reason. */
    private List<Stuck> stuck(String workspace, String source) {
        return jdbc.sql("""
                select subject, received_at, state, problem from booking_webhook_event
                where workspace_id = ? and source = ? and state in ('PENDING', 'FAILED', 'SKIPPED') and problem is not null
                order by received_at desc limit 50""").params(workspace, source)
                .query((row, number) -> new Stuck(row.getString("subject"), Sql.instant(row, "received_at"),
                        row.getString("state"), row.getString("problem"))).list();
    }

    Optional<SetUp> find(String workspace, WebhookSource source) {
        return jdbc.sql("""
                select id, secret, api_url, api_user, api_key, time_zone, host_email, hosts, locations, event_types, trusted
                from booking_webhook
                where workspace_id = ? and source = ?""")
                .params(workspace, source.id()).query((row, number) -> setUp(row, source)).optional();
    }

    private SetUp setUp(ResultSet row, WebhookSource source) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String url = row.getString("api_url");
        return new SetUp(id, new WebhookSettings(
                secrets.open(row.getBytes("secret"), SealedColumn.WEBHOOK_SECRET.at(id)),
                url == null ? source.apiUrl() : url, row.getString("api_user"),
                secrets.open(row.getBytes("api_key"), SealedColumn.WEBHOOK_API_KEY.at(id)),
                row.getString("time_zone"), row.getString("host_email"), row.getString("hosts"), row.getString("locations"),
                row.getString("event_types")), row.getBoolean("trusted"));
    }
}
