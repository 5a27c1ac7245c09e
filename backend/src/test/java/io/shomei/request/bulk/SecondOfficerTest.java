package io.shomei.request.bulk;

import static io.shomei.testing.ClientSteps.mails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.specification.RequestSpecification;
import io.shomei.kernel.Right;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A second officer agrees to what is large. */
@ShomeiTest
class SecondOfficerTest {
    private static final String FILE = "/api/v1/request-files/{id}";
    private static final String APPROVAL = FILE + "/approval";
    private static final String SUBJECT = "申請ファイルが二人目の承認を待っています";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    LapsedFilesJob job;

    @Inject
    TestClock clock;

    private Fixtures.Organisation careful;
    private Person first;
    private Person second;

    @BeforeEach
    void twoOfficers() {
        careful = given.tenant("careful")
                .withDomain("careful.ac.jp")
                .withPolicy("{\"requestFile\":{\"fourEyesAbove\":1}}");
        first = careful.officer("Hanako Sato");
        second = careful.officer("Ichiro Ito");
    }

    @Test
    void aLargeFileIsCarriedOutWhenAnotherOfficerAgrees() {
        String large = proposed("a.careful.ac.jp", "b.careful.ac.jp");
        Refusals.is(http.as(first).post(APPROVAL, large), 403, "same-person");
        http.as(first)
                .get(FILE, large)
                .then()
                .body("state", equalTo("PROPOSED"))
                .body("mine", equalTo(true));
        http.as(second).get(FILE, large).then().body("mine", equalTo(false));
        http.as(second)
                .post(APPROVAL, large)
                .then()
                .statusCode(202)
                .body("submittedBy", equalTo("Hanako Sato"))
                .body("approvedBy", equalTo("Ichiro Ito"));
        assertThat(steps.awaitEnd(first, large).getLong("progress.done")).isEqualTo(2);
        Refusals.is(http.as(second).post(APPROVAL, large), 409, "request-file-not-proposed");
    }

    @Test
    void theOthersWhoMayApproveItAreToldOnce() {
        Mailbox.open();
        Person clients = careful.officer("Saburo Ono", Set.of(Right.CLIENT));
        proposed("k.careful.ac.jp", "l.careful.ac.jp");
        Mailbox.Received mail = mails(second.email(), SUBJECT, 1).getFirst();
        assertThat(mail.text()).contains("Ichiro Ito 様", "Hanako Sato さん", "requests.tsv", "行数: 2", "承認の期限: ");
        // One for each file; none to who confirmed it, nor to whom it is not for.
        proposed("m.careful.ac.jp", "n.careful.ac.jp");
        mails(second.email(), SUBJECT, 2);
        assertThat(Mailbox.to(first.email())).noneMatch(each -> each.subject().contains(SUBJECT));
        assertThat(Mailbox.to(clients.email())).noneMatch(each -> each.subject().contains(SUBJECT));
    }

    @Test
    void aSmallOneNeedsOneOfficer() {
        String small = steps.carriedOut(first, Row.file(Row.of(careful, "small.careful.ac.jp")))
                .getString("id");
        Refusals.is(http.as(second).post(APPROVAL, small), 409, "request-file-not-proposed");
    }

    @Test
    void whoeverDoesNotAgreeDiscardsIt() {
        String large = proposed("c.careful.ac.jp", "d.careful.ac.jp");
        http.as(second).delete(FILE, large).then().statusCode(204);
        http.as(first).get(FILE, large).then().body("state", equalTo("DISCARDED"));
        Refusals.is(http.as(second).post(APPROVAL, large), 409, "request-file-not-proposed");
    }

    @Test
    void aFileToWhichNobodyAgreesInTimeLapses() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        Instant end = now.plus(Duration.ofDays(14));
        clock.stopAt(now);
        String late = proposed("g.careful.ac.jp", "h.careful.ac.jp");
        String timely = proposed("i.careful.ac.jp", "j.careful.ac.jp");
        http.as(first).get(FILE, late).then().body("lapsesAt", equalTo(end.toString()));
        clock.stopAt(end.minusMillis(1));
        job.run();
        now(second).post(APPROVAL, timely).then().statusCode(202);
        clock.stopAt(end);
        // Before the sweep as after it.
        Refusals.is(now(second).post(APPROVAL, late), 409, "request-file-lapsed");
        job.run();
        Refusals.is(now(second).post(APPROVAL, late), 409, "request-file-lapsed");
        Refusals.is(now(second).delete(FILE, late), 409, "request-file-not-checked");
        now(second).get(FILE, late).then().body("state", equalTo("LAPSED")).body("finishedAt", equalTo(end.toString()));
        now(second)
                .queryParam("operation", "requestfile.lapse")
                .get("/api/v1/audit-events")
                .then()
                .body("items.targetId", contains(late));
    }

    /** In a session of this moment: one of days ago is over. */
    private RequestSpecification now(Person person) {
        return http.cert(person.identity()).header("Authorization", "Bearer " + http.logIn(person));
    }

    @Test
    void whoMay() {
        String large = proposed("e.careful.ac.jp", "f.careful.ac.jp");
        Person stranger = given.tenant("b").officer("Shiro Kato");
        Refusals.unknown(stranger, http, large, (request, id) -> request.post(APPROVAL, id));
        Refusals.needs(http, given.operator("Service Desk"), request -> request.post(APPROVAL, large));
        Person lists = careful.officer("Jiro Tanaka", Set.of(Right.LISTS));
        Refusals.notPermitted(http.as(lists).post(APPROVAL, large));
    }

    private String proposed(String host, String other) {
        String large = steps.uploaded(first, Row.file(Row.of(careful, host), Row.of(careful, other)))
                .getString("id");
        steps.submit(first, large).then().statusCode(202).body("state", equalTo("PROPOSED"));
        return large;
    }
}
