package io.shomei.certificate;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.kernel.Right;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What officers read of the register, by their rights. */
@ShomeiTest
class ReadingRightsTest {
    private static final String LIST = "/api/v1/certificates";
    private static final String ONE = "/api/v1/certificates/{id}";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    private Fixtures.Organisation tenant;
    private String server;

    @BeforeEach
    void aServerCertificate() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        server = steps.issued(tenant.officer("Hanako Sato"), tenant, "www.a.ac.jp")
                .getString("id");
    }

    @Test
    void whoHandlesAKindReadsItAndNoOther() {
        Person servers = tenant.officer("Jiro Mori", Set.of(Right.SERVER));
        list(servers, "SERVER").then().statusCode(200).body("items.id", contains(server));
        http.as(servers).get(ONE, server).then().statusCode(200);
        for (String kind : List.of("CLIENT", "SMIME", "CODE_SIGNING", "OFFICER")) {
            Refusals.notPermitted(list(servers, kind));
        }
        Refusals.notPermitted(http.as(servers).get(LIST));
        Person clients = tenant.officer("Saburo Ono", Set.of(Right.CLIENT));
        list(clients, "CLIENT").then().statusCode(200);
        list(clients, "SMIME").then().statusCode(200);
        List<Function<RequestSpecification, Response>> readings = List.of(
                request -> request.get(ONE, server),
                request -> request.get(ONE + "/certificate.pem", server),
                request -> request.get(ONE + "/chain.pem", server),
                request -> request.put(ONE + "/mute", server),
                request -> request.delete(ONE + "/mute", server));
        readings.forEach(reading -> Refusals.notPermitted(reading.apply(http.as(clients))));
        http.as(tenant.officer("Shiro Abe"))
                .queryParam("operation", "access.refuse")
                .get("/api/v1/audit-events")
                .then()
                .body("items.actor", hasItems("Saburo Ono", "Jiro Mori"))
                .body("items.detail.problem", everyItem(equalTo("not-permitted")))
                .body("items.detail.request", hasItem("GET " + LIST))
                .body("items.detail.request", hasItem("DELETE " + ONE + "/mute"));
    }

    @Test
    void theRightToListsIsForAllKindsTogether() {
        Person lists = tenant.officer("Jiro Mori", Set.of(Right.LISTS));
        http.as(lists).get(LIST).then().statusCode(200).body("items.kind", hasItems("SERVER", "OFFICER"));
        list(lists, "SERVER").then().statusCode(200).body("items.id", contains(server));
        http.as(lists).get(ONE, server).then().statusCode(200);
        Person administrator = tenant.administrator("Taro Yamada");
        http.as(administrator).get(LIST).then().statusCode(200).body("items.id", hasItem(server));
    }

    @Test
    void everybodyReadsTheOwnCertificate() {
        Person lists = tenant.officer("Jiro Mori", Set.of(Right.LISTS));
        Person servers = tenant.officer("Saburo Ono", Set.of(Right.SERVER));
        http.as(servers).get(ONE, logInCertificate(lists, "Saburo Ono")).then().statusCode(200);
        Refusals.notPermitted(http.as(servers).get(ONE, logInCertificate(lists, "Jiro Mori")));
    }

    private String logInCertificate(Person reader, String name) {
        return list(reader, "OFFICER")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.commonName == '" + name + "' }.id");
    }

    private Response list(Person person, String kind) {
        return http.as(person).queryParam("kind", kind).get(LIST);
    }
}
