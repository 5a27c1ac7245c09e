package io.shomei.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.shomei.database.TenantScope;
import io.shomei.jobs.RecurringJob;
import io.shomei.kernel.Right;
import io.shomei.pki.KeySpec;
import io.shomei.testing.ClientRows;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ShomeiTest
class StatisticsTest {
    private static final String CERTIFICATES = "/api/v1/statistics/certificates";
    private static final String EXPORT = CERTIFICATES + "/export";
    private static final String EXPIRY = "/api/v1/statistics/expiry";
    private static final String EXPIRY_EXPORT = EXPIRY + "/export";
    private static final String DAYS = "/api/v1/statistics/days";
    private static final String DAYS_EXPORT = DAYS + "/export";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    TestClock clock;

    @Inject
    TenantScope scope;

    @Any
    @Inject
    Instance<RecurringJob> jobs;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp").withDomain("lab.a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void eachDomainAndKindHasItsCounts() {
        String www = steps.issued(sato, tenant, "www.a.ac.jp").getString("id");
        steps.issued(sato, tenant, "mail.a.ac.jp");
        steps.issued(sato, tenant, "db.lab.a.ac.jp");
        steps.revoke(sato, www, "SUPERSEDED").then().statusCode(201);
        steps.waiting(sato, tenant, "new.lab.a.ac.jp");

        JsonPath found = certificates(sato, Map.of("kind", "SERVER"));
        assertThat(group(found, "a.ac.jp")).containsExactlyInAnyOrderEntriesOf(counts(2, 2, 0, 1, 0, 0, 1));
        assertThat(group(found, "lab.a.ac.jp")).containsExactlyInAnyOrderEntriesOf(counts(2, 2, 0, 0, 0, 1, 2));
        assertThat(found.<String, Integer>getMap("total"))
                .containsExactlyInAnyOrderEntriesOf(counts(4, 4, 0, 1, 0, 1, 3));
        assertThat(found.getList("months")).hasSize(12);
        assertThat(found.getInt("months[11].validAtEnd")).isEqualTo(3);
        // The officer's own log-in certificate is of no domain.
        JsonPath own = certificates(sato, Map.of("kind", "OFFICER"));
        assertThat(own.getString("groups[0].domain")).isNull();
        assertThat(own.getInt("total.valid")).isOne();
    }

    @Test
    void whatEndsIsCountedAsExpiredFromTheNextDayOn() {
        steps.issued(sato, tenant, "www.a.ac.jp");
        LocalDate end = LocalDate.ofInstant(
                Instant.parse(http.as(sato)
                        .get("/api/v1/certificates?kind=SERVER")
                        .jsonPath()
                        .getString("items[0].notAfter")),
                TOKYO);
        clock.stopAt(end.atTime(12, 0).atZone(TOKYO).toInstant());
        assertThat(certificates(tenant.officer("Noon"), Map.of("kind", "SERVER"))
                        .getInt("total.valid"))
                .isOne();
        clock.stopAt(end.plusDays(1).atTime(0, 1).atZone(TOKYO).toInstant());
        JsonPath next = certificates(
                tenant.officer("Midnight"),
                Map.of("kind", "SERVER", "from", YearMonth.from(end).toString()));
        assertThat(next.getInt("total.valid")).isZero();
        assertThat(next.getInt("total.expired")).isOne();
        assertThat(next.getInt("total.issued")).isZero();
        assertThat(next.<Integer>getList("months.validAtEnd").getLast()).isZero();
    }

    @Test
    void countsAreWhatTheRegisterSaysWhateverHappened() {
        Random random = new Random(20_270_401);
        List<String> hosts = IntStream.range(0, 12)
                .mapToObj(i -> "h" + i + (i % 3 == 0 ? ".lab" : "") + ".a.ac.jp")
                .toList();
        List<String> ids = hosts.stream()
                .map(host -> random.nextInt(3) == 0
                        ? steps.waiting(sato, tenant, host).certificate()
                        : steps.issued(sato, tenant, host).getString("id"))
                .toList();
        for (int i = 0; i < 40; i++) {
            String id = ids.get(random.nextInt(ids.size()));
            switch (random.nextInt(5)) {
                case 0 -> steps.revoke(sato, id, "SUPERSEDED");
                case 1 -> change("collected_at = now()", id);
                case 2 -> change("renewed_by = '" + ids.get(random.nextInt(ids.size())) + "'", id);
                case 3 -> run("statistics-add-up");
                default -> change("not_after = not_after - interval '" + random.nextInt(60) + " hours'", id);
            }
        }
        assertThat(beforeTheyAreCountedAnew()).isEqualTo(counted());
        QuarkusTransaction.requiringNew()
                .run(() -> scope.in(tenant.id())
                        .update(
                                "update tenant set time_zone = 'America/New_York' where id = ?",
                                tenant.id().value()));
        assertThat(beforeTheyAreCountedAnew()).isEqualTo(counted()).isNotEmpty();
    }

    @Test
    void nothingIsLostOrCountedTwiceWhileChangesAreAddedUp() throws Exception {
        List<String> ids = IntStream.range(0, 24)
                .mapToObj(i -> steps.issued(sato, tenant, "p" + i + ".a.ac.jp").getString("id"))
                .toList();
        try (ExecutorService executor = Executors.newFixedThreadPool(6)) {
            Stream<Callable<Object>> work = Stream.concat(
                    ids.stream()
                            .map(id -> () ->
                                    steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201)),
                    IntStream.range(0, 24).mapToObj(i -> () -> {
                        run("statistics-add-up");
                        return i;
                    }));
            for (Future<Object> each : executor.invokeAll(work.toList())) {
                each.get();
            }
        }
        assertThat(certificates(sato, Map.of("kind", "SERVER")).<String, Integer>getMap("total"))
                .containsExactlyInAnyOrderEntriesOf(counts(24, 24, 0, 24, 0, 0, 0));
        assertThat(beforeTheyAreCountedAnew()).isEqualTo(counted());
    }

    @Test
    void applicationsOfAFileAreCountedWhenItIsSubmitted() {
        byte[] file = Row.file(Row.of(tenant, "one.a.ac.jp"), Row.of(tenant, "two.lab.a.ac.jp"));
        JsonPath uploaded = steps.uploaded(sato, file);
        assertThat(certificates(sato, Map.of("kind", "SERVER")).getInt("total.applied"))
                .isZero();
        steps.submit(sato, uploaded.getString("id"));
        JsonPath found = certificates(sato, Map.of("kind", "SERVER", "domain", "lab.a.ac.jp"));
        assertThat(found.getInt("total.applied")).isOne();
        assertThat(found.getList("groups")).hasSize(1);
    }

    @Test
    void whatWasAppliedForStandsWhereItIsIssued() {
        Row person = ClientRows.of(tenant, "Taro Tanaka", ClientRows.P12).with(Row.EMAIL, "admin@lab.a.ac.jp");
        Row mailbox = ClientRows.of(tenant, "Jiro Mori", ClientRows.P12)
                .with(Row.PROFILE, "18")
                .with(Row.EMAIL, "admin@a.ac.jp")
                .with(ClientRows.HOLDER_EMAIL, "jiro@lab.a.ac.jp");
        Row stranger = ClientRows.of(tenant, "Saburo Ito", ClientRows.P12);
        steps.carriedOut(sato, "CLIENT", "ISSUE", Row.file(person, mailbox, stranger));
        String signer = tenant.dn("Signer");
        Row code = Row.of(signer, "", Csrs.base64(signer, Csrs.key(KeySpec.P256)))
                .with(Row.PROFILE, "9")
                .with(Row.EMAIL, "code@lab.a.ac.jp");
        steps.carriedOut(sato, "CODE_SIGNING", "ISSUE", Row.file(code));
        JsonPath found = certificates(sato, Map.of());
        for (String each : List.of("CLIENT lab.a.ac.jp", "SMIME a.ac.jp", "CODE_SIGNING lab.a.ac.jp", "CLIENT null")) {
            String group = "groups.find { it.kind + ' ' + it.domain == '" + each + "' }.counts.";
            assertThat(found.getInt(group + "applied")).as(each).isOne();
            assertThat(found.getInt(group + "issued")).as(each).isOne();
        }
        assertThat(beforeTheyAreCountedAnew()).isEqualTo(counted());
    }

    @Test
    void aMonthThatIsNoneOrInTheFutureIsRefused() {
        String next = YearMonth.from(LocalDate.ofInstant(clock.instant(), TOKYO))
                .plusMonths(1)
                .toString();
        for (Map<String, String> wrong : List.of(
                Map.of("to", next),
                Map.of("from", "2027-13"),
                Map.of("from", "1999-01"),
                Map.of("from", "2026-05", "to", "2026-04"))) {
            Refusals.is(http.as(sato).queryParams(wrong).get(CERTIFICATES), 400, "malformed-request");
            Refusals.is(http.as(sato).queryParams(wrong).get(EXPORT), 400, "malformed-request");
            Refusals.is(http.as(sato).queryParams(wrong).get(DAYS_EXPORT), 400, "malformed-request");
        }
    }

    @Test
    void theTableIsForSpreadsheetsInTheEncodingOfTheTenant() {
        steps.issued(sato, tenant, "www.a.ac.jp");
        byte[] tsv = http.as(sato)
                .header("Accept-Language", "ja")
                .queryParam("kind", "SERVER")
                .get(EXPORT)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(tsv, Charset.forName("windows-31j")))
                .isEqualTo("ドメイン\t証明書の種別\t申請数\t発行数\t更新数\t失効数\t期限切れ数\t取得待ち数（現在）\t有効数（現在）\r\n"
                        + "a.ac.jp\tSERVER\t1\t1\t0\t0\t0\t0\t1\r\n");
        byte[] csv = http.as(sato)
                .header("Accept-Language", "en")
                .queryParams(Map.of("kind", "SERVER", "format", "CSV", "by", "MONTH"))
                .get(EXPORT)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFMonth,Domain,Kind of certificate,Applied for,Issued,Renewed,Revoked,Expired\r\n"
                        + YearMonth.now(TOKYO) + ",a.ac.jp,SERVER,1,1,0,0,0\r\n");
    }

    @Test
    void anOperatorSeesAllTenantsOrOne() {
        steps.issued(sato, tenant, "www.a.ac.jp");
        Person operator = given.operator("Olivia Operator");
        String id = tenant.id().toString();
        assertThat(certificates(operator, Map.of("tenant", id, "kind", "SERVER"))
                        .getInt("total.valid"))
                .isOne();
        assertThat(certificates(operator, Map.of()).getInt("total.valid")).isGreaterThan(1);
        for (String path : List.of(EXPORT, EXPIRY, EXPIRY_EXPORT, DAYS, DAYS_EXPORT)) {
            http.as(operator).get(path).then().statusCode(200);
            http.as(operator).queryParam("tenant", id).get(path).then().statusCode(200);
        }
    }

    @Test
    void nobodySeesAnothersStatistics() {
        String others = given.tenant("b").officer("Other").tenant().toString();
        Person administrator = tenant.administrator("Admin");
        for (String path : List.of(CERTIFICATES, EXPORT, EXPIRY, EXPIRY_EXPORT, DAYS, DAYS_EXPORT)) {
            for (Person person : List.of(sato, administrator)) {
                http.as(person).get(path).then().statusCode(200);
                for (String unknown : List.of(others, UUID.randomUUID().toString(), "x")) {
                    Refusals.is(http.as(person).queryParam("tenant", unknown).get(path), 404, "not-found");
                }
            }
            Refusals.is(
                    http.as(given.operator("Olivia Operator"))
                            .queryParam("tenant", UUID.randomUUID())
                            .get(path),
                    404,
                    "not-found");
            Refusals.needs(http, tenant.user("User"), request -> request.get(path));
            Refusals.is(
                    http.as(tenant.officer("Without Lists", Set.of(Right.SERVER)))
                            .get(path),
                    403,
                    "not-permitted");
        }
    }

    private JsonPath certificates(Person person, Map<String, String> filter) {
        RequestSpecification request = http.as(person);
        return request.queryParams(filter)
                .get(CERTIFICATES)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Integer> group(JsonPath found, String domain) {
        return found.getMap("groups.find { it.domain == '" + domain + "' }.counts");
    }

    private static Map<String, Integer> counts(
            int applied, int issued, int renewed, int revoked, int expired, int waiting, int valid) {
        return Map.of(
                "applied", applied,
                "issued", issued,
                "renewed", renewed,
                "revoked", revoked,
                "expired", expired,
                "waiting", waiting,
                "valid", valid);
    }

    private void change(String assignment, String id) {
        QuarkusTransaction.requiringNew()
                .run(() -> scope.in(tenant.id())
                        .update(
                                "update certificate set " + assignment + " where tenant_id = ? and id = ?::uuid",
                                tenant.id().value(),
                                id));
    }

    private void run(String job) {
        jobs.stream().filter(each -> each.name().equals(job)).forEach(RecurringJob::run);
    }

    private Map<String, Long> counted() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<String, Long> counts = new TreeMap<>();
            scope.in(tenant.id())
                    .list(
                            "select concat_ws(' ', measure, day, domain, kind) as what, sum(count)::bigint as count"
                                    + " from v_statistics_count where tenant_id = ? group by 1 having sum(count) <> 0",
                            row -> Map.entry(row.getString("what"), row.getLong("count")),
                            tenant.id().value())
                    .forEach(each -> counts.put(each.getKey(), each.getValue()));
            return counts;
        });
    }

    /** What there was, before it is counted anew. */
    private Map<String, Long> beforeTheyAreCountedAnew() {
        Map<String, Long> before = counted();
        QuarkusTransaction.requiringNew()
                .run(() -> scope.in(tenant.id())
                        .one(
                                "select recount_certificates(?)",
                                row -> true,
                                tenant.id().value()));
        return before;
    }
}
