package io.zoombookings.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class PagesTest extends RunningApplication {

    private Browser signedIn() {
        Browser browser = browser();
        assertThat(browser.signIn("root", "the root password").headers().firstValue("Location")).contains("/workspaces");
        return browser;
    }

    private static String settings(String workspace) {
        return "/workspaces/" + workspace + "/settings/integrations/zoom";
    }

    @Test
    void everyPageIsServed() {
        Browser browser = signedIn();
        String id = newWorkspace();
        for (String path : new String[] {"/workspaces", settings(id), settings(id) + "/disconnect",
            "/workspaces/" + id + "/settings/integrations/booking-systems",
            "/workspaces/" + id, "/workspaces/" + id + "/bookings", "/workspaces/" + id + "/bookings?show=problems&cursor=x&q=%00",
            "/workspaces/" + id + "/parked", "/workspaces/" + id + "/audit", "/audit?action=&text=x&page=-3", "/account", "/administrators", "/logout"}) {
            HttpResponse<String> answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body()).as(path).contains("<h1", "root").doesNotContain("th:", "Exception", " style=");
        }
        assertThat(browser.get("/").headers().firstValue("Location")).contains("/workspaces");
        assertThat(browser.get("/assets/app.css").statusCode()).isEqualTo(200);
    }

    @Test
    void aWorkspaceIsCreatedAndItsKeyShownOnce() {
        Browser browser = signedIn();
        HttpResponse<String> created = browser.submit("/workspaces", "/workspaces",
                Map.of("id", "from-the-page", "name", "From the <page>"));
        assertThat(created.statusCode()).isEqualTo(200);
        assertThat(created.body()).contains("From the &lt;page&gt;").containsPattern("zbk_[\\w-]{43}");
        assertThat(browser.get("/workspaces").body()).contains("from-the-page").doesNotContain("zbk_");
        HttpResponse<String> again = browser.submit("/workspaces", "/workspaces",
                Map.of("id", "from-the-page", "name", "Again"));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("There is a workspace with this id already.");
    }

    @Test
    void meetingDefaultsAreSavedOrTheirMistakesExplained() {
        Browser browser = signedIn();
        String id = newWorkspace();
        HttpResponse<String> saved = browser.submit(settings(id), settings(id) + "/defaults", Map.of(
                "waitingRoom", "true", "passcode", "", "autoRecording", "cloud",
                "alternativeHosts", "a@clinic.example\nb@clinic.example", "locale", "pt-br"));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(browser.get(settings(id)).body()).contains("The meeting defaults are saved.", "pt-BR");
        assertThat(workspaces.settings(id).alternativeHosts()).containsExactly("a@clinic.example", "b@clinic.example");
        assertThat(workspaces.settings(id).remakeDeletedMeetings()).isFalse();
        HttpResponse<String> wrong = browser.submit(settings(id), settings(id) + "/defaults",
                Map.of("passcode", "no blanks", "locale", "en"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("A passcode is 1 to 10 of", "no blanks", "aria-invalid=\"true\"");
    }

    @Test
    void theCallbackSecretAndApiKeysAreShownOnce() {
        Browser browser = signedIn();
        String id = newWorkspace();
        assertThat(browser.submit(settings(id), settings(id) + "/callback-url", Map.of("url", "http://x.example/")).body())
                .contains("The address must be an absolute https URL.");
        assertThat(browser.submit(settings(id), settings(id) + "/callback-url", Map.of("url", "https://x.example/")).body())
                .contains("whsec_");
        assertThat(browser.get(settings(id)).body()).contains("https://x.example/").doesNotContain("whsec_");
        assertThat(browser.submit(settings(id), settings(id) + "/callback-url/secret", Map.of()).body()).contains("whsec_");
        String made = browser.submit(settings(id), settings(id) + "/api-keys", Map.of("name", "calendar")).body();
        Matcher key = Pattern.compile("zbk_[\\w-]{43}").matcher(made);
        assertThat(key.find()).isTrue();
        assertThat(apiKeys.verify(key.group())).isPresent();
        assertThat(browser.get(settings(id)).body()).contains("calendar").doesNotContain(key.group());
        browser.submit(settings(id), settings(id) + "/api-keys/" + apiKeys.list(id).get(0).id() + "/revoke", Map.of());
        assertThat(apiKeys.verify(key.group())).isEmpty();
        assertThat(browser.get("/workspaces/" + id + "/audit").body())
                .contains("api-key.created", "api-key.revoked", "callback.changed").doesNotContain("whsec_", "zbk_");
    }

    @Test
    void anAdministratorOfOneWorkspaceIsAddedSignsInAndIsRemoved() {
        Browser browser = signedIn();
        String mine = newWorkspace();
        String other = newWorkspace();
        assertThat(browser.submit("/administrators", "/administrators", Map.of("username", "eva", "email", "eva",
                "password", "short")).body()).contains("This is not an email address.", "at least 12", "Choose at least one.");
        browser.submit("/administrators", "/administrators", Map.of("username", "eva", "email", "eva@clinic.example",
                "password", "a long password", "workspaces", mine));
        Browser eva = browser();
        assertThat(eva.signIn("eva", "a long password").headers().firstValue("Location")).contains("/workspaces");
        assertThat(eva.get("/workspaces").body()).contains(mine).doesNotContain(other, "Create a workspace");
        assertThat(eva.get(settings(other)).statusCode()).isEqualTo(404);
        browser.submit("/administrators", "/administrators/remove", Map.of("username", "eva"));
        assertThat(eva.get("/workspaces").headers().firstValue("Location")).contains("/login");
    }

    @Test
    void whatAnAdministratorMayEnterIsChangedAndHoldsAtOnce() {
        Browser root = signedIn();
        String former = newWorkspace();
        String next = newWorkspace();
        String name = newAdministrator(former);
        String change = "/administrators/change?username=" + name;
        assertThat(root.get(change).body()).contains(name + "@clinic.example", "value=\"" + former + "\" checked");
        Browser person = browser();
        person.signIn(name, password(name));

        assertThat(root.submit(change, "/administrators/change", Map.of("username", name, "email", "x", "password", "short"))
                .body()).contains("This is not an email address.", "at least 12", "Choose at least one.");
        assertThat(root.submit(change, "/administrators/change", Map.of("username", name, "email", "new@clinic.example",
                "password", "", "workspaces", next)).statusCode()).isEqualTo(302);

        assertThat(root.get("/administrators").body()).contains("The changes of " + name + " are saved.", "new@clinic.example");
        assertThat(person.get("/workspaces").headers().firstValue("Location")).contains("/login");
        assertThat(call("GET", "/api/workspaces/" + former + "/zoom-connection", Browser.basic(name, password(name)), null)
                .statusCode()).isEqualTo(404);
        assertThat(call("GET", "/api/workspaces/" + next + "/zoom-connection", Browser.basic(name, password(name)), null)
                .statusCode()).isEqualTo(200);
        root.submit(change, "/administrators/change", Map.of("username", name, "email", "new@clinic.example",
                "password", "a password given anew", "workspaces", next));
        assertThat(browser().signIn(name, password(name)).headers().firstValue("Location")).contains("/login?error");
        assertThat(browser().signIn(name, "a password given anew").headers().firstValue("Location")).contains("/workspaces");
        assertThat(root.get("/audit?action=administrator.changed").body()).contains(next + ", with a new password")
                .doesNotContain("a password given anew");
    }

    @Test
    void somebodyIsLeftWhoMayEnterEverything() {
        Browser root = signedIn();
        String change = "/administrators/change?username=root";
        assertThat(root.submit(change, "/administrators/change", Map.of("username", "root", "email", "root@clinic.example",
                "password", "", "workspaces", "default")).body()).contains("Somebody must be left");
        assertThat(root.submit("/administrators", "/administrators/change", Map.of("username", "nobody", "email", "",
                "password", "")).statusCode()).isEqualTo(302);
        assertThat(root.get("/administrators").body()).contains("no administrator of this name", "All workspaces");
    }

    @Test
    void aChangedPasswordEndsTheOtherSessions() {
        String name = newAdministrator(newWorkspace());
        Browser here = browser();
        here.signIn(name, password(name));
        Browser there = browser();
        there.signIn(name, password(name));
        assertThat(here.submit("/account", "/account/password", Map.of("current", "wrong", "new", "another password",
                "again", "another password")).body()).contains("This is not your current password.");
        assertThat(here.submit("/account", "/account/password", Map.of("current", password(name),
                "new", "another password", "again", "another password")).statusCode()).isEqualTo(302);
        assertThat(here.get("/account").body()).contains("Your password is changed");
        assertThat(there.get("/account").headers().firstValue("Location")).contains("/login");
        assertThat(browser().signIn(name, password(name)).headers().firstValue("Location")).contains("/login?error");
        assertThat(browser().signIn(name, "another password").headers().firstValue("Location")).contains("/workspaces");
    }
}
