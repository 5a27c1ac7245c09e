package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.shomei.kernel.RequestFileId;
import io.shomei.testing.EveryTenant;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files as they are carried out: rows that fail, and work that begins again after a crash. */
@ShomeiTest
class RequestFileJobTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    TestClock clock;

    @Inject
    RequestFileJob job;

    @Inject
    RequestFileRepository files;

    @Inject
    EveryTenant everyTenant;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void aNameThatSomebodyWasFasterWithFailsItsRowOnly() {
        String file = steps.uploaded(sato, Row.file(Row.of(tenant, "www.a.ac.jp"), Row.of(tenant, "mail.a.ac.jp")))
                .getString("id");
        steps.issued(sato, tenant, "www.a.ac.jp");
        steps.submit(sato, file).then().statusCode(202);
        JsonPath end = steps.awaitEnd(sato, file);
        assertThat(end.getString("state")).isEqualTo("DONE");
        assertThat(end.getLong("failed")).isEqualTo(1);
        assertThat(steps.codes(sato, file)).containsExactly(List.of("212"), List.of());
        http.as(sato)
                .queryParam("outcome", "FAILED")
                .get("/api/v1/request-files/{id}/rows", file)
                .then()
                .body("items", hasSize(1))
                .body("items[0].line", equalTo(1))
                .body("items[0].serial", nullValue());
        assertThat(operations()).contains("requestfile.row-refuse");
    }

    /** The job runs again after a crash: what has a certificate is not issued twice. */
    @Test
    void aJobThatRunsAgainIssuesNothingTwice() {
        JsonPath done = steps.carriedOut(sato, Row.file(Row.of(tenant, "www.a.ac.jp"), Row.of(tenant, "b.a.ac.jp")));
        String id = done.getString("id");
        var before = steps.rows(sato, id);
        RequestFile file = find(id);
        job.run(RequestFileJob.instance(file));
        assertThat(steps.rows(sato, id)).isEqualTo(before);
        // As if the process had died before it wrote the end down.
        rewind(file, "update request_file set state = 'RUNNING', finished_at = null where tenant_id = ? and id = ?");
        job.run(RequestFileJob.instance(file));
        assertThat(steps.rows(sato, id)).isEqualTo(before);
        assertThat(steps.file(sato, id).getLong("progress.done")).isEqualTo(2);
        assertThat(steps.file(sato, id).getString("state")).isEqualTo("DONE");
        assertThat(operations()).contains("requestfile.resume");
    }

    /** The process died between the intent and the certificate: the row is issued, and the lost signature is told of. */
    @Test
    void anIntentWithoutACertificateIsToldAsAbandonedAndTheRowIsIssued() {
        String id = uploaded("www.a.ac.jp");
        RequestFile file = find(id);
        var row = QuarkusTransaction.requiringNew()
                .call(() -> files.pendingRows(file.tenant(), file.id(), 0, 10))
                .getFirst();
        rewind(file, """
                update request_file set state = 'RUNNING', started_at = now(), submitted_at = now(),
                    submitted_by = uploaded_by, submitter = uploader, submitted_from = '127.0.0.1'
                where tenant_id = ? and id = ?""");
        intent(file, row.certificate().value(), "0123456789ABCDEF");
        job.run(RequestFileJob.instance(file));
        assertThat(steps.file(sato, id).getString("state")).isEqualTo("DONE");
        assertThat(steps.rows(sato, id).getFirst()).containsEntry("outcome", "DONE");
        assertThat(steps.rows(sato, id).getFirst().get("serial")).isNotEqualTo("0123456789ABCDEF");
        http.as(sato)
                .queryParam("operation", "certificate.abandon")
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].detail.serial", equalTo("0123456789ABCDEF"));
    }

    @Test
    void aDeadlineThatPassedMeanwhileFailsTheRow() {
        Fixtures.Organisation soon = given.tenant("c").withDomain("c.ac.jp", Duration.ofMinutes(10));
        Person officer = soon.officer("Hanako Sato");
        String id =
                steps.uploaded(officer, Row.file(Row.of(soon, "www.c.ac.jp"))).getString("id");
        RequestFile file = QuarkusTransaction.requiringNew()
                .call(() -> files.findFile(soon.id(), RequestFileId.parse(id).orElseThrow()))
                .orElseThrow();
        rewind(file, """
                update request_file set state = 'RUNNING', submitted_at = now(),
                    submitted_by = uploaded_by, submitter = uploader, submitted_from = '127.0.0.1'
                where tenant_id = ? and id = ?""");
        clock.advance(Duration.ofMinutes(11));
        job.run(RequestFileJob.instance(file));
        assertThat(steps.codes(officer, id)).containsExactly(List.of("225"));
        assertThat(steps.file(officer, id).getLong("failed")).isEqualTo(1);
    }

    private RequestFile find(String id) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        files.findFile(sato.tenant(), RequestFileId.parse(id).orElseThrow()))
                .orElseThrow();
    }

    private void rewind(RequestFile file, String statement) {
        everyTenant.update(statement, file.tenant().value(), file.id().value());
    }

    private void intent(RequestFile file, java.util.UUID certificate, String serial) {
        everyTenant.update(
                "insert into signing_intent (certificate_id, serial, authority, tenant_id, tbs_sha256, created_at)"
                        + " values (?, ?, 'server-p256', ?, 'x', now())",
                certificate,
                serial,
                file.tenant().value());
    }

    private String uploaded(String host) {
        return steps.uploaded(sato, Row.file(Row.of(tenant, host))).getString("id");
    }

    private List<String> operations() {
        return http.as(sato)
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .extract()
                .path("items.operation");
    }
}
