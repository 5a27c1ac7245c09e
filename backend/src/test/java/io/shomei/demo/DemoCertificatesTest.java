package io.shomei.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.shomei.certificate.Subscriber;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The renewal desk of the demonstration has something to do. */
@ShomeiTest
class DemoCertificatesTest {
    private static final Subscriber TANAKA = new Subscriber("田中太郎", null, "tanaka@demo.ac.jp", null);

    @Inject
    DemoCertificates certificates;

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    TestClock clock;

    @Test
    void whatEndsSoonIsOnTheRenewalDesk() {
        Fixtures.Organisation tenant = given.tenant("demo").withDomain("demo.ac.jp");
        Person officer = tenant.officer("Hanako Sato");
        certificates.ending(tenant.id(), "library.demo.ac.jp", 40, TANAKA);
        certificates.ending(tenant.id(), "www.demo.ac.jp", 10, TANAKA);
        String first = http.as(officer)
                .get("/api/v1/renewals")
                .then()
                .statusCode(200)
                .body("items.commonName", contains("www.demo.ac.jp", "library.demo.ac.jp"))
                .body("items[0].subscriber.email", equalTo("tanaka@demo.ac.jp"))
                .extract()
                .path("items[0].notAfter");
        assertThat(Duration.between(clock.instant(), Instant.parse(first)).toDays())
                .isBetween(9L, 10L);
        assertThatThrownBy(() -> certificates.ending(tenant.id(), "www.elsewhere.ac.jp", 10, TANAKA))
                .isInstanceOf(IllegalStateException.class);
    }
}
