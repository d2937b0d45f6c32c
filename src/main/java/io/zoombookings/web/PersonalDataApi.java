package io.zoombookings.web;

import io.zoombookings.booking.PersonalData;
import io.zoombookings.source.ParkedEvents;
import io.zoombookings.workspace.Audit;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's right to see and to have erased what is kept of them, exercised by an administrator of the workspace. */
@ApiController
@RequestMapping("/api/workspaces/{workspace}/personal-data")
class PersonalDataApi {

    private final PersonalData people;
    private final ParkedEvents parked;
    private final Audit audit;

    PersonalDataApi(PersonalData people, ParkedEvents parked, Audit audit) {
        this.people = people;
        this.parked = parked;
        this.audit = audit;
    }

    @GetMapping
    List<PersonalData.Entry> export(@PathVariable String workspace, @RequestParam String email, Principal caller) {
        List<PersonalData.Entry> entries = people.export(workspace, address(email));
        audit.record(workspace, caller.getName(), "person.exported", null, entries.size() + " bookings");
        return entries;
    }

    @DeleteMapping
    Map<String, Integer> erase(@PathVariable String workspace, @RequestParam String email, Principal caller) {
        int bookings = people.erase(workspace, address(email));
        int messages = parked.erase(workspace, address(email));
        audit.record(workspace, caller.getName(), "person.erased", null, bookings + " bookings, " + messages
                + " parked messages");
        return Map.of("bookings", bookings, "parkedEvents", messages);
    }

    private static String address(String email) {
        if (!email.contains("@") || email.length() > 320) {
            throw new InvalidInputException(List.of(new InvalidInputException.Field("/email", "must be an email address")));
        }
        return email.strip();
    }
}
