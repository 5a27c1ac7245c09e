package io.shomei;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.kernel.Role;
import io.shomei.policy.Policies;
import io.shomei.testing.ClientRows;
import io.shomei.testing.ClientSteps;
import io.shomei.testing.CompanySteps;
import io.shomei.testing.Contract;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nothing another tenant owns can be told from something that does not exist. Every operation of the contract that takes an id is
 * called with another tenant's and with nobody's, as each role that may call it; a new operation is tried without being named here as
 * long as the contract shows its body by an example.
 */
@ShomeiTest
class IsolationTest {
    private static final String NOBODYS = "0197a1b2-0000-7000-8000-0000000000ff";

    /** Where things of tenants lie, and what a tenant has there. What only operators may call is not here: they see all tenants. */
    private static final Map<String, Function<Tenant, String>> THINGS = Map.ofEntries(
            Map.entry("/api/v1/request-files/{id}", Tenant::requestFile),
            Map.entry("/api/v1/certificates/{id}", Tenant::certificate),
            Map.entry("/api/v1/revocations/{id}", Tenant::bulkRevocation),
            Map.entry("/api/v1/audit-events/{id}", Tenant::auditEvent),
            Map.entry("/api/v1/api-tokens/{id}", Tenant::apiToken),
            Map.entry("/api/v1/webhooks/{id}", Tenant::webhook),
            Map.entry("/api/v1/webhooks/{id}/deliveries/{delivery}", Tenant::delivery),
            Map.entry("/api/v1/accounts/{id}", Tenant::account),
            Map.entry("/api/v1/users/{id}", Tenant::account),
            Map.entry("/api/v1/desk-actions/{id}", Tenant::deskAction),
            Map.entry("/api/v1/submissions/{id}", Tenant::submission),
            Map.entry("/api/v1/submission-links/{id}", Tenant::submissionLink),
            Map.entry("/api/v1/issuance-jobs/{id}", Tenant::issuanceJob),
            Map.entry("/api/v1/hand-outs/{id}", Tenant::handOut));

    /** Where things lie that are no tenant's, or whoever's who has their secret. */
    private static final Map<String, String> NO_TENANTS = Map.of(
            "/api/v1/profiles/{id}", "the platform's, the same for every tenant",
            "/api/v1/key-reports/{id}", "whoever's who opened it",
            "/api/v1/enrolments/{token}", "whoever's who has the token",
            "/api/v1/enrolment-lots/{token}", "whoever's who has the token",
            "/api/v1/submission-doors/{token}", "whoever's who has the token");

    /** Bodies that the contract does not show by an example. */
    private static final Map<String, String> BODIES = Map.of();

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    /** What differs between any two answers; the length is that of the body as it was compressed with its request id. */
    private static final Set<String> OF_EACH_ANSWER = Set.of("date", "x-request-id", "content-length");

    @Inject
    Fixtures given;

    @Inject
    Steps steps;

    @Inject
    ClientSteps clients;

    @Inject
    CompanySteps companies;

    @Inject
    Policies policies;

    @Inject
    Http http;

    private Tenant ours;
    private Tenant others;

    /** What a tenant has, and its people by role. */
    private record Tenant(
            Map<String, Person> people,
            String requestFile,
            String certificate,
            String bulkRevocation,
            String auditEvent,
            String apiToken,
            String webhook,
            String delivery,
            String account,
            String deskAction,
            String submissionLink,
            String submission,
            String issuanceJob,
            String handOut) {

        Person as(String role) {
            return Objects.requireNonNull(people.get(role), "nobody is " + role);
        }
    }

    @BeforeEach
    void twoTenants() {
        ours = tenant("ours");
        others = tenant("others");
    }

    @Test
    void everyOperationThatTakesAnIdIsKnownHere() {
        Set<String> unknown = new TreeSet<>();
        for (Contract.Operation operation : Contract.get().operations()) {
            if (operation.roles().equals(Set.of("OPERATOR"))) {
                continue;
            }
            collections(operation).stream()
                    .filter(path -> !THINGS.containsKey(path) && !NO_TENANTS.containsKey(path))
                    .forEach(path -> unknown.add(operation + ": whose is what lies at " + path + "?"));
            if (!tenantRoles(operation).isEmpty() && !collections(operation).isEmpty() && hasUnknownBody(operation)) {
                unknown.add(operation + ": what is its body?");
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void anotherTenantsThingIsAnsweredLikeOneThatDoesNotExist() {
        Set<String> faults = new TreeSet<>();
        for (Contract.Operation operation : Contract.get().operations()) {
            List<String> collections = collections(operation);
            for (int position = 0; position < collections.size(); position++) {
                if (THINGS.containsKey(collections.get(position))) {
                    compare(operation, position, faults);
                }
            }
        }
        assertThat(faults).isEmpty();
        // These ids are real: their own people are answered otherwise. What is removed is removed last.
        List<Contract.Operation> operations = Contract.get().operations().stream()
                .sorted(Comparator.comparing(operation -> operation.method().equals("delete")))
                .toList();
        for (Contract.Operation operation : operations) {
            if (collections(operation).stream().anyMatch(THINGS::containsKey)
                    && !tenantRoles(operation).isEmpty()
                    && !isStream(operation)) {
                Person own = others.as(tenantRoles(operation).getFirst());
                Response answer = call(operation, own, path(operation, others, -1, ""));
                assertThat(problem(answer)).as(operation.id()).isNotEqualTo("/problems/not-found");
            }
        }
    }

    @Test
    void anotherTenantsIdInABodyIsAnsweredLikeOneThatDoesNotExist() {
        List<String> tried = new ArrayList<>();
        for (Contract.Operation operation : Contract.get().operations()) {
            String example = example(operation);
            if (collections(operation).isEmpty() && ID.matcher(example).find()) {
                for (String role : tenantRoles(operation)) {
                    Person caller = ours.as(role);
                    assertThat(told(send(operation, caller, ID.matcher(example).replaceAll(others.certificate()))))
                            .as(operation + " as " + role)
                            .isEqualTo(told(
                                    send(operation, caller, ID.matcher(example).replaceAll(NOBODYS))));
                    tried.add(operation.id());
                }
            }
        }
        assertThat(tried).contains("checkBulkRevocation");
    }

    private void compare(Contract.Operation operation, int position, Set<String> faults) {
        boolean unknown = tenantRoles(operation).isEmpty();
        for (String role : tenantRoles(operation)) {
            Person caller = ours.as(role);
            String foreign = Objects.requireNonNull(
                            THINGS.get(collections(operation).get(position)))
                    .apply(others);
            Response nobodys = call(operation, caller, path(operation, ours, position, NOBODYS));
            Response anothers = call(operation, caller, path(operation, ours, position, foreign));
            if (!told(anothers).equals(told(nobodys))) {
                faults.add(
                        "%s as %s: %s, but of nobody's %s".formatted(operation, role, told(anothers), told(nobodys)));
            }
            unknown |= problem(nobodys).equals("/problems/not-found");
        }
        if (!unknown) {
            faults.add(operation + " answers no role that there is none");
        }
    }

    /** Everything that an answer tells, but for what differs between any two. */
    private static Map<String, Object> told(Response answer) {
        Map<String, Object> told = new TreeMap<>();
        told.put("status", answer.statusCode());
        for (Header header : answer.headers()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (!OF_EACH_ANSWER.contains(name)) {
                told.put(name, masked(header.getValue()));
            }
        }
        told.put("body", masked(answer.asString()));
        return told;
    }

    private static String masked(String text) {
        return TIME.matcher(ID.matcher(text).replaceAll("id")).replaceAll("time");
    }

    private static String problem(Response answer) {
        String type = answer.contentType();
        return type.startsWith("application/problem+json") ? String.valueOf(answer.<Object>path("type")) : "";
    }

    private Response call(Contract.Operation operation, Person caller, String path) {
        RequestSpecification request = http.as(caller);
        for (JsonNode each : operation.node().path("parameters")) {
            JsonNode parameter = Contract.get().resolve(each);
            if ("If-Match".equals(parameter.path("name").asText())) {
                request.header("If-Match", "\"1\"");
            }
        }
        String body = BODIES.getOrDefault(operation.id(), example(operation));
        if (!body.isEmpty()) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.request(operation.method(), path);
    }

    private Response send(Contract.Operation operation, Person caller, String body) {
        return http.as(caller).contentType(ContentType.JSON).body(body).request(operation.method(), operation.path());
    }

    /** The path with an id in one place, and what a tenant has in all others. */
    private static String path(Contract.Operation operation, Tenant of, int position, String id) {
        List<String> collections = collections(operation);
        StringBuilder path = new StringBuilder();
        Matcher parameters = PARAMETER.matcher(operation.path());
        for (int i = 0; parameters.find(); i++) {
            Function<Tenant, String> thing = THINGS.getOrDefault(collections.get(i), _ -> NOBODYS);
            parameters.appendReplacement(path, i == position ? id : thing.apply(of));
        }
        return parameters.appendTail(path).toString();
    }

    /** The path up to each of its parameters. */
    private static List<String> collections(Contract.Operation operation) {
        return PARAMETER
                .matcher(operation.path())
                .results()
                .map(MatchResult::end)
                .map(end -> operation.path().substring(0, end))
                .toList();
    }

    /** Roles that see one tenant; operators see all of them, and whoever has no account has none. */
    private static List<String> tenantRoles(Contract.Operation operation) {
        return operation.roles().stream()
                .filter(role -> !role.equals("OPERATOR") && !role.equals("PUBLIC"))
                .toList();
    }

    private static boolean hasUnknownBody(Contract.Operation operation) {
        return operation.node().has("requestBody")
                && example(operation).isEmpty()
                && !BODIES.containsKey(operation.id());
    }

    private static String example(Contract.Operation operation) {
        JsonNode example = operation.node().at("/requestBody/content/application~1json/example");
        return example.isMissingNode() ? "" : example.toString();
    }

    private static boolean isStream(Contract.Operation operation) {
        return operation.node().at("/responses/200/content").has("text/event-stream");
    }

    private Tenant tenant(String name) {
        String domain = name + ".ac.jp";
        Fixtures.Organisation tenant = given.tenant(name)
                .withDomain(domain)
                .withDomain(ClientRows.DOMAIN)
                .withLicences(5);
        Person officer = tenant.officer("Hanako Sato");
        Person administrator = tenant.administrator("Jiro Mori");
        Map<String, Person> people = new LinkedHashMap<>();
        people.put("OFFICER", officer);
        people.put("ADMINISTRATOR", administrator);
        people.put("USER", tenant.user("Taro Yamada"));
        // A client certificate that waits for its holder has everything that a certificate can have.
        String waiting = clients.issued(officer, ClientRows.of(tenant, "Waiting " + name, ClientRows.P12));
        String webhook = http.as(officer)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "url", "https://hooks.invalid/", "description", name, "events", List.of("CERTIFICATE_RENEWED")))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("webhook.id");
        String account =
                tenant.withLoginId(Role.USER, tenant.code(), "Goro Ito").id().toString();
        JsonPath link = http.as(officer)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "SERVER", "name", name, "email", "taro@" + domain))
                .post("/api/v1/submission-links")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String submission = handedIn(officer, link.getString("url"), Row.file(Row.of(tenant, "handed." + domain)));
        String uploaded = steps.uploaded(officer, Row.file(Row.of(tenant, "new." + domain)))
                .getString("id");
        return new Tenant(
                people,
                uploaded,
                waiting,
                steps.checkSelection(officer, List.of(waiting), Map.of("reason", "SUPERSEDED"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"),
                http.as(officer)
                        .get("/api/v1/audit-events")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items[0].id"),
                http.as(officer)
                        .contentType(ContentType.JSON)
                        .body(Map.of(
                                "name",
                                name,
                                "scopes",
                                List.of("audit:read"),
                                "expiresAt",
                                Instant.now().plusSeconds(3_600).toString()))
                        .post("/api/v1/api-tokens")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("token.id"),
                webhook,
                http.as(officer)
                        .post("/api/v1/webhooks/{id}/test", webhook)
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id"),
                account,
                http.as(given.operator("Service Desk"))
                        .contentType(ContentType.JSON)
                        .body(Map.of("kind", "SUSPEND", "reference", "1"))
                        .post("/api/v1/accounts/{id}/desk-actions", account)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"),
                link.getString("link.id"),
                submission,
                issued(administrator),
                handedOut(administrator));
    }

    /** Its administrators have certificates issued, once it is a company. */
    private String issued(Person administrator) {
        QuarkusTransaction.requiringNew()
                .run(() -> policies.assign(administrator.tenant(), "saas-groupware", CompanySteps.POLICY));
        return companies.issued(administrator, 1);
    }

    private String handedOut(Person administrator) {
        String certificate = http.as(administrator)
                .queryParam("q", "client_000001")
                .get("/api/v1/certificates")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        return http.as(administrator)
                .contentType(ContentType.JSON)
                .body(Map.of("certificates", List.of(certificate)))
                .post("/api/v1/hand-outs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String handedIn(Person officer, String url, byte[] file) {
        String content = Base64.getEncoder().encodeToString(file);
        http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("tsv", Map.of("operation", "ISSUE", "name", "requests.tsv", "content", content)))
                .post("/api/v1/submission-doors/{token}/submissions", url.substring(url.lastIndexOf('/') + 1))
                .then()
                .statusCode(201);
        return http.as(officer)
                .get("/api/v1/submissions")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }
}
