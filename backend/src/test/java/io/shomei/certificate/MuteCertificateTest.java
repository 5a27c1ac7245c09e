package io.shomei.certificate;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Having nobody told that a certificate expires. */
@ShomeiTest
class MuteCertificateTest {
    private static final String PATH = "/api/v1/certificates/{id}/mute";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    private Fixtures.Organisation tenant;
    private Person sato;
    private String id;

    @BeforeEach
    void aCertificate() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
        id = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
    }

    @Test
    void itIsMutedAndUnmutedAndBothAreInItsHistory() {
        http.as(sato).get("/api/v1/certificates/{id}", id).then().body("mute", nullValue());
        http.as(sato).put(PATH, id).then().statusCode(204);
        http.as(sato).put(PATH, id).then().statusCode(204);
        http.as(tenant.administrator("Jiro Abe"))
                .get("/api/v1/certificates/{id}", id)
                .then()
                .body("mute.by", equalTo("Hanako Sato"))
                .body("mute.at", notNullValue())
                .body("history.findAll { it.operation == 'certificate.mute' }.size()", equalTo(1));
        http.as(sato).delete(PATH, id).then().statusCode(204);
        http.as(sato)
                .get("/api/v1/certificates/{id}", id)
                .then()
                .body("mute", nullValue())
                .body("history.operation", hasItems("certificate.mute", "certificate.unmute"));
    }

    @Test
    void whoMayDoIt() {
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.put(PATH, id));
        Refusals.needs(http, given.operator("Service Desk"), request -> request.delete(PATH, id));
        Person stranger = given.tenant("b").officer("Ichiro Suzuki");
        Refusals.unknown(stranger, http, id, (request, other) -> request.put(PATH, other));
        Refusals.unknown(stranger, http, id, (request, other) -> request.delete(PATH, other));
    }
}
