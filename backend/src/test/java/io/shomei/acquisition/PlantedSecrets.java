package io.shomei.acquisition;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.desk.LetterText;
import io.shomei.kernel.Role;
import io.shomei.testing.ClientRows;
import io.shomei.testing.ClientSteps;
import io.shomei.testing.CompanySteps;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.HookReceiver;
import io.shomei.testing.Http;
import io.shomei.testing.KeyFiles;
import io.shomei.testing.Mailbox;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.Steps;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigInteger;
import java.security.Key;
import java.security.KeyStore;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.binary.Base32;

/** Has secrets of every kind made, has each used by whoever it was meant for, and tells what nobody may find afterwards. */
@Singleton
class PlantedSecrets {
    /** The name of an application that the search is to find. */
    static final String KNOWN = "Planted Script";

    private static final String PIN = "Pl4ntedPin12";
    private static final String CONFIRMATION = "Pl4ntedConf3";
    private static final String CHOSEN = "Pl4ntedRow56";

    private final Fixtures given;
    private final Http http;
    private final Steps steps;
    private final ClientSteps clients;
    private final CompanySteps companies;
    private final Secrets held;

    PlantedSecrets(Fixtures given, Http http, Steps steps, ClientSteps clients, CompanySteps companies, Secrets held) {
        this.given = given;
        this.http = http;
        this.steps = steps;
        this.clients = clients;
        this.companies = companies;
        this.held = held;
    }

    /** PIN and confirmation PIN that their owner types, what authenticators are made of, and a session. */
    Planted ofLogIns() {
        Account user = given.tenant("corporation")
                .withPreset("bank-corporate")
                .withLoginId(Role.ADMINISTRATOR, "59390001", "Administrator");
        held.set(Actor.PLATFORM, user, SecretKind.PIN, PIN);
        held.set(Actor.PLATFORM, user, SecretKind.CONFIRMATION_PIN, CONFIRMATION);
        String card = held.issue(Actor.PLATFORM, user, SecretKind.GRID_CARD);
        String seed = held.issue(Actor.PLATFORM, user, SecretKind.TOTP);
        String session = http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("loginId", "59390001", "password", PIN))
                .post("/api/v1/session")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        held.check(Actor.PLATFORM, user, SecretKind.CONFIRMATION_PIN, CONFIRMATION);
        return Planted.of(PIN, CONFIRMATION, card, seed, session).with(new Base32().decode(seed));
    }

    /** The PIN that opens what an officer renews. */
    Planted ofRenewal() throws Exception {
        Person officer = given.tenant("planted").officer("Hanako Sato");
        OwnerConnection.change("""
                update certificate set not_after = now() + interval '20 days', issued_at = least(issued_at, now() - interval '335 days')
                where tenant_id = '%s'""".formatted(officer.tenant()));
        JsonPath begun = http.as(officer)
                .contentType(ContentType.JSON)
                .post("/api/v1/own-certificate/renewal")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        collect(begun.getString("token"), begun.getString("pin"));
        return Planted.of(begun.getString("pin")).at(begun.getString("token"));
    }

    /** The password in a letter. */
    Planted ofTheDesk() throws IOException {
        Person desk = given.operator("Service Desk");
        Account user = given.tenant("customer")
                .withPreset("bank-fx")
                .withPolicy("{\"auth\":{\"methods\":[[\"CERT\",\"PASSWORD\"]]},\"desk\":{\"fourEyes\":[]}}")
                .withLoginId(Role.USER, "939000002", "Two");
        String action = http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "RESET_PASSWORD", "reference", "1"))
                .post("/api/v1/accounts/{id}/desk-actions", user.id().toString())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        byte[] letter = http.as(desk)
                .post("/api/v1/desk-actions/{id}/letter", action)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        String password = LetterText.value(LetterText.of(letter), "仮パスワード");
        held.check(Actor.PLATFORM, user, SecretKind.PASSWORD, password);
        return Planted.of(password);
    }

    /** Link and PIN of a certificate that is handed out, the password of its key file, and the key itself. */
    Planted ofHandOuts() throws Exception {
        Person administrator = companies.company("handing", 1).administrator("Jiro Mori");
        String certificate = companies.certificate(administrator, companies.issued(administrator, 1), "client_000001");
        String password = http.as(administrator)
                .contentType(ContentType.JSON)
                .body(Map.of("certificates", List.of(certificate)))
                .post("/api/v1/certificates/passwords.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .strip()
                .split(",", 2)[1];
        JsonPath made = http.as(administrator)
                .post("/api/v1/certificates/{id}/hand-out", certificate)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String token = last(made.getString("url"));
        String secret = made.getString("secret");
        KeyStore file = KeyFiles.opened(collect(token, secret), secret);
        Key key = file.getKey(file.aliases().nextElement(), secret.toCharArray());
        return Planted.of(password, secret).at(token).with(octets(key));
    }

    /** What a tenant's own systems show, and what messages to them are signed with. */
    Planted ofScripts() {
        Person officer = given.tenant("scripts").officer("Hanako Sato");
        String token = http.as(officer)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "planted-token")
                .body(Map.of(
                        "name",
                        KNOWN,
                        "scopes",
                        List.of("audit:read"),
                        "expiresAt",
                        Instant.now().plusSeconds(3_600).toString()))
                .post("/api/v1/api-tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
        http.portal()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200);
        try (HookReceiver receiver = HookReceiver.open()) {
            JsonPath webhook = http.as(officer)
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", "planted-webhook")
                    .body(Map.of(
                            "url",
                            receiver.url("/planted"),
                            "description",
                            "planted",
                            "events",
                            List.of("CERTIFICATE_RENEWED")))
                    .post("/api/v1/webhooks")
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath();
            String id = webhook.getString("webhook.id");
            String next = http.as(officer)
                    .contentType(ContentType.JSON)
                    .body(Map.of("endPrevious", false))
                    .post("/api/v1/webhooks/{id}/secret", id)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("secret");
            http.as(officer).post("/api/v1/webhooks/{id}/test", id).then().statusCode(202);
            Eventually.isTrue(
                    "a message that is signed with both",
                    () -> !receiver.at("/planted").isEmpty());
            String first = webhook.getString("secret");
            return Planted.of(token, first, next).with(key(first)).with(key(next));
        }
    }

    /** URLs that mails lead to, PINs that applicants choose and that are made, and the link of a door for applications. */
    Planted ofInvitations() throws Exception {
        Fixtures.Organisation tenant = clients.tenant();
        Person officer = tenant.officer("Hanako Sato");
        Steps.Waiting server = steps.waiting(officer, tenant, "planted." + ClientRows.DOMAIN);
        http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("format", "PEM"))
                .post("/api/v1/enrolments/{token}/collection", server.token())
                .then()
                .statusCode(200);
        Row made = ClientRows.of(tenant, "Planted Made", ClientRows.P12);
        ClientSteps.Invited holder = clients.invited(officer, made);
        String lot = Mailbox.await(made.email(), "Access PINs").token();
        clients.collect(holder.url(), holder.pin()).then().statusCode(200);
        Row chosen =
                ClientRows.of(tenant, "Planted Chosen", ClientRows.P12_BULK).with(ClientRows.PIN, CHOSEN);
        clients.carriedOut(officer, chosen);
        String archive = Mailbox.await(chosen.email(), "archive").token();
        String door = http.as(officer)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "SERVER", "name", "planted", "email", "taro@" + ClientRows.DOMAIN))
                .post("/api/v1/submission-links")
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        http.portal().get("/api/v1/submission-doors/{token}", last(door)).then().statusCode(200);
        return Planted.of(holder.pin(), CHOSEN).at(server.token(), holder.url(), lot, archive, last(door));
    }

    private byte[] collect(String token, String secret) {
        Response file = http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("format", "P12", "secret", secret))
                .post("/api/v1/enrolments/{token}/collection", token);
        return file.then().statusCode(200).extract().asByteArray();
    }

    private static String last(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** What messages are signed with, from the form in which it is handed out. */
    private static byte[] key(String webhookSecret) {
        return Base64.getDecoder().decode(webhookSecret.substring("whsec_".length()));
    }

    /** The private exponent or scalar alone: what is around it is in every key. */
    static byte[] octets(Key key) {
        BigInteger secret = switch (key) {
            case RSAPrivateKey rsa -> rsa.getPrivateExponent();
            case ECPrivateKey ec -> ec.getS();
            default -> throw new IllegalStateException(key.getAlgorithm());
        };
        byte[] octets = secret.toByteArray();
        // Long enough to be nothing else, and without the sign.
        return Arrays.copyOfRange(octets, 1, Math.min(octets.length, 31));
    }
}
