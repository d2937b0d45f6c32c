package io.zoombookings.sandbox;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a person sees at the sandbox's address: users, meetings, calls, and what a host could do in Zoom. */
final class OperatorPage {

    private static final int SHOWN = 50;

    private OperatorPage() {
    }

    static String html(ZoomSandbox sandbox) {
        StringBuilder main = new StringBuilder("<p class=\"muted\">A stand-in for Zoom. This page renews itself every "
                + "five seconds; JSON: <a href=\"/sandbox/meetings\">meetings</a>, <a href=\"/sandbox/calls\">calls"
                + "</a>.</p>");
        meetings(main, reversed(sandbox.allMeetings()));
        users(main, sandbox);
        calls(main, reversed(sandbox.ledger().calls()));
        return Html.page("Zoom sandbox", "Meetings at Zoom", "<meta http-equiv=\"refresh\" content=\"5\">", "",
                main.toString());
    }

    private static void meetings(StringBuilder main, List<SandboxMeeting> meetings) {
        main.append("<p>").append(meetings.stream().filter(SandboxMeeting::live).count()).append(" live, ")
                .append(meetings.stream().filter(meeting -> !meeting.live()).count()).append(" deleted; the newest ")
                .append(SHOWN).append(" are shown.</p><div class=\"scroll\"><table><thead><tr><th>Id</th><th>Topic</th><th>Start (UTC)</th>"
                + "<th>Minutes</th><th>Host</th><th>Agenda</th><th>State</th><th></th></tr></thead><tbody>");
        if (meetings.isEmpty()) {
            main.append("<tr><td colspan=\"8\">None yet.</td></tr>");
        }
        for (SandboxMeeting meeting : meetings.subList(0, Math.min(meetings.size(), SHOWN))) {
            main.append(meeting.live() ? "<tr>" : "<tr class=\"gone\">").append("<td class=\"mono\">")
                    .append(meeting.id()).append("</td>");
            cell(main, meeting.topic());
            cell(main, meeting.start() == null ? "" : meeting.start());
            cell(main, meeting.duration());
            cell(main, meeting.host().email());
            cell(main, meeting.agendaFirstLine());
            cell(main, meeting.live() ? "live" : "deleted by " + meeting.deletedBy());
            main.append("<td>");
            if (meeting.live()) {
                button(main, "/sandbox/meetings/" + meeting.id() + "/delete", "Delete as the host");
            }
            main.append("</td></tr>");
        }
        main.append("</tbody></table></div>");
    }

    private static void users(StringBuilder main, ZoomSandbox sandbox) {
        main.append("<h2>Users</h2><div class=\"scroll\"><table><thead><tr><th>Name</th><th>Email</th><th>Plan</th>"
                + "<th>User id</th><th>Created and updated today</th><th>App</th><th></th></tr></thead><tbody>");
        for (ZoomUser user : sandbox.users().all()) {
            boolean installed = sandbox.installed(user.email());
            main.append("<tr>");
            cell(main, user.displayName());
            cell(main, user.email());
            cell(main, user.plan());
            cell(main, user.id());
            cell(main, sandbox.limits().usedToday(user));
            cell(main, installed ? "added" : "");
            main.append("<td>");
            if (installed) {
                button(main, "/sandbox/users/" + user.id() + "/remove-app", "Remove the app");
            } else if (!sandbox.registeredRedirectUris().isEmpty()) {
                button(main, "/sandbox/users/" + user.id() + "/add-app", "Add the app");
            }
            main.append("</td></tr>");
        }
        main.append("</tbody></table></div>");
    }

    private static void calls(StringBuilder main, List<Call> calls) {
        main.append("<h2>Last calls</h2><div class=\"scroll\"><table><thead><tr><th>Time</th><th>Call</th><th>User</th>"
                + "<th>Answer</th></tr></thead><tbody>");
        for (Call call : calls.subList(0, Math.min(calls.size(), 50))) {
            main.append("<tr>");
            cell(main, call.time().truncatedTo(ChronoUnit.SECONDS));
            cell(main, call.method() + ' ' + call.path());
            cell(main, call.user() == null ? "" : call.user());
            cell(main, call.status() == 0 ? "dropped" : call.status() < 0 ? "under way" : call.status());
            main.append("</tr>");
        }
        main.append("</tbody></table></div>");
    }

    private static void cell(StringBuilder html, Object content) {
        html.append("<td>").append(Html.escape(content)).append("</td>");
    }

    private static void button(StringBuilder html, String action, String label) {
        html.append("<form method=\"post\" action=\"").append(Html.escape(action)).append("\"><button>").append(label)
                .append("</button></form>");
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
