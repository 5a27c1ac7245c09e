package io.shomei.acquisition;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.Role;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeySpec;
import io.shomei.policy.Policies;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import jakarta.inject.Singleton;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody does who logs in and has a key of their browser certified. */
@Singleton
class OwnKeySteps {
    static final String PIN = "482913";
    static final String OWN = "/api/v1/own-certificate";
    private static final AtomicInteger IDS = new AtomicInteger(50_700_000);

    private final Fixtures given;
    private final Applicant applicant;
    private final Http http;
    private final Secrets secrets;
    private final Policies policies;
    private final InstantSource clock;

    OwnKeySteps(
            Fixtures given, Applicant applicant, Http http, Secrets secrets, Policies policies, InstantSource clock) {
        this.given = given;
        this.applicant = applicant;
        this.http = http;
        this.secrets = secrets;
        this.policies = policies;
        this.clock = clock;
    }

    /** A customer of a bank whose contract number nobody else has. */
    Fixtures.Organisation corporation() {
        return given.tenant("corporation")
                .withCode(String.valueOf(IDS.incrementAndGet()))
                .withPreset("bank-corporate");
    }

    /** With the contract number as ID, and the PIN. */
    Account administrator(Fixtures.Organisation corporation) {
        return withPin(corporation.withLoginId(Role.ADMINISTRATOR, corporation.code(), "Administrator"));
    }

    Account user(Fixtures.Organisation corporation) {
        return withPin(corporation.withLoginId(
                Role.USER, String.format("%07d", IDS.incrementAndGet() % 10_000_000), "Accountant"));
    }

    private Account withPin(Account account) {
        secrets.set(Actor.PLATFORM, account, SecretKind.PIN, PIN);
        return account;
    }

    void assign(Account account, String overrides) {
        QuarkusTransaction.requiringNew().run(() -> policies.assign(account.tenant(), "bank-corporate", overrides));
    }

    Session byId(Account account) {
        return enter(null, logIn(null, account.loginId(), PIN));
    }

    Session byCertificate(Identity identity) {
        return enter(identity, logIn(identity, null, PIN));
    }

    /** What was left open elsewhere ends. */
    private Session enter(@Nullable Identity identity, Response opened) {
        opened.then().statusCode(201);
        Session session = new Session(http, identity, opened.path("token"));
        if (opened.path("state").equals("RESIDUAL_SESSION")) {
            session.request().post("/api/v1/session/re-login").then().statusCode(200);
        }
        return session;
    }

    /** With ID and PIN, and stored. */
    Owned acquired(Account account) {
        Session session = byId(account);
        Owned own = session.acquire();
        session.confirm(own.serial()).then().statusCode(200);
        return own;
    }

    /** With a key that the browser makes. */
    Identity inSession(@Nullable Identity identity, String token) {
        Session session = new Session(http, identity, token);
        Owned own = session.acquire();
        session.confirm(own.serial()).then().statusCode(200).body("certificate.confirmed", equalTo(true));
        return own.identity();
    }

    Certificate certificate(Account account, Owned own) {
        return applicant.certificates(account).stream()
                .filter(each -> each.serial().hex().equals(own.serial()))
                .findFirst()
                .orElseThrow();
    }

    void ends(Account account, Owned own, Duration in) {
        ends(account, own, clock.instant().plus(in));
    }

    void ends(Account account, Owned own, Instant at) {
        applicant.ends(certificate(account, own), at);
    }

    Response logIn(@Nullable Identity identity, @Nullable String loginId, String password) {
        Map<String, String> typed = new HashMap<>(Map.of("password", password));
        if (loginId != null) {
            typed.put("loginId", loginId);
        }
        return (identity == null ? http.portal() : http.cert(identity))
                .contentType(ContentType.JSON)
                .body(typed)
                .post("/api/v1/session");
    }

    RequestSpecification as(@Nullable Identity identity, String token) {
        return new Session(http, identity, token).request();
    }

    static String csr(KeyPair key) {
        return Base64.getEncoder().encodeToString(Csrs.der("CN=whatever", key));
    }

    /** A certificate with its key as the browser has it. */
    record Owned(Identity identity, String serial) {}

    /** A session in somebody's browser. */
    record Session(Http http, @Nullable Identity identity, String token) {
        RequestSpecification request() {
            return (identity == null ? http.portal() : http.cert(identity))
                    .header("Authorization", "Bearer " + token)
                    .contentType(ContentType.JSON);
        }

        Response get() {
            return request().get("/api/v1/session");
        }

        Response own() {
            return request().get(OWN);
        }

        Response issue(KeyPair key) {
            return issueCsr(csr(key));
        }

        Response issue(KeyPair key, String reproof) {
            return request().body(Map.of("csr", csr(key), "reproof", reproof)).post(OWN + "/issuance");
        }

        Response issueCsr(String csr) {
            return request().body(Map.of("csr", csr)).post(OWN + "/issuance");
        }

        Response confirm(String serial) {
            return request().body(Map.of("serial", serial)).post(OWN + "/confirmation");
        }

        Owned acquire() {
            KeyPair key = Csrs.key(KeySpec.P256);
            JsonPath issued = issue(key).then().statusCode(201).extract().jsonPath();
            return new Owned(
                    new Identity(
                            key.getPrivate(),
                            Stream.concat(
                                            Stream.of(issued.getString("certificate")),
                                            issued.<String>getList("chain").stream())
                                    .map(Applicant::certificate)
                                    .map(CertificateDer::toX509)
                                    .toList()),
                    issued.getString("serial"));
        }
    }
}
