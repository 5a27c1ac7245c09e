package io.shomei.apitoken;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.kernel.Role;
import io.shomei.testing.Contract;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each operation has one scope or none, and no token without it gets through. */
@ShomeiTest
class ScopesTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    InstantSource clock;

    @Test
    void everyOperationHasOneKnownScopeOrNone() {
        Set<String> known =
                Arrays.stream(Scope.values()).map(Scope::code).collect(Collectors.toCollection(TreeSet::new));
        Set<String> used = new TreeSet<>();
        for (Contract.Operation operation : Contract.get().operations()) {
            JsonNode scope = operation.node().path("x-scope");
            if (scope.isMissingNode()) {
                continue;
            }
            assertThat(scope.isTextual()).as(operation.id()).isTrue();
            assertThat(operation.roles()).as(operation.id()).doesNotContain("PUBLIC");
            used.add(scope.asText());
        }
        assertThat(used).isEqualTo(known);
        Set<String> told = new TreeSet<>();
        Contract.get().document().at("/components/schemas/ApiScope/enum").forEach(each -> told.add(each.asText()));
        assertThat(told).isEqualTo(known);
    }

    @Test
    void everyScopeIsOfferedToThoseWhoMayCallAnOperationOfIt() {
        for (Scope scope : Scope.values()) {
            Set<String> callers = new TreeSet<>();
            Contract.get().operations().stream()
                    .filter(operation ->
                            scope.code().equals(operation.node().path("x-scope").asText()))
                    .forEach(operation -> callers.addAll(operation.roles()));
            // Users have no tokens.
            callers.remove(Role.IS_USER);
            assertThat(Arrays.stream(Role.values()).filter(scope::isFor).map(Role::name))
                    .as(scope.code())
                    .containsExactlyInAnyOrderElementsOf(callers);
        }
    }

    /** A token has every scope but the one that is asked for. */
    @Test
    void noOperationIsDoneForATokenWithoutItsScope() {
        Fixtures.Organisation tenant = given.tenant("a").withDomain("a.ac.jp");
        Map<String, Person> people = Map.of(
                "OPERATOR", given.operator("Service Desk"),
                "OFFICER", tenant.officer("Hanako Sato"),
                "ADMINISTRATOR", tenant.administrator("Ichiro Suzuki"));
        List<String> through = new ArrayList<>();
        for (Contract.Operation operation : Contract.get().operations()) {
            String role = operation.roles().stream()
                    .filter(people::containsKey)
                    .findFirst()
                    .orElse("");
            if (role.isEmpty()) {
                continue;
            }
            String needed = operation.node().path("x-scope").asText();
            Response answer =
                    call(operation, http.portal(), tokenWithout(Objects.requireNonNull(people.get(role)), needed));
            if (answer.statusCode() != 403 || !answer.asString().contains("scope-missing")) {
                through.add(operation + ": " + answer.statusCode() + " " + answer.asString());
            }
        }
        assertThat(through).isEmpty();
    }

    private static Response call(Contract.Operation operation, RequestSpecification request, String secret) {
        request.header("Authorization", "Bearer " + secret);
        String path = operation.path().replaceAll("\\{[^}]+}", "x");
        JsonNode content = operation.node().at("/requestBody/content");
        if (content.has("application/json")) {
            request.contentType(ContentType.JSON).body("{}");
        } else if (content.has("multipart/form-data")) {
            request.multiPart("x", "x");
        }
        return request.request(operation.method().toUpperCase(java.util.Locale.ROOT), path);
    }

    private final Map<String, String> made = new java.util.HashMap<>();

    private String tokenWithout(Person person, String scope) {
        return made.computeIfAbsent(
                person.account() + scope,
                _ -> http.as(person)
                        .contentType(ContentType.JSON)
                        .body(Map.of(
                                "name",
                                "without " + scope,
                                "scopes",
                                Arrays.stream(Scope.values())
                                        .map(Scope::code)
                                        .filter(code -> !code.equals(scope))
                                        .toList(),
                                "expiresAt",
                                clock.instant().plus(Duration.ofDays(1)).toString()))
                        .post("/api/v1/api-tokens")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("secret"));
    }
}
