package io.shomei.acquisition;

import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.acquisition.Applicant.Credentials;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.Role;
import io.shomei.policy.Policies;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.KeyFiles;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** AT-67: one tenant, one flow, and another preset each time. */
@ShomeiTest
class PresetFlowTest {
    private static final String PASSWORD = "Abcd1234";

    @Inject
    Fixtures given;

    @Inject
    Applicant applicant;

    @Inject
    OwnKeySteps own;

    @Inject
    Http http;

    @Inject
    Secrets secrets;

    @Inject
    Policies policies;

    private Person operator;
    private Fixtures.Organisation customer;

    /** What became of it. */
    private record Told(
            boolean byAcquisitionPassword,
            boolean oldOneGood,
            @Nullable Instant end,
            Instant issued,
            String quota) {}

    @BeforeEach
    void aCustomer() {
        operator = given.operator("Service Desk");
        customer = given.tenant("customer")
                .withCode("50670067")
                .withPreset("bank-fx")
                .withLicences(6);
    }

    @Test
    void at67TheSameFlowFollowsThePreset() throws Exception {
        Told fx = flow("bank-fx", "967000001").orElseThrow();
        assertThat(fx.byAcquisitionPassword()).isTrue();
        assertThat(fx.oldOneGood()).as("good to its end").isTrue();
        assertThat(fx.end())
                .as("to the second")
                .isEqualTo(yearAfter(fx.issued()).minusSeconds(1));
        assertThat(fx.quota()).isEqualTo("PER_SUBJECT");

        Told corporate = flow("bank-corporate", "9670002").orElseThrow();
        assertThat(corporate.byAcquisitionPassword())
                .as("the browser makes the key")
                .isFalse();
        assertThat(corporate.oldOneGood()).as("superseded at once").isFalse();
        assertThat(corporate.end())
                .satisfies(end -> assertThat(Optional.ofNullable(end)
                                .orElseThrow()
                                .atOffset(ZoneOffset.UTC)
                                .toLocalTime())
                        .isEqualTo(LocalTime.of(23, 59, 59)));
        assertThat(corporate.quota()).isEqualTo("PER_SUBJECT");

        // Nobody acquires for themselves: the administrator's job does, as far as there are licences, and nothing is
        // superseded.
        assertThat(flow("saas-groupware", "recipient-3")).isEmpty();
        int available = licences().getInt("available");
        assertThat(licences().getString("model")).isEqualTo("LICENCES");
        assertThat(available).isPositive();
        for (int i = 1; i <= available; i++) {
            Person client = customer.client("client_%06d".formatted(i));
            X509Certificate certificate = client.identity().certificate();
            assertThat(certificate.getNotAfter().toInstant())
                    .isEqualTo(yearAfter(certificate.getNotBefore().toInstant()).minusSeconds(1));
        }
        assertThat(licences().getInt("available")).isZero();
        assertThatThrownBy(() -> customer.client("client_999999")).hasMessageContaining("NO_LICENCE");
    }

    /** Somebody gets a certificate, renews it and logs in with the old one. Empty where the preset lets nobody do that. */
    private Optional<Told> flow(String preset, String loginId) throws Exception {
        Account account = customer.withLoginId(Role.ADMINISTRATOR, loginId, "Administrator of " + preset);
        QuarkusTransaction.requiringNew().run(() -> policies.assign(account.tenant(), preset, "{}"));
        secrets.set(Actor.PLATFORM, account, SecretKind.PIN, PASSWORD);
        Credentials credentials = applicant.given(account, PASSWORD);
        Response begun = applicant.acquire(credentials);
        boolean byPassword = begun.statusCode() == 201;
        Identity first;
        if (byPassword) {
            first = applicant.acquired(credentials);
        } else {
            is(begun, 401, "acquisition-failed");
            Response in = logIn(null, loginId);
            if (in.statusCode() != 201) {
                return Optional.empty();
            }
            first = own.inSession(null, in.path("token"));
        }
        Certificate present = applicant.certificates(account).getFirst();
        applicant.ends(present, Instant.now().plus(Duration.ofDays(20)));
        Identity second;
        if (byPassword) {
            byte[] file = applicant
                    .renew(first, PASSWORD, null)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            assertThatThrownBy(() -> KeyFiles.opened(file, credentials.acquisitionPassword()))
                    .hasMessageContaining("password");
            second = Applicant.imported(file, PASSWORD);
        } else {
            Response in = logIn(first, null);
            in.then().statusCode(201);
            String token = in.path("token");
            if (in.path("state").equals("RESIDUAL_SESSION")) {
                own.as(first, token).post("/api/v1/session/re-login").then().statusCode(200);
            }
            second = own.inSession(first, token);
        }
        boolean oldOneGood = logIn(first, null).statusCode() == 201;
        if (!oldOneGood) {
            is(logIn(first, null), 401, "certificate-superseded");
        }
        logIn(second, null).then().statusCode(201);
        return Optional.of(new Told(
                byPassword,
                oldOneGood,
                second.certificate().getNotAfter().toInstant(),
                second.certificate().getNotBefore().toInstant(),
                licences().getString("model")));
    }

    private Response logIn(@Nullable Identity identity, @Nullable String loginId) {
        return own.logIn(identity, loginId, PASSWORD);
    }

    private JsonPath licences() {
        return http.as(operator)
                .get("/api/v1/tenants/{id}/licences", customer.id().toString())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Instant yearAfter(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
    }
}
