package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.shomei.audit.Actor;
import io.shomei.kernel.RequestFileId;
import io.shomei.request.CheckContexts;
import io.shomei.request.CheckedApplication;
import io.shomei.request.RowError;
import io.shomei.tenant.TenantStates;
import io.shomei.testing.ClientRows;
import io.shomei.testing.ClientSteps;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    RowWorks works;

    @Inject
    CheckContexts contexts;

    @Inject
    TenantStates states;

    @Inject
    ClientSteps clients;

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
        Instant ended = Instant.parse(end.getString("finishedAt"));
        http.as(sato)
                .queryParam("failedSince", ended.toString())
                .get("/api/v1/request-files")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(file)));
        http.as(sato)
                .queryParam("failedSince", ended.plusSeconds(1).toString())
                .get("/api/v1/request-files")
                .then()
                .body("items", equalTo(List.of()));
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
        submitted(file);
        clock.advance(Duration.ofMinutes(11));
        job.run(RequestFileJob.instance(file));
        assertThat(steps.codes(officer, id)).containsExactly(List.of("225"));
        assertThat(steps.file(officer, id).getLong("failed")).isEqualTo(1);
    }

    @Test
    void whatWasIssuedBeforeTheTenantWasSuspendedIsCollectedAndTheRestFails() throws Exception {
        tenant = clients.tenant();
        sato = tenant.officer("Hanako Sato");
        Row issued = ClientRows.of(tenant, "Before Stop", ClientRows.P12);
        Row left = ClientRows.of(tenant, "After Stop", ClientRows.P12).with(Row.EMAIL, issued.email());
        RequestFile file = find(clients.uploaded(sato, issued, left));
        submitted(file);
        carryOutFirstRow(find(file.id().toString()));
        states.suspend(Actor.PLATFORM, tenant.id(), "in a test");
        // What is known of a tenant may be some seconds old.
        clock.advance(Duration.ofMinutes(1));

        job.run(RequestFileJob.instance(file));

        states.resume(Actor.PLATFORM, tenant.id(), "in a test");
        clock.advance(Duration.ofMinutes(1));
        JsonPath end = steps.file(sato, file.id().toString());
        assertThat(end.getString("state")).isEqualTo("FAILED");
        assertThat(List.of(end.getLong("progress.done"), end.getLong("failed"))).containsExactly(2L, 1L);
        assertThat(steps.codes(sato, file.id().toString())).containsExactly(List.of(), List.of("215"));
        clients.collect(ClientSteps.holderToken(issued), clients.pin(issued))
                .then()
                .statusCode(200);
    }

    /** As far as the platform came before it stopped. */
    private void carryOutFirstRow(RequestFile file) {
        RequestFileRow first = QuarkusTransaction.requiringNew()
                .call(() -> files.pendingRows(file.tenant(), file.id(), 0, 1))
                .getFirst();
        RequestFileFormat format = RequestFileFormat.CLIENT_ISSUE;
        CheckedRow checked = format.check(
                first.line(),
                first.cells(),
                contexts.of(file.tenant(), file.kind().certificates()));
        CheckedApplication application = Objects.requireNonNull(checked.application());
        Map<Long, List<RowError>> failed = works.of(format)
                .carryOut(new RowBatch(
                        file,
                        format,
                        Actor.PLATFORM,
                        clock.instant().plus(Duration.ofDays(30)),
                        List.of(new RowBatch.Row(first.line(), first.certificate(), application, null)),
                        new RowBatch.Progress() {
                            @Override
                            public void entered(int rows) {
                                files.progressed(file.tenant(), file.id(), rows, 0);
                            }

                            @Override
                            public void done(List<Long> lines) {
                                throw new AssertionError("there is no row that leaves no certificate");
                            }
                        }));
        assertThat(failed).isEmpty();
    }

    private void submitted(RequestFile file) {
        rewind(file, """
                update request_file set state = 'RUNNING', submitted_at = now(),
                    submitted_by = uploaded_by, submitter = uploader, submitted_from = '127.0.0.1'
                where tenant_id = ? and id = ?""");
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
