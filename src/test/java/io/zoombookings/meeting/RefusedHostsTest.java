package io.zoombookings.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.zoombookings.Cause;
import io.zoombookings.Cause.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusedHostsTest {

    private static final List<String> ASKED = List.of("a@x.example", "B@x.example");

    @Test
    void thoseThatZoomNamesAreRefusedElseOneAtATime() {
        assertThat(RefusedHosts.of(ASKED, said("b@x.example is not licensed"))).containsOnlyKeys("B@x.example")
                .containsValue("b@x.example is not licensed");
        assertThat(RefusedHosts.of(ASKED, said("One alternative host is not valid"))).containsOnlyKeys("B@x.example");
        assertThat(RefusedHosts.of(ASKED, Cause.of(Kind.FIELDS_REFUSED, "said", "Validation Failed.")
                .with("fields", "settings.alternative_hosts"))).containsOnlyKeys("B@x.example");
    }

    @Test
    void aRefusalOfSomethingElseIsNotAboutThem() {
        assertThat(RefusedHosts.of(ASKED, said("Validation Failed."))).isEmpty();
        assertThat(RefusedHosts.of(List.of(), said("One alternative host is not valid"))).isEmpty();
    }

    private static Cause said(String words) {
        return Cause.of(Kind.REFUSED, "said", words);
    }
}
