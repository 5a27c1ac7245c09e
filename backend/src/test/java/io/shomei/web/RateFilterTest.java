package io.shomei.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.testing.Contract;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is heard too often, and everybody is told when to come again. */
@ShomeiTest
class RateFilterTest {
    @Inject
    RateLimits limits;

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @BeforeEach
    @AfterEach
    void nobodyWasHeardYet() {
        limits.forget();
    }

    @Test
    void whereSecretsCouldBeGuessedAnAddressIsHeardOnlySoOften() {
        List<Contract.Operation> guessable = Contract.get().operations().stream()
                .filter(operation -> operation.node().path("x-guessable").asBoolean())
                .toList();
        assertThat(guessable).extracting(Contract.Operation::id).contains("openSession", "collectCertificate");
        limits.ofNetwork("127.0.0.1").consumeIgnoringRateLimits(700);
        for (Contract.Operation operation : guessable) {
            Response answer = call(operation, http.portal());
            Refusals.is(answer, 429, "too-many-requests");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(60, 110);
        }
        http.portal().get("/api/v1/authorities").then().statusCode(200);
    }

    /** What everybody may ask and nobody can be refused is no guess; each operation that could be one says so. */
    @Test
    void everyPublicOperationThatTakesASecretIsGuessable() {
        assertThat(Contract.get().operations().stream()
                        .filter(operation -> operation.roles().contains("PUBLIC"))
                        .filter(operation -> operation.path().contains("{")
                                || !operation.method().equals("get"))
                        .filter(operation ->
                                !operation.node().path("x-guessable").asBoolean()))
                .as("to be marked with x-guessable, and with 429 among the answers")
                .isEmpty();
    }

    @Test
    void aLogInThatSucceedsCostsNothing() {
        Person sato = given.tenant("a").officer("Hanako Sato");
        long all = limits.ofNetwork("127.0.0.1").getAvailableTokens();
        for (int i = 0; i < 3; i++) {
            http.logIn(sato);
        }
        assertThat(limits.ofNetwork("127.0.0.1").getAvailableTokens()).isEqualTo(all);
    }

    @Test
    void anAccountIsHeardOnlySoOften() {
        Person sato = given.tenant("a").officer("Hanako Sato");
        http.as(sato).get("/api/v1/session").then().statusCode(200);
        limits.ofCaller(sato.account().value()).consumeIgnoringRateLimits(24_000);
        Response answer = http.as(sato).get("/api/v1/session");
        Refusals.is(answer, 429, "too-many-requests");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(30, 65);
        http.as(given.tenant("b").officer("Ichiro Suzuki"))
                .get("/api/v1/session")
                .then()
                .statusCode(200);
    }

    /** Also what is public and no secret is in; whoever has a session is heard all the same. */
    @Test
    void anAddressWithoutASessionIsHeardOnlySoOften() {
        Person sato = given.tenant("a").officer("Hanako Sato");
        http.as(sato).get("/api/v1/session").then().statusCode(200);
        http.portal().get("/api/v1/authorities").then().statusCode(200);
        limits.ofVisitor("127.0.0.1").consumeIgnoringRateLimits(12_000);
        Response answer = http.portal().get("/api/v1/authorities");
        Refusals.is(answer, 429, "too-many-requests");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(30, 65);
        http.as(sato).get("/api/v1/session").then().statusCode(200);
        // Relying parties do not come through the contract.
        http.plain().get("/pki/server-p256.crt").then().statusCode(200);
    }

    private static Response call(Contract.Operation operation, RequestSpecification request) {
        JsonNode content = operation.node().at("/requestBody/content");
        if (content.has("application/json")) {
            request.contentType(ContentType.JSON).body("{}");
        }
        return request.request(
                operation.method().toUpperCase(Locale.ROOT), operation.path().replaceAll("\\{[^}]+}", "x"));
    }
}
