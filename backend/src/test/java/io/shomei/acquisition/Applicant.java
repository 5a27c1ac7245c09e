package io.shomei.acquisition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.database.TenantScope;
import io.shomei.enrolment.EnrolmentToken;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeySpec;
import io.shomei.profile.Profiles;
import io.shomei.testing.Csrs;
import io.shomei.testing.Eventually;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.KeyFiles;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** What somebody does who gets a certificate with an acquisition password, and renews it. */
@Singleton
class Applicant {
    private static final String ACQUISITIONS = "/api/v1/acquisitions";

    private final Http http;
    private final Secrets secrets;
    private final Accounts accounts;
    private final AcquisitionWork work;
    private final Profiles profiles;
    private final EnrolmentToken tokens;
    private final CertificateRegister register;
    private final TenantScope scope;
    private final InstantSource clock;

    Applicant(
            Http http,
            Secrets secrets,
            Accounts accounts,
            AcquisitionWork work,
            Profiles profiles,
            EnrolmentToken tokens,
            CertificateRegister register,
            TenantScope scope,
            InstantSource clock) {
        this.http = http;
        this.secrets = secrets;
        this.accounts = accounts;
        this.work = work;
        this.profiles = profiles;
        this.tokens = tokens;
        this.register = register;
        this.scope = scope;
        this.clock = clock;
    }

    /** What the service desk handed out. */
    record Credentials(String loginId, String password, String acquisitionPassword) {}

    /** A password that they chose, and an acquisition password. */
    Credentials given(Account account, String password) {
        secrets.set(Actor.PLATFORM, account, SecretKind.PASSWORD, password);
        return new Credentials(
                String.valueOf(account.loginId()),
                password,
                secrets.issue(Actor.PLATFORM, account, SecretKind.ACQUISITION_PASSWORD));
    }

    Response acquire(Credentials credentials) {
        return acquire(credentials.loginId(), credentials.password(), credentials.acquisitionPassword());
    }

    Response acquire(String loginId, String password, String acquisitionPassword) {
        return http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("loginId", loginId, "password", password, "acquisitionPassword", acquisitionPassword))
                .post(ACQUISITIONS);
    }

    Response enrolment(String token) {
        return http.portal().get("/api/v1/enrolments/{token}", token);
    }

    /** Waits until it is no more being made. */
    String issued(String token) {
        return Eventually.present(
                "the certificate",
                () -> Optional.of(enrolment(token).<String>path("state")).filter(state -> !state.equals("ISSUING")));
    }

    Response collect(String token, String secret) {
        return collect(token, secret, Map.of("format", "P12"));
    }

    Response collect(String token, String secret, Map<String, String> wanted) {
        Map<String, String> body = new HashMap<>(wanted);
        body.put("secret", secret);
        return http.portal()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/enrolments/{token}/collection", token);
    }

    /** From the first press to the imported certificate. */
    Identity acquired(Credentials credentials) throws Exception {
        String token = acquire(credentials).then().statusCode(201).extract().path("token");
        issued(token);
        byte[] file = collect(token, credentials.acquisitionPassword())
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return imported(file, credentials.acquisitionPassword());
    }

    /** An attempt that is under way and that nobody goes on with. */
    Acquisition underWay(Account account, Acquisition.Way way) {
        return QuarkusTransaction.requiringNew()
                .call(() -> work.begin(
                                accounts.lock(account),
                                new AcquisitionWork.Plan(
                                        way,
                                        profiles.get("bank-user"),
                                        null,
                                        null,
                                        id -> EnrolmentToken.digest(tokens.of(id))),
                                Actor.PLATFORM)
                        .acquisition());
    }

    /**
     * Renews the presented certificate in one request.
     *
     * @param page a key that a page may send and that nothing depends on; null for none
     */
    Response renew(@Nullable Identity identity, String password, @Nullable String page, Map<String, String> wanted) {
        Map<String, String> body = new HashMap<>(wanted);
        body.put("password", password);
        RequestSpecification request = http.cert(identity).contentType(ContentType.JSON);
        if (page != null) {
            request.header("Idempotency-Key", page);
        }
        return request.body(body).post("/api/v1/own-certificate/renewal-file");
    }

    Response renew(@Nullable Identity identity, String password, @Nullable String page) {
        return renew(identity, password, page, Map.of());
    }

    static Identity imported(byte[] file, String password) throws Exception {
        KeyStore store = KeyFiles.opened(file, password);
        String alias = store.aliases().nextElement();
        return new Identity(
                (PrivateKey) store.getKey(alias, password.toCharArray()),
                Stream.of(store.getCertificateChain(alias))
                        .map(X509Certificate.class::cast)
                        .toList());
    }

    /** Of a browser that was given the answer. */
    static CertificateDer certificate(String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return CertificateDer.ofDer(Base64.getDecoder().decode(base64));
    }

    /** Of an authority that nobody knows. */
    static Identity foreign() {
        KeyPair key = Csrs.key(KeySpec.P256);
        X500Name name = new X500Name("CN=Somebody,C=JP");
        Instant now = Instant.now();
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.valueOf(4_711),
                    Date.from(now.minusSeconds(60)),
                    Date.from(now.plusSeconds(3_600)),
                    name,
                    key.getPublic());
            byte[] der = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()))
                    .getEncoded();
            return new Identity(
                    key.getPrivate(), List.of(CertificateDer.ofDer(der).toX509()));
        } catch (OperatorCreationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Response logIn(Identity identity, String password) {
        return http.cert(identity)
                .contentType(ContentType.JSON)
                .body(Map.of("password", password))
                .post("/api/v1/session");
    }

    Response entrance(@Nullable Identity identity) {
        return http.cert(identity).get("/api/v1/session/entrance");
    }

    List<Certificate> certificates(Account account) {
        return QuarkusTransaction.requiringNew().call(() -> register.ofAccount(account.tenant(), account.id()));
    }

    /** Has an account's certificates end at a moment, as if they, and what let somebody acquire them, had been issued long ago. */
    void ends(Account account, Instant notAfter) {
        QuarkusTransaction.requiringNew().run(() -> {
            scope.in(account.tenant())
                    .update(
                            """
                            update certificate set not_after = ?, issued_at = ?, not_before = ?
                            where tenant_id = ? and account_id = ? and revoked_at is null""",
                            notAfter,
                            notAfter.minus(Duration.ofDays(366)),
                            notAfter.minus(Duration.ofDays(366)),
                            account.tenant().value(),
                            account.id().value());
            Instant let = notAfter.minus(Duration.ofDays(367));
            scope.in(account.tenant())
                    .update("""
                            update secret set set_at = ?
                            where tenant_id = ? and account_id = ? and kind = 'ACQUISITION_PASSWORD'""", let, account.tenant().value(), account.id().value());
            scope.in(account.tenant())
                    .update(
                            "update account set entitled_at = ? where tenant_id = ? and id = ? and entitled_at is not null",
                            let,
                            account.tenant().value(),
                            account.id().value());
            scope.in(account.tenant())
                    .update(
                            "update licence set counted_until = ? where tenant_id = ? and subject = ?",
                            notAfter.minus(Period.ofDays(31)),
                            account.tenant().value(),
                            account.id().toString());
        });
    }

    /** The same of one certificate. */
    void ends(Certificate certificate, Instant notAfter) {
        QuarkusTransaction.requiringNew().run(() -> {
            scope.in(certificate.tenant())
                    .update(
                            "update certificate set not_after = ?, issued_at = least(issued_at, ?) where tenant_id = ? and id = ?",
                            notAfter,
                            notAfter.minus(Duration.ofDays(366)),
                            certificate.tenant().value(),
                            certificate.id().value());
            scope.in(certificate.tenant())
                    .update(
                            "update licence set counted_until = ? where tenant_id = ? and certificate_id = ?",
                            notAfter.minus(Period.ofDays(31)),
                            certificate.tenant().value(),
                            certificate.id().value());
        });
    }

    /** Has an attempt's time be over. */
    void lapses(Account account) {
        QuarkusTransaction.requiringNew()
                .run(() -> scope.in(account.tenant())
                        .update(
                                "update acquisition set deadline = ? where tenant_id = ? and account_id = ?",
                                clock.instant().minusSeconds(60),
                                account.tenant().value(),
                                account.id().value()));
    }
}
