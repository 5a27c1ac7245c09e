package io.shomei.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.testing.Contract;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.HookReceiver;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers' systems that are told what happens. */
@ShomeiTest
class WebhooksTest {
    private static final List<String> ALL = List.of(
            "CERTIFICATE_ISSUED",
            "CERTIFICATE_COLLECTED",
            "CERTIFICATE_EXPIRING",
            "CERTIFICATE_RENEWED",
            "CERTIFICATE_REVOKED",
            "REQUEST_FILE_DONE",
            "NOTICE_UNDELIVERABLE");

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    Destinations destinations;

    @Inject
    Webhooks webhooks;

    @Inject
    WebhookRepository repository;

    @Inject
    WebhookRetentionJob retention;

    @Inject
    TestClock clock;

    @Inject
    ObjectMapper json;

    private HookReceiver receiver;
    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficerAndAReceiver() {
        receiver = HookReceiver.open();
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @AfterEach
    void theReceiverGoes() {
        receiver.close();
        Mailbox.open();
    }

    @Test
    void everythingThatHappensIsToldAndSigned() throws Exception {
        JsonPath registered = registered("/all", ALL);
        String secret = registered.getString("secret");
        Steps.Waiting waiting = steps.waiting(sato, tenant, "www.a.ac.jp");
        http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("format", "PEM"))
                .post("/api/v1/enrolments/{token}/collection", waiting.token())
                .then()
                .statusCode(200);
        String serial = http.as(sato)
                .get("/api/v1/certificates/{id}", waiting.certificate())
                .then()
                .extract()
                .path("serial");
        steps.carriedOut(
                sato, "SERVER", "RENEW", Row.file(Row.of(tenant, "www.a.ac.jp").with(Row.SERIAL, "0x" + serial)));
        steps.revoke(sato, waiting.certificate(), "SUPERSEDED").then().statusCode(201);
        for (String type : List.of(
                "certificate.issued",
                "certificate.collected",
                "certificate.renewed",
                "certificate.revoked",
                "request-file.done")) {
            HookReceiver.Message message = receiver.await("/all", type);
            assertThat(message.headers().get("webhook-signature")).isEqualTo(signature(secret, message));
            assertThat(faults(message)).isEmpty();
            assertThat(message.body()).contains("\"tenant\":\"" + tenant.code() + "\"");
        }
        assertThat(receiver.await("/all", "certificate.renewed").body())
                .contains("\"renewedBy\":", waiting.certificate());
        assertThat(receiver.await("/all", "certificate.revoked").body())
                .contains("\"reason\":\"SUPERSEDED\"", waiting.certificate());
        http.as(sato)
                .get("/api/v1/webhooks/{id}/deliveries", registered.getString("webhook.id"))
                .then()
                .statusCode(200)
                .body("items.event", hasItems("certificate.issued", "request-file.done"));
    }

    @Test
    void aMailThatIsGivenUpIsTold() {
        registered("/mail", List.of("NOTICE_UNDELIVERABLE"));
        Mailbox.close();
        String id = steps.issued(sato, tenant, "down.a.ac.jp").getString("id");
        steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201);
        // The officer is told of it by a mail, too, and which of them is given up first is nobody's business.
        HookReceiver.Message message = Eventually.present(
                "that the subscriber's mail was given up",
                () -> receiver.at("/mail").stream()
                        .filter(each -> each.body().contains("down.a.ac.jp@example.ac.jp"))
                        .findFirst());
        assertThat(message.body()).contains("notice.undeliverable", id);
        assertThat(faults(message)).isEmpty();
    }

    @Test
    void onlyWhatWasAskedForIsToldAndOnlyToTheTenant() {
        registered("/revoked", List.of("CERTIFICATE_REVOKED"));
        Fixtures.Organisation other = given.tenant("b").withDomain("b.ac.jp");
        Person suzuki = other.officer("Ichiro Suzuki");
        String theirs = steps.issued(suzuki, other, "www.b.ac.jp").getString("id");
        steps.revoke(suzuki, theirs, "SUPERSEDED").then().statusCode(201);
        String ours = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        steps.revoke(sato, ours, "SUPERSEDED").then().statusCode(201);
        receiver.await("/revoked", "certificate.revoked");
        assertThat(receiver.at("/revoked")).hasSize(1);
        assertThat(receiver.at("/revoked").getFirst().body()).contains(ours);
    }

    @Test
    void whatDoesNotArriveIsTriedAgainThenTheWebhookIsPausedAndPeopleAreTold() {
        receiver.answer("/broken", 503);
        String id = registered("/broken", List.of("CERTIFICATE_REVOKED")).getString("webhook.id");
        revoked("one.a.ac.jp");
        Eventually.isTrue("a pause", () -> webhook(id).get("pause") != null);
        assertThat(receiver.at("/broken")).hasSize(3);
        assertThat(receiver.at("/broken").stream()
                        .map(each -> each.headers().get("webhook-id"))
                        .distinct())
                .hasSize(1);
        assertThat(webhook(id).getString("pause.reason")).isEqualTo("HTTP 503");
        assertThat(Mailbox.await(sato.email(), "Webhook paused").text())
                .contains("Sent to: localhost", "HTTP 503")
                .doesNotContain("/broken");
        http.as(sato).get("/api/v1/audit-events").then().body("items.operation", hasItems("webhook.pause"));
        // What happens meanwhile is kept.
        revoked("two.a.ac.jp");
        deliveries(id, "HELD").then().body("items.size()", equalTo(1));
        // A test works all the same, and says when it can be resumed.
        receiver.answer("/broken", 204);
        http.as(sato).post("/api/v1/webhooks/{id}/test", id).then().statusCode(202);
        receiver.await("/broken", "test");
        http.as(sato)
                .post("/api/v1/webhooks/{id}/resumption", id)
                .then()
                .statusCode(200)
                .body("pause", nullValue());
        Eventually.isTrue(
                "the held one arrives",
                () -> receiver.at("/broken").stream()
                        .anyMatch(message -> message.body().contains("two.a.ac.jp")));
        // The one that was given up is sent again by hand.
        String failed = deliveries(id, "FAILED").jsonPath().getString("items[0].id");
        http.as(sato)
                .post("/api/v1/webhooks/{id}/deliveries/{delivery}/replay", id, failed)
                .then()
                .statusCode(202)
                .body("state", equalTo("WAITING"));
        Eventually.isTrue(
                "the replay arrives",
                () -> deliveries(id, "DELIVERED").jsonPath().getList("items.id").contains(failed));
    }

    @Test
    void whoIsGoneIsPausedAtOnceAndNoOtherAddressIsFollowed() {
        receiver.answer("/gone", 410);
        String gone = registered("/gone", List.of("CERTIFICATE_REVOKED")).getString("webhook.id");
        receiver.answer("/moved", 307);
        String moved = registered("/moved", List.of("CERTIFICATE_REVOKED")).getString("webhook.id");
        revoked("www.a.ac.jp");
        Eventually.isTrue("a pause", () -> webhook(gone).get("pause") != null);
        assertThat(receiver.at("/gone")).hasSize(1);
        Eventually.isTrue("the other's pause", () -> webhook(moved).get("pause") != null);
        assertThat(receiver.at("/elsewhere")).isEmpty();
    }

    @Test
    void noMessageGoesIntoInternalNetworks() throws Exception {
        String id = http.as(sato)
                .contentType(ContentType.JSON)
                .body(Map.of("url", "https://192.168.0.1/", "description", "x", "events", ALL))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("webhook.id");
        http.as(sato).post("/api/v1/webhooks/{id}/test", id).then().statusCode(202);
        Eventually.isTrue(
                "an end",
                () -> deliveries(id, "FAILED").jsonPath().getList("items").size() == 1);
        deliveries(id, "FAILED")
                .then()
                .body("items[0].lastError", containsString("leads to an address that messages are not sent to"))
                .body("items[0].lastStatus", nullValue());
        for (String internal : List.of(
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "fe80::1",
                "fd00::1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "::ffff:10.0.0.1")) {
            assertThat(destinations.isPermitted(InetAddress.getByName(internal)))
                    .as(internal)
                    .isFalse();
        }
        assertThat(destinations.isPermitted(InetAddress.getByName("93.184.216.34")))
                .isTrue();
        assertThat(destinations.isPermitted(InetAddress.getByName("2606:2800:220:1::1")))
                .isTrue();
        // What the installation allows.
        assertThat(destinations.isPermitted(InetAddress.getByName("127.0.0.1"))).isTrue();
    }

    @Test
    void aServerWithoutATrustedCertificateForItsNameIsToldNothing() {
        String id = http.as(sato)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "url",
                        receiver.url("/name").replace("localhost", "127.0.0.1"),
                        "description",
                        "x",
                        "events",
                        ALL))
                .post("/api/v1/webhooks")
                .then()
                .extract()
                .path("webhook.id");
        http.as(sato).post("/api/v1/webhooks/{id}/test", id).then().statusCode(202);
        Eventually.isTrue(
                "an end",
                () -> deliveries(id, "FAILED").jsonPath().getList("items").size() == 1);
        assertThat(receiver.at("/name")).isEmpty();
    }

    @Test
    void aWebhookIsChangedReadAndRemovedAndItsSecretIsShownOnce() {
        JsonPath registered = registered("/one", List.of("CERTIFICATE_REVOKED"));
        String id = registered.getString("webhook.id");
        assertThat(registered.getString("secret")).startsWith("whsec_");
        assertThat(Base64.getDecoder().decode(registered.getString("secret").substring(6)))
                .hasSize(32);
        http.as(sato)
                .get("/api/v1/webhooks")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)))
                .body("items[0].secret", nullValue())
                .body("items[0].tenant", nullValue());
        String tag = http.as(sato)
                .get("/api/v1/webhooks/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        Map<String, Object> change =
                Map.of("url", receiver.url("/two"), "description", "Other", "events", List.of("CERTIFICATE_ISSUED"));
        change(sato, id, tag, change).then().statusCode(200).body("url", containsString("/two"));
        Refusals.is(change(sato, id, tag, change), 412, "changed-meanwhile");
        Refusals.is(
                change(sato, id, "\"2\"", Map.of("url", "http://localhost/", "description", "x", "events", ALL)),
                400,
                "malformed-request");
        steps.issued(sato, tenant, "new.a.ac.jp");
        receiver.await("/two", "certificate.issued");
        http.as(sato).delete("/api/v1/webhooks/{id}", id).then().statusCode(204);
        Refusals.is(http.as(sato).get("/api/v1/webhooks/{id}", id), 404, "not-found");
        http.as(sato)
                .get("/api/v1/audit-events")
                .then()
                .body("items.operation", hasItems("webhook.register", "webhook.change", "webhook.remove"));
    }

    @Test
    void aSecretIsReplacedInPlaceAndBothSignForADay() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        clock.stopAt(now);
        JsonPath registered = registered("/rotated", ALL);
        String id = registered.getString("webhook.id");
        String old = registered.getString("secret");
        JsonPath rotated = rotate(sato, id, false, "rotate-1")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String fresh = rotated.getString("secret");
        assertThat(fresh).startsWith("whsec_").isNotEqualTo(old);
        Instant until = Instant.parse(rotated.getString("webhook.previousSecretUntil"));
        assertThat(until).isEqualTo(now.plus(Duration.ofHours(24)));
        // The same request again is not another secret, and the registration's key does not show the new one.
        assertThat(rotate(sato, id, false, "rotate-1").jsonPath().getString("secret"))
                .isEqualTo(fresh);
        Refusals.is(rotate(sato, id, true, "rotate-1"), 409, "idempotency-key-reused");
        Refusals.is(
                register(
                        sato,
                        Map.of("url", receiver.url("/rotated"), "description", "Inventory", "events", ALL),
                        "/rotated"),
                412,
                "changed-meanwhile");
        HookReceiver.Message both = tested(id, "/rotated", 1);
        assertThat(both.headers().get("webhook-signature"))
                .isEqualTo(signature(fresh, both) + " " + signature(old, both));
        http.as(sato)
                .get("/api/v1/audit-events")
                .then()
                .body(
                        "items.find { it.operation == 'webhook.rotate' }.detail.previousUntil",
                        equalTo(until.toString()));
        clock.stopAt(until.minusMillis(1));
        assertThat(signedWith(id)).containsExactly(fresh, old);
        retention.run();
        assertThat(signedWith(id)).containsExactly(fresh, old);
        clock.stopAt(until);
        assertThat(signedWith(id)).containsExactly(fresh);
        retention.run();
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> repository
                                .find(tenant.id(), UUID.fromString(id))
                                .orElseThrow())
                        .previousSecretUntil())
                .isNull();
    }

    @Test
    void aSecretThatOthersMayKnowEndsAtOnceAndNeverMoreThanTwoSign() throws Exception {
        String id = registered("/leaked", ALL).getString("webhook.id");
        String second = rotate(sato, id, false, "second").jsonPath().getString("secret");
        String third = rotate(sato, id, false, "third").jsonPath().getString("secret");
        Refusals.is(rotate(sato, id, false, "second"), 412, "changed-meanwhile");
        HookReceiver.Message two = tested(id, "/leaked", 1);
        assertThat(two.headers().get("webhook-signature"))
                .isEqualTo(signature(third, two) + " " + signature(second, two));
        JsonPath last =
                rotate(sato, id, true, "last").then().statusCode(201).extract().jsonPath();
        assertThat(last.getString("webhook.previousSecretUntil")).isNull();
        HookReceiver.Message one = tested(id, "/leaked", 2);
        assertThat(one.headers().get("webhook-signature")).isEqualTo(signature(last.getString("secret"), one));
        Refusals.is(
                http.as(sato).contentType(ContentType.JSON).body("{}").post("/api/v1/webhooks/{id}/secret", id),
                400,
                "malformed-request");
    }

    private List<String> signedWith(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> webhooks.secrets(
                        repository.find(tenant.id(), UUID.fromString(id)).orElseThrow()))
                .stream()
                .map(MessageSignature::text)
                .toList();
    }

    /** The message of the so many-th test that this webhook is sent. */
    private HookReceiver.Message tested(String id, String path, int count) {
        http.as(sato).post("/api/v1/webhooks/{id}/test", id).then().statusCode(202);
        return Eventually.present(
                "test " + count,
                () -> receiver.at(path).stream().skip(count - 1).findFirst());
    }

    private Response rotate(Person person, String id, boolean endPrevious, String key) {
        return http.as(person)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("endPrevious", endPrevious))
                .post("/api/v1/webhooks/{id}/secret", id);
    }

    @Test
    void twoRequestsWithOneKeyRegisterOneWebhook() {
        Map<String, Object> body = Map.of("url", receiver.url("/once"), "description", "x", "events", ALL);
        Response first = register(sato, body, "key-1");
        Response second = register(sato, body, "key-1");
        assertThat(second.jsonPath().getString("webhook.id"))
                .isEqualTo(first.jsonPath().getString("webhook.id"));
        assertThat(second.jsonPath().getString("secret"))
                .isEqualTo(first.jsonPath().getString("secret"));
        Refusals.is(
                register(sato, Map.of("url", receiver.url("/x"), "description", "x", "events", ALL), "key-1"),
                409,
                "idempotency-key-reused");
    }

    @Test
    void aTenantHasSoManyAndNoMore() {
        for (int i = 0; i < 4; i++) {
            registered("/n" + i, ALL);
        }
        Refusals.is(
                register(sato, Map.of("url", receiver.url("/n"), "description", "x", "events", ALL), "n"),
                409,
                "too-many-webhooks");
    }

    @Test
    void anOperatorRegistersForATenantAndSeesAll() {
        Person desk = given.operator("Service Desk");
        String id = register(
                        desk,
                        Map.of(
                                "tenant",
                                tenant.id().toString(),
                                "url",
                                receiver.url("/desk"),
                                "description",
                                "x",
                                "events",
                                ALL),
                        "desk")
                .then()
                .statusCode(201)
                .body("webhook.tenant.id", equalTo(tenant.id().toString()))
                .extract()
                .path("webhook.id");
        http.as(sato).get("/api/v1/webhooks/{id}", id).then().statusCode(200);
        String others = given.tenant("b").id().toString();
        Refusals.is(
                register(
                        sato,
                        Map.of("tenant", others, "url", receiver.url("/x"), "description", "x", "events", ALL),
                        "others"),
                404,
                "not-found");
        http.as(desk).get("/api/v1/webhooks").then().body("items.id", hasItems(id));
        Refusals.is(
                register(
                        desk,
                        Map.of(
                                "tenant",
                                "0197a1b2-0000-7000-8000-000000000001",
                                "url",
                                receiver.url("/x"),
                                "description",
                                "x",
                                "events",
                                ALL),
                        "nobody"),
                404,
                "not-found");
    }

    @Test
    void deliveriesArePaged() {
        String id = registered("/pages", ALL).getString("webhook.id");
        for (int i = 0; i < 3; i++) {
            http.as(sato).post("/api/v1/webhooks/{id}/test", id).then().statusCode(202);
        }
        JsonPath first = http.as(sato)
                .queryParam("limit", 2)
                .get("/api/v1/webhooks/{id}/deliveries", id)
                .jsonPath();
        assertThat(first.getList("items")).hasSize(2);
        http.as(sato)
                .queryParam("limit", 2)
                .queryParam("cursor", first.getString("next"))
                .get("/api/v1/webhooks/{id}/deliveries", id)
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].body", containsString("\"type\":\"test\""))
                .body("items[0].attempts", greaterThanOrEqualTo(0))
                .body("previous", notNullValue())
                .body("items[0].id", not(equalTo(first.getString("items[0].id"))));
        Refusals.is(
                http.as(sato).queryParam("state", "X").get("/api/v1/webhooks/{id}/deliveries", id),
                400,
                "malformed-request");
    }

    @Test
    void whoMayDoIt() {
        JsonPath registered = registered("/who", ALL);
        String id = registered.getString("webhook.id");
        Person user = tenant.user("Taro Yamada");
        Map<String, Object> body = Map.of("url", receiver.url("/x"), "description", "x", "events", ALL);
        List<Refusals.CallOnId> calls = List.of(
                (request, one) -> request.get("/api/v1/webhooks/{id}", one),
                (request, one) -> request.header("If-Match", "\"1\"")
                        .contentType(ContentType.JSON)
                        .body(body)
                        .put("/api/v1/webhooks/{id}", one),
                (request, one) -> request.delete("/api/v1/webhooks/{id}", one),
                (request, one) -> request.contentType(ContentType.JSON)
                        .body(Map.of("endPrevious", true))
                        .post("/api/v1/webhooks/{id}/secret", one),
                (request, one) -> request.post("/api/v1/webhooks/{id}/resumption", one),
                (request, one) -> request.post("/api/v1/webhooks/{id}/test", one),
                (request, one) -> request.get("/api/v1/webhooks/{id}/deliveries", one),
                (request, one) -> request.post("/api/v1/webhooks/{id}/deliveries/{delivery}/replay", one, one));
        Person stranger = given.tenant("b").administrator("Jiro Abe");
        for (Refusals.CallOnId call : calls) {
            Refusals.needs(http, user, request -> call.on(request, id));
            Refusals.unknown(stranger, http, id, call);
        }
        Refusals.needs(http, user, request -> request.get("/api/v1/webhooks"));
        Refusals.needs(
                http,
                user,
                request -> request.contentType(ContentType.JSON).body(body).post("/api/v1/webhooks"));
    }

    private void revoked(String host) {
        String id = steps.issued(sato, tenant, host).getString("id");
        steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201);
    }

    private JsonPath registered(String path, List<String> events) {
        return register(sato, Map.of("url", receiver.url(path), "description", "Inventory", "events", events), path)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private Response register(Person person, Map<String, Object> body, String key) {
        return http.as(person)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/webhooks");
    }

    private Response change(Person person, String id, String tag, Map<String, Object> body) {
        return http.as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .put("/api/v1/webhooks/{id}", id);
    }

    private JsonPath webhook(String id) {
        return http.as(sato).get("/api/v1/webhooks/{id}", id).jsonPath();
    }

    private Response deliveries(String id, String state) {
        return http.as(sato).queryParam("state", state).get("/api/v1/webhooks/{id}/deliveries", id);
    }

    /** As a receiver finds it out, by the words of the specification. */
    private static String signature(String secret, HookReceiver.Message message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = message.headers().get("webhook-id") + "."
                + message.headers().get("webhook-timestamp") + "." + message.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> faults(HookReceiver.Message message) {
        try {
            return Contract.get()
                    .faults(
                            json.readTree("{\"$ref\":\"#/components/schemas/WebhookMessage\"}"),
                            json.readTree(message.body()));
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
