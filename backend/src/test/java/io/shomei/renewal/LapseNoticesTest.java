package io.shomei.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.Entitlements;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.Role;
import io.shomei.testing.Fixtures;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who does not make use of what lets them acquire a certificate is told some days before that lapses. */
@ShomeiTest
class LapseNoticesTest {
    private static final AtomicInteger IDS = new AtomicInteger(770_460_000);
    private static final String PERSON = "acquisition-lapsing";
    private static final String ADMINISTRATOR = "acquisitions-lapsing";

    @Inject
    Fixtures given;

    @Inject
    Secrets secrets;

    @Inject
    Entitlements entitlements;

    @Inject
    Accounts accounts;

    @Inject
    LapseNotices notices;

    @Inject
    TestClock clock;

    private Fixtures.Organisation organisation;
    private Account administrator;
    private Account user;

    @BeforeEach
    void peopleOfABank() {
        people("bank-fx", "{}");
    }

    @Test
    void anAcquisitionPasswordIsToldOfOnce() throws Exception {
        secrets.issue(Actor.PLATFORM, user, SecretKind.ACQUISITION_PASSWORD);
        onDay(75);
        assertThat(told(user, PERSON)).isZero();
        onDay(77);
        onDay(78);
        assertThat(told(user, PERSON)).isEqualTo(1);
        assertThat(told(administrator, ADMINISTRATOR)).isEqualTo(1);
        assertThat(told(administrator, PERSON)).isZero();
        assertThat(facts(user, PERSON)).contains("\"days\": \"13\"", "\"password\": \"true\"");
        assertThat(facts(administrator, ADMINISTRATOR)).contains(user.loginId(), user.name());
        // Another one is told of in its own time.
        secrets.issue(Actor.PLATFORM, user, SecretKind.ACQUISITION_PASSWORD);
        onDay(79);
        assertThat(told(user, PERSON)).isEqualTo(1);
    }

    @Test
    void afterAPauseItIsToldAsLongAsThereIsTimeLeft() throws Exception {
        secrets.issue(Actor.PLATFORM, user, SecretKind.ACQUISITION_PASSWORD);
        secrets.issue(Actor.PLATFORM, administrator, SecretKind.ACQUISITION_PASSWORD);
        onDay(91);
        assertThat(told(user, PERSON)).isZero();
        onDay(89);
        assertThat(told(user, PERSON)).isEqualTo(1);
        // Nobody is told twice of what is their own.
        assertThat(told(administrator, PERSON)).isEqualTo(1);
        assertThat(told(administrator, ADMINISTRATOR)).isEqualTo(1);
    }

    @Test
    void whatWasUsedInTimeIsNotToldOf() throws Exception {
        secrets.issue(Actor.PLATFORM, user, SecretKind.ACQUISITION_PASSWORD);
        QuarkusTransaction.requiringNew().run(() -> secrets.keep(user, SecretKind.ACQUISITION_PASSWORD));
        onDay(80);
        assertThat(told(user, PERSON)).isZero();
    }

    @Test
    void anEntitlementIsToldOfOnceAndNotAfterTheAcquisition() throws Exception {
        people("bank-corporate", "{}");
        entitle(user);
        Account other = given(Role.USER, "Jiro Mori");
        entitle(other);
        organisation.certified(other);
        onDay(75);
        assertThat(told(user, PERSON)).isZero();
        onDay(77);
        onDay(78);
        assertThat(told(user, PERSON)).isEqualTo(1);
        assertThat(told(other, PERSON)).isZero();
        assertThat(told(administrator, ADMINISTRATOR)).isEqualTo(1);
        assertThat(facts(user, PERSON)).contains("\"days\": \"13\"").doesNotContain("password");
        // Whoever is let again is told again.
        clock.at(Duration.ofDays(80), () -> {
            entitle(user);
            return null;
        });
        onDay(81);
        assertThat(told(user, PERSON)).isEqualTo(1);
        onDay(80 + 77);
        assertThat(told(user, PERSON)).isEqualTo(2);
    }

    @Test
    void thePolicySaysWhetherPeopleAreTold() throws Exception {
        people("bank-fx", "{\"enrolment\":{\"lapseNotice\":null}}");
        secrets.issue(Actor.PLATFORM, user, SecretKind.ACQUISITION_PASSWORD);
        onDay(80);
        assertThat(told(user, PERSON)).isZero();
    }

    private void people(String preset, String policy) {
        organisation = given.tenant("lapse").withPreset(preset).withPolicy(policy);
        administrator = given(Role.ADMINISTRATOR, "Ichiro Sato");
        user = given(Role.USER, "Taro Yamada");
    }

    private Account given(Role role, String name) {
        return organisation.withLoginId(role, String.valueOf(IDS.incrementAndGet()), name);
    }

    private void entitle(Account account) {
        QuarkusTransaction.requiringNew()
                .run(() -> entitlements.entitle(accounts.lock(account), false, Actor.PLATFORM));
    }

    private void onDay(int days) {
        clock.at(Duration.ofDays(days), () -> {
            notices.sendDue(organisation.id());
            return null;
        });
    }

    /** What the mail of a kind tells somebody. */
    private static String facts(Account account, String kind) throws SQLException {
        return OwnerConnection.text(
                "select facts from notice where recipient = '%s' and kind = '%s'".formatted(account.email(), kind));
    }

    /** Mails of a kind that somebody got or will get. */
    private static long told(Account account, String kind) throws SQLException {
        return Long.parseLong(OwnerConnection.text(
                "select count(*) from notice where recipient = '%s' and kind = '%s'".formatted(account.email(), kind)));
    }
}
