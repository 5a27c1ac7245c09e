package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.audit.Actor;
import io.shomei.pki.KeySpec;
import io.shomei.request.RegisteredSubject;
import io.shomei.request.RowErrorCode;
import io.shomei.tenant.TenantStates;
import io.shomei.testing.Csrs;
import io.shomei.testing.EveryTenant;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every number that officers can meet in a result, met once through the API. */
@ShomeiTest
class EveryRowErrorTest {
    @Inject
    Fixtures given;

    @Inject
    Steps steps;

    @Inject
    TenantStates states;

    @Inject
    RequestFileJob job;

    @Inject
    EveryTenant everyTenant;

    @Inject
    TestClock clock;

    private final Set<String> met = new TreeSet<>();

    @Test
    void everyNumberIsMet() {
        Fixtures.Organisation tenant =
                given.tenant("a").withDomain("a.ac.jp").withDomain("lapsed.ac.jp", Duration.ofDays(-1));
        Person sato = tenant.officer("Hanako Sato");
        SampleTenant sample = new SampleTenant(
                new RegisteredSubject("University a", "Tokyo", "Chiyoda-ku", "JP"), "a.ac.jp", "lapsed.ac.jp");
        meet(
                sato,
                "ISSUE",
                SampleFiles.serverIssueWithErrors(sample, new SecureRandom()).content());

        // What only the register knows.
        KeyPair key = Csrs.key(KeySpec.P256);
        JsonPath used = steps.apply(sato, Row.of(tenant, "used.a.ac.jp", key))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String serial = Steps.decimal(used);
        meet(sato, "ISSUE", Row.file(Row.of(tenant, "used.a.ac.jp"), Row.of(tenant, "other.a.ac.jp", key)));
        steps.revoke(sato, used.getString("id"), "SUPERSEDED").then().statusCode(201);
        meet(
                sato,
                "REVOKE",
                Row.file(
                        Row.revocation(tenant.dn("used.a.ac.jp"), serial, "4", ""),
                        Row.revocation(tenant.dn("used.a.ac.jp"), "1", "4", "①")));

        // What happens while a file is carried out.
        met.addAll(contractUsedUp());
        met.addAll(institutionSuspended());

        assertThat(met)
                .containsAll(Arrays.stream(RowErrorCode.values())
                        .map(RowErrorCode::number)
                        .toList());
    }

    private List<String> contractUsedUp() {
        Fixtures.Organisation tenant = given.tenant("a")
                .withDomain("a.ac.jp")
                .withPolicy("{\"quota\": {\"model\": \"LICENCES\"}}")
                .withLicences(1);
        Person sato = tenant.officer("Hanako Sato");

        JsonPath end = steps.carriedOut(sato, Row.file(Row.of(tenant, "a.a.ac.jp"), Row.of(tenant, "b.a.ac.jp")));

        return steps.codes(sato, end.getString("id")).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<String> institutionSuspended() {
        Fixtures.Organisation tenant = given.tenant("a").withDomain("a.ac.jp");
        Person sato = tenant.officer("Hanako Sato");
        String file =
                steps.uploaded(sato, Row.file(Row.of(tenant, "www.a.ac.jp"))).getString("id");
        everyTenant.update("""
                update request_file set state = 'RUNNING', submitted_at = now(),
                    submitted_by = uploaded_by, submitter = uploader, submitted_from = '127.0.0.1'
                where tenant_id = ?""", tenant.id().value());
        suspend(tenant);
        job.run(tenant.id() + "/" + file);
        states.resume(Actor.PLATFORM, tenant.id(), "in a test");
        clock.advance(Duration.ofMinutes(1));
        return steps.codes(sato, file).getFirst();
    }

    @Test
    void anInstitutionThatIsNotActiveHasNoRows() {
        Fixtures.Organisation tenant = given.tenant("a").withDomain("a.ac.jp");
        Person sato = tenant.officer("Hanako Sato");
        steps.uploaded(sato, Row.file(Row.of(tenant, "www.a.ac.jp")));
        suspend(tenant);

        Response refused = steps.upload(sato, "SKIP", "requests.tsv", Row.file(Row.of(tenant, "www.a.ac.jp")));

        Refusals.is(refused, 403, "tenant-not-active");
        assertThat(refused.jsonPath().getString("title")).contains("215");
    }

    private void suspend(Fixtures.Organisation tenant) {
        states.suspend(Actor.PLATFORM, tenant.id(), "in a test");
        // What is known of a tenant may be some seconds old.
        clock.advance(Duration.ofMinutes(1));
    }

    private void meet(Person officer, String operation, byte[] content) {
        JsonPath file = steps.uploaded(officer, "SERVER", operation, content);
        met.addAll(file.getList("errorCodes.code"));
    }
}
