package io.zoombookings.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A meeting as Zoom writes it, with its members in Zoom's order. */
final class MeetingViews {

    private MeetingViews() {
    }

    /** The answer to create and get; the start URL is a new one each time. */
    static ObjectNode full(SandboxMeeting meeting) {
        ObjectNode view = Json.object().put("uuid", meeting.uuid()).put("id", meeting.id())
                .put("host_id", meeting.host().id()).put("host_email", meeting.host().email())
                .put("assistant_id", "").put("topic", meeting.topic()).put("type", meeting.type())
                .put("status", meeting.started() ? "started" : "waiting");
        if (meeting.start() != null) {
            view.put("start_time", meeting.start().toString()).put("duration", meeting.duration());
        }
        view.put("timezone", meeting.timeZone()).put("agenda", meeting.agenda())
                .put("created_at", meeting.createdAt().toString())
                .put("start_url", meeting.joinBase() + "/s/" + meeting.id() + "?zak=eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9."
                        + Grants.random(120))
                .put("join_url", meeting.joinUrl())
                .put("chat_join_url", meeting.joinBase() + "/launch/jc/" + meeting.id());
        if (meeting.passcode() != null) {
            view.put("password", meeting.passcode()).put("h323_password", meeting.passcode())
                    .put("pstn_password", meeting.passcode()).put("encrypted_password", meeting.linkSecret());
        }
        view.set("settings", meeting.settings());
        if (meeting.recurrence() != null) {
            view.set("recurrence", meeting.recurrence());
        }
        return view.put("creation_source", "open_api").put("pre_schedule", false);
    }

    /** Exactly the members that listings have, the agenda cut to 250. */
    static ObjectNode listed(SandboxMeeting meeting) {
        ObjectNode view = Json.object().put("uuid", meeting.uuid()).put("id", meeting.id())
                .put("host_id", meeting.host().id()).put("topic", meeting.topic()).put("type", meeting.type());
        if (meeting.start() != null) {
            view.put("start_time", meeting.start().toString()).put("duration", meeting.duration());
        }
        String agenda = meeting.agenda();
        return view.put("timezone", meeting.timeZone())
                .put("agenda", agenda.length() > 250 ? agenda.substring(0, 250) : agenda)
                .put("created_at", meeting.createdAt().toString()).put("join_url", meeting.joinUrl());
    }

    /** {@code meeting.created} and {@code meeting.deleted} have nearly the same object. */
    static ObjectNode inEvent(SandboxMeeting meeting, boolean created) {
        ObjectNode view = Json.object().put("uuid", meeting.uuid()).put("id", meeting.id())
                .put("host_id", meeting.host().id()).put("topic", meeting.topic()).put("type", meeting.type());
        if (meeting.start() != null) {
            view.put("start_time", meeting.start().toString());
        }
        view.put("duration", meeting.duration()).put("timezone", meeting.timeZone());
        if (created) {
            view.put("join_url", meeting.joinUrl());
            if (meeting.passcode() != null) {
                view.put("password", meeting.passcode());
            }
            ObjectNode settings = view.putObject("settings");
            for (String name : List.of("use_pmi", "alternative_hosts", "join_before_host", "jbh_time",
                    "meeting_invitees")) {
                settings.set(name, meeting.settings().get(name));
            }
            view.put("creation_source", "open_api");
        }
        return view;
    }

    /** The id and those members that differ, with the values of {@code one}. */
    static ObjectNode changed(SandboxMeeting one, SandboxMeeting other) {
        ObjectNode mine = inEvent(one, true).put("agenda", one.agenda());
        ObjectNode theirs = inEvent(other, true).put("agenda", other.agenda());
        ObjectNode changed = Json.object().put("id", one.id());
        mine.properties().stream().filter(member -> !member.getValue().equals(theirs.get(member.getKey())))
                .forEach(member -> changed.set(member.getKey(), member.getValue()));
        return changed;
    }
}
