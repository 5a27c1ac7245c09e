package io.shomei.session;

import static io.shomei.account.secret.SecretKind.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.restassured.response.Response;
import io.shomei.jobs.RecurringJob;
import io.shomei.kernel.Role;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Proof;
import io.shomei.testing.AtOnce;
import io.shomei.testing.Fixtures;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Strangers;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An ID that is nobody's cannot be told from one that is somebody's, however often both are tried (C.3). */
@ShomeiTest
class NobodysLogInTest {
    @Inject
    Fixtures given;

    @Inject
    Door door;

    @Inject
    Strangers strangers;

    @Inject
    TestClock clock;

    @Inject
    @All
    List<RecurringJob> jobs;

    private Fixtures.Organisation bank;
    private String known;
    private String stranger;

    @BeforeEach
    void anIdOfSomebodyAndOneOfNobody() {
        bank = given.tenant("bank").withPreset("bank-fx").withPolicy("""
                {"auth": {"methods": [["ID", "PASSWORD"]]},
                 "lockout": {"threshold": 3, "temporary": "PT30M", "last": "UNTIL_UNLOCKED"}}""");
        known = "one-" + bank.id();
        door.chosen(bank.withLoginId(Role.USER, known, "One"), PASSWORD, "Abcd1234");
        stranger = stranger();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void itLocksAfterAsManyFailuresForAsLongAndForGood() {
        for (int attempt = 0; attempt < 4; attempt++) {
            assertAlike(attempt < 2 ? 401 : 423);
        }
        clock.advance(Duration.ofMinutes(31));
        for (int attempt = 0; attempt < 4; attempt++) {
            assertAlike(attempt < 2 ? 401 : 423);
        }
        clock.advance(Duration.ofDays(30));
        assertAlike(423);
    }

    /** AT-18 for nobody: of many at the same time no more are looked at than the threshold. */
    @Test
    void ofTwentyAtOnceNoMoreAreLookedAtThanTheThreshold() throws Exception {
        List<Integer> answers =
                AtOnce.times(20, () -> door.byId(stranger, "Wrong123").statusCode());
        assertThat(answers).hasSize(20).containsOnly(401, 423);
        assertThat(answers).filteredOn(status -> status == 401).hasSizeLessThan(3);
        Refusals.is(door.byId(stranger, "Wrong123"), 423, "secret-locked");
    }

    @Test
    void alsoTheLockTakesAsLong() {
        for (int i = 0; i < 3; i++) {
            assertAlike(i < 2 ? 401 : 423);
        }
        List<Long> ofKnown = new ArrayList<>();
        List<Long> ofUnknown = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ofKnown.add(millis(known));
            ofUnknown.add(millis(stranger));
        }
        assertThat(ofKnown).allMatch(millis -> millis >= 250);
        assertThat(ofUnknown).allMatch(millis -> millis >= 250);
        ofKnown.sort(null);
        ofUnknown.sort(null);
        assertThat(Math.abs(ofKnown.get(1) - ofUnknown.get(1))).isLessThan(100);
    }

    @Test
    void whatWasTypedIsNotKeptAndIsForgottenInTheEnd() throws Exception {
        for (int i = 0; i < 3; i++) {
            door.byId(stranger, "Wrong123");
        }
        assertThat(OwnerConnection.text("select count(*) from nobody_secret n where n::text like '%" + stranger + "%'"))
                .isEqualTo("0");
        clock.advance(Duration.ofDays(91));
        jobs.stream().filter(job -> job.name().equals("forgotten-nobodies")).forEach(RecurringJob::run);
        Refusals.is(door.byId(stranger, "Wrong123"), 401, "log-in-failed");
    }

    private void assertAlike(int status) {
        Response nobodys = door.byId(stranger, "Wrong123");
        assertThat(nobodys.statusCode()).isEqualTo(status);
        assertThat(document(nobodys)).isEqualTo(document(door.byId(known, "Wrong123")));
    }

    /** Without the request's id, and without the seconds until which it is locked. */
    private static Map<String, Object> document(Response answer) {
        Map<String, Object> document = answer.jsonPath().getMap("$");
        document.remove("instance");
        document.computeIfPresent(
                "errors", (_, errors) -> String.valueOf(errors).replaceAll("[0-9]+", "0"));
        return document;
    }

    private String stranger() {
        return strangers.of(
                bank.id(),
                (Policy policy) -> policy.auth().methods().stream()
                        .anyMatch(each -> each.contains(Proof.ID) && !each.contains(Proof.SITE_CERT)));
    }

    private long millis(String loginId) {
        long start = System.nanoTime();
        door.byId(loginId, "Wrong123");
        return (System.nanoTime() - start) / 1_000_000;
    }
}
