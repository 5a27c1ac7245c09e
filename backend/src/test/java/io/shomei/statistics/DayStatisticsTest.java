package io.shomei.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.shomei.database.TenantScope;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What failed, day after day. */
@ShomeiTest
class DayStatisticsTest {
    private static final String DAYS = "/api/v1/statistics/days";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    TenantScope scope;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void failedLogInsAreCountedByDay() {
        refusedLogIn();
        assertThat(today("failedLogIns")).isOne();
        assertThat(today("undeliveredMails")).isZero();
    }

    @Test
    void aMailThatCouldNotBeDeliveredStandsAtItsDayUntilItIs() {
        UUID first = mail("3 days");
        UUID second = mail("3 days");
        state(first, "FAILED");
        state(second, "FAILED");
        state(second, "FAILED");
        assertThat(days().<Map<String, ?>>getList("days"))
                .containsExactly(Map.of(
                        "day", LocalDate.now(TOKYO).minusDays(3).toString(), "failedLogIns", 0, "undeliveredMails", 2));
        // Somebody has it sent once more.
        state(first, "WAITING");
        state(first, "SENT");
        assertThat(days().getInt("days[0].undeliveredMails")).isOne();
        state(second, "WAITING");
        assertThat(days().getList("days")).isEmpty();
    }

    @Test
    void theDaysMoveWithTheTimeZone() {
        UUID mail = mail("3 days");
        state(mail, "FAILED");
        change(
                "update tenant set time_zone = 'Pacific/Kiritimati' where id = ?",
                tenant.id().value());
        state(mail, "WAITING");
        assertThat(days().getList("days")).isEmpty();
    }

    @Test
    void theTableHasALineForEachDayOfItsMonths() {
        refusedLogIn();
        state(mail("0 days"), "FAILED");
        state(mail("500 days"), "FAILED");
        byte[] csv = http.as(sato)
                .header("Accept-Language", "en")
                .queryParam("format", "CSV")
                .get(DAYS + "/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFDay,Failed log-ins,Mails not delivered\r\n" + LocalDate.now(TOKYO) + ",1,1\r\n");
        LocalDate then = LocalDate.now(TOKYO).minusDays(500);
        byte[] tsv = http.as(sato)
                .header("Accept-Language", "en")
                .queryParam("from", then.toString().substring(0, 7))
                .queryParam("to", then.toString().substring(0, 7))
                .get(DAYS + "/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(new String(tsv, StandardCharsets.US_ASCII))
                .isEqualTo("Day\tFailed log-ins\tMails not delivered\r\n" + then + "\t0\t1\r\n");
    }

    private void refusedLogIn() {
        http.cert(tenant.certificateWithoutAccount("Nobody"))
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/session")
                .then()
                .statusCode(401);
    }

    private int today(String what) {
        return days().getInt("days.find { it.day == '" + LocalDate.now(TOKYO) + "' }." + what);
    }

    private JsonPath days() {
        return http.as(sato).get(DAYS).then().statusCode(200).extract().jsonPath();
    }

    /** One that nobody sends. */
    private UUID mail(String age) {
        UUID id = UUID.randomUUID();
        change("""
                insert into notice (tenant_id, id, kind, recipient, facts, state, attempts, created_at)
                values (?, ?, 'certificate-revoked', 'nobody@example.jp', '{}', 'WAITING', 1, now() - ?::interval)""", tenant.id().value(), id, age);
        return id;
    }

    private void state(UUID mail, String state) {
        change(
                "update notice set state = ? where tenant_id = ? and id = ?",
                state,
                tenant.id().value(),
                mail);
    }

    private void change(String statement, Object... parameters) {
        QuarkusTransaction.requiringNew()
                .run(() -> assertThat(scope.in(tenant.id()).update(statement, parameters))
                        .isOne());
    }
}
