package io.zoombookings.sandbox;

import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages and JSON for people who watch the sandbox; not recorded as calls. */
final class SandboxPages {

    private static final Pattern ACTION =
            Pattern.compile("/sandbox/(meetings|users)/([^/]+)/(delete|remove-app|add-app)");

    private final ZoomSandbox sandbox;

    SandboxPages(ZoomSandbox sandbox) {
        this.sandbox = sandbox;
    }

    Reply answer(SandboxRequest request) {
        Matcher action = ACTION.matcher(request.path());
        if (request.method().equals("POST") && action.matches()) {
            return act(action.group(3), action.group(2));
        }
        if (!request.method().equals("GET")) {
            return Reply.empty(405);
        }
        return switch (request.path()) {
            case "/" -> Reply.html(200, OperatorPage.html(sandbox));
            case "/sandbox/meetings" -> Reply.json(200, MeetingApi.overview(sandbox.allMeetings()));
            case "/sandbox/calls" -> Reply.json(200, sandbox.callsAsJson());
            default -> join(request);
        };
    }

    private Reply act(String action, String id) {
        try {
            if (action.equals("delete")) {
                sandbox.hostDeletes(Long.parseLong(id));
                return Reply.redirect("/");
            }
            ZoomUser user = sandbox.users().find(id).orElseThrow();
            if (action.equals("add-app")) {
                return Reply.redirect(sandbox.addFromMarketplace(user.email()));
            }
            sandbox.userRemovesApp(user.email());
            return Reply.redirect("/");
        } catch (NumberFormatException | NoSuchElementException unknown) {
            return Reply.empty(404);
        }
    }

    /** Where join URLs lead if they are made to point here. */
    private Reply join(SandboxRequest request) {
        String id = request.lastSegment();
        if (!request.path().matches("/j/[0-9]{9,11}")) {
            return Reply.empty(404);
        }
        SandboxMeeting meeting = sandbox.allMeetings().stream()
                .filter(each -> String.valueOf(each.id()).equals(id)).findFirst().orElse(null);
        if (meeting == null || !meeting.live()) {
            return Reply.html(404, Html.page("Zoom sandbox", "This meeting does not exist", "", "narrow", ""));
        }
        boolean right = meeting.linkSecret() == null || meeting.linkSecret().equals(request.query().get("pwd"));
        return Reply.html(200, Html.page("Zoom sandbox", meeting.topic(), "", "narrow", "<p>"
                + (right ? "You would now be in this meeting." : "This meeting asks for its passcode.")
                + "</p><p class=\"muted\">" + meeting.id() + ", " + meeting.start() + "</p>"));
    }
}
