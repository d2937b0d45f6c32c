package io.zoombookings.workspace;

import io.zoombookings.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who did what. Nothing secret may be handed in: everything is shown to administrators. */
@Component
public class Audit {

    /** Entries of a page. */
    public static final int PAGE_SIZE = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * @param workspace null for what concerns no single workspace
     * @param address   of the client, null where nobody asked or the entry is older than its record
     */
    public record Entry(String workspace, Instant at, String actor, String action, String subject, String detail,
            String address) {
    }

    /**
     * @param entries at most {@link #PAGE_SIZE}, newest first
     * @param more    whether there are older ones
     */
    public record Page(List<Entry> entries, boolean more) {
    }

    /**
     * Which entries; an empty field admits all.
     *
     * @param workspace null for those of all workspaces and of none
     * @param text      part of actor, subject or detail, in any case
     */
    public record Filter(String workspace, String action, String text) {
    }

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes an entry, in the caller's transaction if there is one.
     *
     * @param actor   username, {@code key <name>}, or the event that caused it
     * @param action  {@code subject.verb}, at most 60 characters
     * @param subject what it was done to, may be null; cut at 300
     * @param detail  may be null; cut at 1000
     */
    public void record(String workspace, String actor, String action, String subject, String detail) {
        jdbc.sql("""
                insert into audit_entry (id, workspace_id, at, actor, action, subject, detail, address)
                values (:id, :workspace, :at, :actor, :action, :subject, :detail, :address)""")
                .param("id", Ids.next()).param("workspace", workspace)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("actor", cut(actor, 200))
                .param("address", cut(address(), 60)).param("action", action).param("subject", cut(subject, 300)).param("detail", cut(detail, 1000))
                .update();
    }

    /** Of the client whose request is worked on, null where there is none. */
    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? web.getRequest().getRemoteAddr() : null;
    }

    /** @param page from 0 */
    public Page page(Filter filter, int page) {
        List<Entry> found = jdbc.sql("""
                select workspace_id, at, actor, action, subject, detail, address from audit_entry
                where (cast(:workspace as varchar) is null or workspace_id = :workspace)
                  and (cast(:action as varchar) = '' or action = :action)
                  and (cast(:text as varchar) = '' or lower(actor) like :pattern escape '!'
                       or lower(subject) like :pattern escape '!' or lower(detail) like :pattern escape '!')
                order by at desc, id desc limit :limit offset :offset""")
                .param("workspace", filter.workspace()).param("action", filter.action()).param("text", filter.text())
                .param("pattern", pattern(filter.text()))
                .param("limit", PAGE_SIZE + 1).param("offset", (long) page * PAGE_SIZE)
                .query((row, number) -> new Entry(row.getString("workspace_id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("actor"),
                        row.getString("action"), row.getString("subject"), row.getString("detail"),
                        row.getString("address")))
                .list();
        return new Page(found.subList(0, Math.min(PAGE_SIZE, found.size())), found.size() > PAGE_SIZE);
    }

    /** The actions there are entries of, for a choice. */
    public List<String> actions(String workspace) {
        return jdbc.sql("""
                select distinct action from audit_entry
                where cast(:workspace as varchar) is null or workspace_id = :workspace order by action""")
                .param("workspace", workspace).query(String.class).list();
    }

    /** Replaces a person's address in the entries of a workspace; actors, who are people with an account, stay. */
    public void erase(String workspace, String email, String replacement) {
        record Found(UUID id, String subject, String detail) {
        }
        Pattern address = Pattern.compile(Pattern.quote(email), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        UnaryOperator<String> erased = text -> text == null ? null
                : address.matcher(text).replaceAll(Matcher.quoteReplacement(replacement));
        jdbc.sql("""
                select id, subject, detail from audit_entry where workspace_id = :workspace
                  and (lower(subject) like :pattern escape '!' or lower(detail) like :pattern escape '!')""")
                .param("workspace", workspace).param("pattern", pattern(email))
                .query((row, number) -> new Found(row.getObject("id", UUID.class), erased.apply(row.getString("subject")),
                        erased.apply(row.getString("detail")))).list()
                .forEach(entry -> jdbc.sql("update audit_entry set subject = :subject, detail = :detail, erased_at = :now "
                        + "where id = :id").param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("subject", entry.subject()).param("detail", entry.detail()).param("id", entry.id()).update());
    }

    private static String pattern(String part) {
        return "%" + part.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
