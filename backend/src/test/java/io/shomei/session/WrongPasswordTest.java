package io.shomei.session;

import static io.shomei.account.secret.SecretKind.PASSWORD;
import static io.shomei.account.secret.SecretKind.PIN;
import static io.shomei.testing.Refusals.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.shomei.account.Account;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.Role;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Proof;
import io.shomei.testing.AtOnce;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Strangers;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a wrong password or PIN counts, when it locks, and that an unknown ID is answered like it. */
@ShomeiTest
class WrongPasswordTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Door door;

    @Inject
    Secrets secrets;

    @Inject
    TestClock clock;

    @Inject
    Strangers strangers;

    /** AT-16, AT-17: consecutive failures lock, and a success begins anew. */
    @Test
    void at16And17ThreeFailuresInARowLock() {
        Person one = door.bankUser("900000016", "Abcd1234");
        for (int i = 0; i < 2; i++) {
            is(door.byCertificate(one.identity(), "Wrong123"), 401, "log-in-failed");
        }
        door.enter(one.identity(), door.byCertificate(one.identity(), "Abcd1234"));
        for (int i = 0; i < 2; i++) {
            is(door.byCertificate(one.identity(), "Wrong123"), 401, "log-in-failed");
        }
        is(door.byCertificate(one.identity(), "Wrong123"), 423, "secret-locked");
        Response locked = door.byCertificate(one.identity(), "Abcd1234");
        is(locked, 423, "secret-locked");
        locked.then().body("errors.code", contains("OPERATOR"));
    }

    /** AT-18: of many at the same time no more are looked at than the threshold. */
    @Test
    void at18ParallelAttemptsGetNoFurther() throws Exception {
        Person one = door.bankUser("900000018", "Abcd1234");
        List<Integer> answers = AtOnce.times(
                20, () -> door.byCertificate(one.identity(), "Wrong123").statusCode());
        // The one that locks says so, too.
        assertThat(answers).hasSize(20).filteredOn(status -> status == 401).hasSizeLessThan(3);
        assertThat(answers).containsOnly(401, 423);
        is(door.byCertificate(one.identity(), "Abcd1234"), 423, "secret-locked");
    }

    /** AT-40: nobody's PIN is so short or so long, so it does not count. */
    @Test
    void at40APinOfAnotherLengthIsRefusedWithoutCounting() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-corporate");
        Account account = door.chosen(bank.withLoginId(Role.USER, "9000140", "One"), PIN, "482913");
        Person one = bank.certified(account);
        http.cert(one.identity())
                .get("/api/v1/session/entrance")
                .then()
                .body("methods.size()", equalTo(1))
                .body("methods[0].proofs", contains("CERT", "PIN"))
                .body("methods[0].ready", equalTo(true))
                .body("methods[0].secret.minLength", equalTo(4))
                .body("methods[0].secret.maxLength", equalTo(12));
        is(door.byCertificate(one.identity(), "123"), 401, "log-in-failed");
        is(door.byCertificate(one.identity(), "1234567890123"), 401, "log-in-failed");
        assertThat(door.failures(account, PIN)).isZero();
        is(door.byCertificate(one.identity(), "1234"), 401, "log-in-failed");
        assertThat(door.failures(account, PIN)).isOne();
    }

    /** AT-42: at the policy's threshold the PIN is locked, and whoever may unlock it is named. */
    @Test
    void at42WrongPinsLockAndTheAnswerSaysWhoUnlocks() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-corporate");
        Account user = door.chosen(bank.withLoginId(Role.USER, "9000142", "One"), PIN, "482913");
        Account admin = door.chosen(bank.withLoginId(Role.ADMINISTRATOR, "50000142", "Two"), PIN, "482913");
        for (int i = 0; i < 4; i++) {
            is(door.byId("9000142", "111111"), 401, "log-in-failed");
            is(door.byId("50000142", "111111"), 401, "log-in-failed");
        }
        door.byId("9000142", "111111")
                .then()
                .statusCode(423)
                .body("errors.code", contains("TENANT_ADMINISTRATOR", "OPERATOR"));
        door.byId("50000142", "111111").then().statusCode(423).body("errors.code", contains("OPERATOR"));
        secrets.unlock(Actor.PLATFORM, user, PIN);
        door.byId("9000142", "482913").then().statusCode(201);
        assertThat(door.failures(admin, PIN)).isEqualTo(5);
    }

    @Test
    void aLockThatPassesTellsWhen() {
        Fixtures.Organisation company = given.tenant("saas").withPreset("saas-groupware");
        Account account =
                door.chosen(company.withLoginId(Role.ADMINISTRATOR, "saas.locked", "One"), PASSWORD, "Abcd1234");
        var site = company.site();
        for (int i = 0; i < 9; i++) {
            is(door.byId(site, "saas.locked", "Wrong123"), 401, "log-in-failed");
        }
        door.byId(site, "saas.locked", "Wrong123")
                .then()
                .statusCode(423)
                .body("errors.code", contains("TIME", "OPERATOR"));
        clock.advance(Duration.ofMinutes(30));
        door.byId(site, "saas.locked", "Abcd1234").then().statusCode(201);
        assertThat(door.failures(account, PASSWORD)).isZero();
    }

    /** One message and one duration, whoever it is (C.3). */
    @Test
    void anUnknownIdIsAnsweredLikeAWrongPassword() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-corporate");
        door.chosen(bank.withLoginId(Role.USER, "9000199", "One"), PIN, "482913");
        Account gone = door.chosen(bank.withLoginId(Role.USER, "9000198", "Two"), PIN, "482913");
        assertThat(gone.isActive()).isTrue();
        Predicate<Policy> byId = policy -> policy.auth().methods().stream()
                .anyMatch(each -> each.contains(Proof.ID) && !each.contains(Proof.SITE_CERT));
        String nobodys = strangers.of(bank.id(), byId);
        assertThat(document(door.byId(strangers.of(bank.id(), byId), "111111")))
                .isEqualTo(document(door.byId("9000199", "111111")));
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            known.add(millis(() -> door.byId("9000198", "111111")));
            unknown.add(millis(() -> door.byId(nobodys, "111111")));
        }
        Collections.sort(known);
        Collections.sort(unknown);
        // Both wait for the same moment; what is left is the way there and back.
        assertThat(known.getFirst()).isGreaterThanOrEqualTo(250);
        assertThat(unknown.getFirst()).isGreaterThanOrEqualTo(250);
        assertThat(Math.abs(known.get(1) - unknown.get(1))).isLessThan(100);
    }

    private static Map<String, Object> document(Response answer) {
        is(answer, 401, "log-in-failed");
        Map<String, Object> document = answer.jsonPath().getMap("$");
        document.remove("instance");
        return document;
    }

    private static long millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
