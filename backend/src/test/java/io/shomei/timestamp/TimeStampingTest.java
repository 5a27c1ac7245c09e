package io.shomei.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.runtime.ShutdownEvent;
import io.restassured.path.json.JsonPath;
import io.shomei.kernel.TenantId;
import io.shomei.pki.Digests;
import io.shomei.pki.TimeStampFailure;
import io.shomei.pki.TimeStampRefusal;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.web.Entrances;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What officers and operators are told about time stamps, and how they are counted. */
@ShomeiTest
class TimeStampingTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final byte[] DIGEST = Digests.sha256(new byte[] {7});

    @Inject
    Stamps stamps;

    @Inject
    TimeStampUsage usage;

    @Inject
    UsageRepository repository;

    @Inject
    TimeStampConfig config;

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Entrances entrances;

    @BeforeEach
    void awaitTrustedClock() {
        stamps.awaitTrustedClock();
    }

    @Test
    void anOfficerSeesTheOwnAddressAndWhatIsBehindIt() {
        var tenant = given.tenant("a");
        Person sato = tenant.officer("Hanako Sato");
        http.as(sato)
                .get("/api/v1/timestamp")
                .then()
                .statusCode(200)
                .body("service.url", equalTo(entrances.httpUrl() + "/tsa/" + tenant.code()))
                .body("service.secureUrl", equalTo(entrances.portalUrl() + "/tsa/" + tenant.code()))
                .body("service.policy", equalTo("2.25.1647338124028460184.2.1"))
                .body("service.accuracy", equalTo("PT1S"))
                .body("service.hashAlgorithms", contains("SHA-256", "SHA-384", "SHA-512"))
                .body("service.signatureAlgorithm", equalTo("SHA256withRSA"))
                .body("service.chain", hasSize(3))
                .body("service.chain[0].subject", equalTo("CN=Shomei Time Stamping,O=Shomei,C=JP"))
                .body("service.chain[0].key", equalTo("RSA 2048"))
                .body("usage.granted", equalTo(0))
                .body("usage.days", hasSize(0))
                .body("usage.tenants", nullValue())
                .body("usage.to", equalTo(LocalDate.now(TOKYO).toString()))
                .body("usage.from", equalTo(LocalDate.now(TOKYO).minusDays(29).toString()));
        Refusals.needs(http, tenant.user("Taro Yamada"), request -> request.get("/api/v1/timestamp"));
    }

    @Test
    void everybodySeesTheAddressThatIsEverybodys() {
        http.portal()
                .get("/api/v1/timestamp/service")
                .then()
                .statusCode(200)
                .body("url", equalTo(entrances.httpUrl() + "/tsa"))
                .body("chain", hasSize(3));
    }

    @Test
    void whatIsMadeAndRefusedIsCountedForTheTenantAlone() throws Exception {
        var a = given.tenant("counted");
        var b = given.tenant("other");
        Person sato = a.officer("Hanako Sato");
        Person suzuki = b.officer("Ichiro Suzuki");
        for (int i = 0; i < 3; i++) {
            stamps.granted("/tsa/" + a.code(), Stamps.request(DIGEST));
        }
        stamps.refused("/tsa/" + a.code(), new byte[1], TimeStampFailure.BAD_DATA_FORMAT);
        stamps.refused(
                "/tsa/" + a.code(), Stamps.request(DIGEST, "1.2.3").getEncoded(), TimeStampFailure.UNACCEPTED_POLICY);
        stamps.granted("/tsa/" + b.code(), Stamps.request(DIGEST));
        usage.flush();
        String today = LocalDate.now(TOKYO).toString();
        http.as(sato)
                .get("/api/v1/timestamp?from={day}&to={day}", today, today)
                .then()
                .statusCode(200)
                .body("usage.granted", equalTo(3))
                .body("usage.refused", equalTo(2))
                .body("usage.days", hasSize(1))
                .body("usage.days[0].day", equalTo(today))
                .body("usage.days[0].refusals.failure", contains("BAD_DATA_FORMAT", "UNACCEPTED_POLICY"))
                .body("usage.days[0].refusals.count", contains(1, 1));
        http.as(suzuki)
                .get("/api/v1/timestamp")
                .then()
                .body("usage.granted", equalTo(1))
                .body("usage.refused", equalTo(0));
        JsonPath all = http.as(given.operator("Service Desk"))
                .get("/api/v1/timestamp")
                .then()
                .statusCode(200)
                .body("service.url", equalTo(entrances.httpUrl() + "/tsa"))
                .body("usage.tenants.code", hasItem(a.code()))
                .body("usage.tenants.code", hasItem(b.code()))
                .extract()
                .jsonPath();
        Map<String, Object> ofA = all.getMap("usage.tenants.find { it.code == '" + a.code() + "' }");
        assertThat(ofA).containsEntry("granted", 3).containsEntry("refused", 2).containsEntry("id", a.id().toString());
        assertThat(all.getInt("usage.granted")).isGreaterThanOrEqualTo(4);
    }

    @Test
    void whatComesToNobodysAddressIsCountedForThePlatform() throws Exception {
        var terms = terms(TenantId.PLATFORM);
        long before = refused(terms);
        byte[] request = Stamps.request(DIGEST).getEncoded();
        stamps.refused("/tsa/NOBODY-AT-ALL", request, TimeStampFailure.BAD_REQUEST);
        usage.flush();
        assertThat(refused(terms)).isGreaterThan(before);
    }

    @Test
    void anotherRangeOfDaysMayBeAskedFor() {
        Person sato = given.tenant("a").officer("Hanako Sato");
        http.as(sato)
                .get("/api/v1/timestamp?from=2027-01-01&to=2027-12-31")
                .then()
                .statusCode(200)
                .body("usage.from", equalTo("2027-01-01"))
                .body("usage.to", equalTo("2027-12-31"));
        for (String range : List.of("from=2027-02-01&to=2027-01-31", "from=2027-01-01&to=2028-01-03", "from=soon")) {
            Refusals.is(http.as(sato).get("/api/v1/timestamp?" + range), 400, "malformed-request");
        }
    }

    @Test
    void withoutTimeStampsInThePolicyTheRefusalSaysSo() {
        var tenant = given.tenant("without").withPolicy("{\"timestamp\":{\"enabled\":false}}");
        Refusals.is(http.as(tenant.officer("Hanako Sato")).get("/api/v1/timestamp"), 403, "time-stamps-not-offered");
    }

    @Test
    void nothingIsLostHoweverManyCountAtOnceAndSeveralCopiesWrite() throws Exception {
        var tenant = given.tenant("busy");
        TimeStampTerms terms = terms(tenant.id());
        TimeStampUsage otherCopy = new TimeStampUsage(repository, config);
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 8)
                    .forEach(worker -> many.submit(() -> {
                        for (int i = 0; i < 5_000; i++) {
                            (worker % 2 == 0 ? usage : otherCopy).countGranted(terms, Instant.now());
                            if (i % 500 == 0) {
                                (worker % 2 == 0 ? usage : otherCopy).flush();
                            }
                        }
                        return null;
                    }));
        }
        usage.flush();
        otherCopy.flush();
        LocalDate today = LocalDate.now(TOKYO);
        assertThat(usage.of(tenant.id(), today.minusDays(1), today).granted()).isEqualTo(40_000);
    }

    @Test
    void aCopyThatIsStoppedWritesDownWhatItCountedAndCountsNoMore() throws Exception {
        var tenant = given.tenant("stopping");
        TimeStampTerms terms = terms(tenant.id());
        TimeStampUsage copy = new TimeStampUsage(repository, config);
        copy.countGranted(terms, Instant.now());
        copy.end(new ShutdownEvent());
        LocalDate today = LocalDate.now(TOKYO);
        assertThat(usage.of(tenant.id(), today.minusDays(1), today).granted()).isEqualTo(1);
        assertThatThrownBy(() -> copy.countGranted(terms, Instant.now()))
                .isInstanceOfSatisfying(
                        TimeStampRefusal.class,
                        refusal -> assertThat(refusal.failure()).isEqualTo(TimeStampFailure.SYSTEM_FAILURE));
    }

    @Test
    void aDayBeginsInTheTenantsZone() throws Exception {
        var tenant = given.tenant("midnight");
        TimeStampTerms terms = terms(tenant.id());
        usage.countGranted(terms, Instant.parse("2027-03-31T14:59:59Z"));
        usage.countGranted(terms, Instant.parse("2027-03-31T15:00:00Z"));
        usage.flush();
        assertThat(usage.of(tenant.id(), LocalDate.parse("2027-03-31"), LocalDate.parse("2027-04-01"))
                        .days())
                .extracting(day -> day.day().toString())
                .containsExactly("2027-03-31", "2027-04-01");
    }

    @Test
    void theMetricsCountAnswersByOutcome() {
        stamps.granted("/tsa", Stamps.request(DIGEST));
        stamps.refused("/tsa", new byte[1], TimeStampFailure.BAD_DATA_FORMAT);
        String metrics = http.plain().get("/q/metrics").asString();
        assertThat(metrics)
                .contains("timestamp_answer_seconds_count{outcome=\"granted\"}")
                .contains("timestamp_answer_seconds_count{outcome=\"badDataFormat\"}")
                .contains("timestamp_clock_trusted 1.0")
                .contains("timestamp_clock_ahead_seconds{reference=\"database\"}")
                .contains("own_certificate_seconds_left{purpose=\"tsa\"}");
    }

    private long refused(TimeStampTerms terms) {
        LocalDate today = LocalDate.ofInstant(Instant.now(), terms.zone());
        return usage.of(terms.tenant(), today.minusDays(1), today).refused();
    }

    private static TimeStampTerms terms(TenantId tenant) {
        return new TimeStampTerms(tenant, TOKYO, true, "1.2.3", Duration.ofSeconds(1));
    }
}
