package io.shomei.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.restassured.path.json.JsonPath;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What ends in the coming year, and how often it will be renewed. */
@ShomeiTest
class ExpiryStatisticsTest {
    private static final String EXPIRY = "/api/v1/statistics/expiry";
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    private Person sato;

    @BeforeEach
    void serversOfTwoDomains() {
        Fixtures.Organisation tenant = given.tenant("a").withDomain("a.ac.jp").withDomain("lab.a.ac.jp");
        sato = tenant.officer("Hanako Sato");
        steps.issued(sato, tenant, "www.a.ac.jp");
        steps.issued(sato, tenant, "www.lab.a.ac.jp");
        steps.issued(sato, tenant, "db.lab.a.ac.jp");
    }

    @Test
    void theComingYearShowsWhatEndsAndHowOftenItWillBeRenewed() {
        JsonPath found = expiry(Map.of());
        assertThat(found.getList("weeks")).hasSize(53);
        // The officer's own log-in certificate is good for longer than that.
        assertThat(ending(found)).isEqualTo(3);
        assertThat(found.<Integer>getList("lifetimes")).containsExactly(200, 100, 47);
        List<List<Integer>> renewals = found.getList("months.renewals");
        assertThat(renewals).hasSize(36);
        int[] sums = IntStream.range(0, 3)
                .map(i -> renewals.stream().mapToInt(month -> month.get(i)).sum())
                .toArray();
        assertThat(sums[0]).isPositive().isLessThan(sums[1]);
        assertThat(sums[1]).isLessThan(sums[2]);
    }

    @Test
    void whatIsAskedForIsCountedAlone() {
        JsonPath all = expiry(Map.of());
        JsonPath lab = expiry(Map.of("domain", "lab.a.ac.jp"));
        assertThat(ending(lab)).isEqualTo(2);
        assertThat(scheduled(lab)).isPositive().isLessThan(scheduled(all));
        assertThat(ending(expiry(Map.of("kind", "SERVER")))).isEqualTo(3);
        // No other kind has lifetimes that are about to become shorter.
        JsonPath officers = expiry(Map.of("kind", "OFFICER"));
        assertThat(officers.getList("weeks")).hasSize(53);
        assertThat(ending(officers)).isZero();
        assertThat(scheduled(officers)).isZero();
        assertThat(ending(expiry(Map.of("domain", "lab.a.ac.jp", "kind", "OFFICER"))))
                .isZero();
        Refusals.is(http.as(sato).queryParam("kind", "X").get(EXPIRY), 400, "malformed-request");
    }

    @Test
    void weeksAndMonthsAreTablesForSpreadsheets() {
        LocalDate today = LocalDate.now(TOKYO);
        LocalDate end = today.plusWeeks(week(expiry(Map.of("kind", "SERVER"))));
        assertThat(ChronoUnit.DAYS.between(today, end)).isPositive();
        assertThat(csv(Map.of("kind", "SERVER")))
                .containsExactly(
                        "\uFEFFFirst day of the week,Domain,Kind of certificate,Ending",
                        end + ",a.ac.jp,SERVER,1",
                        end + ",lab.a.ac.jp,SERVER,2");
        List<String> months = csv(Map.of("by", "MONTH", "domain", "lab.a.ac.jp"));
        assertThat(months)
                .hasSize(37)
                .startsWith("\uFEFFMonth,Renewals as scheduled,Renewals under 200 days,Renewals under 100 days,"
                        + "Renewals under 47 days");
        assertThat(months.get(1)).startsWith(today.toString().substring(0, 7) + ",");
        http.as(sato)
                .get(EXPIRY + "/export")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("expiry.tsv"));
        Refusals.is(http.as(sato).queryParam("by", "YEAR").get(EXPIRY + "/export"), 400, "malformed-request");
    }

    @Test
    void theWeeksOfThePageAreTheSumsOfTheTablesLines() {
        Map<String, Integer> lines = csv(Map.of()).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .collect(Collectors.groupingBy(
                        cells -> cells[0], Collectors.summingInt(cells -> Integer.parseInt(cells[3]))));
        List<Map<String, Object>> weeks = expiry(Map.of()).getList("weeks.findAll { it.ending > 0 }");
        assertThat(lines).isNotEmpty();
        assertThat(weeks.stream().collect(Collectors.toMap(week -> (String) week.get("from"), week ->
                        (Integer) week.get("ending"))))
                .isEqualTo(lines);
    }

    private JsonPath expiry(Map<String, String> filter) {
        return http.as(sato)
                .queryParams(filter)
                .get(EXPIRY)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> csv(Map<String, String> wish) {
        byte[] file = http.as(sato)
                .header("Accept-Language", "en")
                .queryParam("format", "CSV")
                .queryParams(wish)
                .get(EXPIRY + "/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        return new String(file, StandardCharsets.UTF_8).lines().toList();
    }

    private static int ending(JsonPath found) {
        return found.getInt("weeks.ending.sum()");
    }

    private static int scheduled(JsonPath found) {
        return found.getInt("months.scheduled.sum()");
    }

    /** Which week it is in which something ends. */
    private static int week(JsonPath found) {
        return found.getInt("weeks.findIndexOf { it.ending > 0 }");
    }
}
