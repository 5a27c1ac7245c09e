package io.shomei.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.ExpiryPlace;
import io.shomei.database.TenantScope;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Hook;
import io.shomei.testing.Http;
import io.shomei.testing.LargeRegister;
import io.shomei.testing.Mailbox;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices of what expires. */
@ShomeiTest
class ExpiryNoticesTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    ExpiryNotices notices;

    @Inject
    CertificateRegister register;

    @Inject
    LargeRegister large;

    @Inject
    TestClock clock;

    @Inject
    TenantScope scope;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp", Duration.ofDays(1_500));
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void eachStepIsToldOnceToTheSubscriberAdministratorAndTheOfficer_AT46() {
        String host = "steps.a.ac.jp";
        steps.issued(sato, tenant, host);
        ends(host, 61);
        notices.sendDue(tenant.id());
        assertThat(noticed(host)).isEmpty();
        for (int days : new int[] {60, 30, 10}) {
            ends(host, days);
            notices.sendDue(tenant.id());
            notices.sendDue(tenant.id());
            assertThat(Mailbox.await(address(host), "expires in " + days + " days")
                            .text())
                    .contains("CN=" + host, "次の証明書は、まもなく有効期限を迎えます", "更新できる期間");
            assertThat(Mailbox.await(sato.email(), "expire within " + days + " days")
                            .text())
                    .contains(host);
        }
        ends(host, 1);
        notices.sendDue(tenant.id());
        assertThat(noticed(host)).containsExactly("P60D", "P30D", "P10D");
        assertThat(Mailbox.to(address(host))).hasSize(3);
        assertThat(Mailbox.to(sato.email())).hasSize(3);
    }

    @Test
    void afterAPauseOnlyTheMostUrgentStepIsTold() {
        String host = "paused.a.ac.jp";
        steps.issued(sato, tenant, host);
        ends(host, 70);
        notices.sendDue(tenant.id());
        // Nothing ran for two months.
        ends(host, 9);
        change("update expiry_sweep set swept_until = swept_until - interval '61 days' where tenant_id = ?", id());
        notices.sendDue(tenant.id());
        assertThat(noticed(host)).containsExactly("P10D");
        assertThat(Mailbox.await(address(host), "expires in 9 days").text()).contains(host);
    }

    @Test
    void aStepBeforeTheFirstDayIsNoStep() {
        String host = "short.a.ac.jp";
        steps.issued(sato, tenant, host);
        ends(host, 40);
        change(
                "update certificate set issued_at = ? where tenant_id = ? and common_name = ?",
                clock.instant(),
                id(),
                host);
        notices.sendDue(tenant.id());
        assertThat(noticed(host)).isEmpty();
    }

    @Test
    void whatIsRevokedMutedOrReplacedIsNotTold() {
        String revoked = steps.issued(sato, tenant, "revoked.a.ac.jp").getString("id");
        steps.revoke(sato, revoked, "SUPERSEDED").then().statusCode(201);
        String muted = steps.issued(sato, tenant, "muted.a.ac.jp").getString("id");
        http.as(sato).put("/api/v1/certificates/{id}/mute", muted).then().statusCode(204);
        steps.issued(sato, tenant, "renewed.a.ac.jp");
        change("update certificate set renewed_by = id where tenant_id = ? and common_name = 'renewed.a.ac.jp'", id());
        steps.issued(sato, tenant, "told.a.ac.jp");
        for (String host : List.of("revoked.a.ac.jp", "muted.a.ac.jp", "renewed.a.ac.jp", "told.a.ac.jp")) {
            ends(host, 30);
        }
        notices.sendDue(tenant.id());
        assertThat(noticed("told.a.ac.jp")).containsExactly("P30D");
        assertThat(noticed("revoked.a.ac.jp")).isEmpty();
        assertThat(noticed("muted.a.ac.jp")).isEmpty();
        assertThat(noticed("renewed.a.ac.jp")).isEmpty();
        assertThat(Mailbox.await(sato.email(), "(1)").text())
                .contains("told.a.ac.jp")
                .doesNotContain("muted.a.ac.jp", "renewed.a.ac.jp", "revoked.a.ac.jp");
    }

    @Test
    void aSuccessorThatNobodyHasSilencesNothing() {
        Steps.Waiting revoked = succeeded("revoked.a.ac.jp");
        steps.revoke(sato, revoked.certificate(), "SUPERSEDED").then().statusCode(201);
        Steps.Waiting lapsed = succeeded("lapsed.a.ac.jp");
        change(
                "update certificate set collect_by = not_before where tenant_id = ? and id = ?",
                id(),
                UUID.fromString(lapsed.certificate()));
        succeeded("waiting.a.ac.jp");
        Steps.Waiting collected = succeeded("collected.a.ac.jp");
        http.portal()
                .contentType(ContentType.JSON)
                .body(Map.of("format", "PEM"))
                .post("/api/v1/enrolments/{token}/collection", collected.token())
                .then()
                .statusCode(200);
        notices.sendDue(tenant.id());
        assertThat(noticed("revoked.a.ac.jp")).containsExactly("P30D");
        assertThat(noticed("lapsed.a.ac.jp")).containsExactly("P30D");
        assertThat(noticed("waiting.a.ac.jp")).containsExactly("P30D");
        assertThat(noticed("collected.a.ac.jp")).isEmpty();
        assertThat(Mailbox.await(sato.email(), "(3)").text())
                .contains("revoked.a.ac.jp", "lapsed.a.ac.jp", "waiting.a.ac.jp")
                .doesNotContain("collected.a.ac.jp");
    }

    @Test
    void aLaterCertificateOfTheSameSubjectReplacesTheEarlierOne() {
        tenant.certificateWithoutAccount("Shiro Kato");
        ends("Shiro Kato", 30);
        tenant.certificateWithoutAccount("Shiro Kato");
        notices.sendDue(tenant.id());
        assertThat(noticed("Shiro Kato")).isEmpty();
        // The later one is revoked: the earlier one is what its holder has.
        change("""
                update certificate set revoked_at = not_before, revocation_reason = 'SUPERSEDED', revoked_by = 'test'
                where tenant_id = ? and common_name = 'Shiro Kato' and not_after > now() + interval '31 days'""", id());
        notices.sendDue(tenant.id());
        assertThat(noticed("Shiro Kato")).containsExactly("P30D");
    }

    @Test
    void holderAndAdministratorOfABankAreToldInTheirWords_AT47() {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-corporate");
        Person user = bank.user("Taro Yamada");
        Person administrator = bank.administrator("Jiro Suzuki");
        ends(bank, "Taro Yamada", 30);
        notices.sendDue(bank.id());
        String toUser = Mailbox.await(user.email(), "expires in 30 days").text();
        assertThat(toUser)
                .contains("契約法人の管理者", "お尋ねすることはありません", "ever asks by mail for a password, a PIN")
                .doesNotContain("http");
        assertThat(Mailbox.await(administrator.email(), "(1)").text())
                .contains("Taro Yamada", "契約法人「bank大学」")
                .doesNotContain("http");
    }

    @Test
    void aSuspendedTenantIsToldWhenItWorksAgain() {
        tenant.client("quiet");
        ends("quiet", 5);
        change("update tenant set state = 'SUSPENDED' where id = ?", id());
        notices.sendDue(tenant.id());
        assertThat(noticed("quiet")).isEmpty();
        change("update tenant set state = 'ACTIVE' where id = ?", id());
        notices.sendDue(tenant.id());
        assertThat(noticed("quiet")).containsExactly("P10D");
    }

    @Test
    void officersAreToldOfTheIssuingDeadlineOfADomainOnceAStep() {
        Fixtures.Organisation reviewed = given.tenant("r").withDomain("r.ac.jp", Duration.ofDays(89));
        Person officer = reviewed.officer("Ichiro Ito");
        try (Hook hook = new Hook(http, officer, "DOMAIN_EXPIRING", "domain.expiring")) {
            notices.sendDue(reviewed.id());
            notices.sendDue(reviewed.id());
            assertThat(Mailbox.await(officer.email(), "Issuing deadline").text())
                    .contains("r.ac.jp");
            assertThat(hook.told()).contains("\"name\":\"r.ac.jp\"", "\"daysLeft\":");
        }
        // Another deadline is another matter.
        QuarkusTransaction.requiringNew()
                .run(() -> scope.in(reviewed.id())
                        .update(
                                "update domain set issuing_deadline = ? where tenant_id = ?",
                                clock.instant().plus(Duration.ofDays(29)),
                                reviewed.id().value()));
        notices.sendDue(reviewed.id());
        Mailbox.await(officer.email(), "in 29 days");
        assertThat(Mailbox.to(officer.email())).hasSize(2);
    }

    @Test
    void aSweepReadsWhatIsDueAndNotTheRegister() throws SQLException {
        String host = "one.a.ac.jp";
        steps.issued(sato, tenant, host);
        ends(host, 30);
        // From a day later on.
        large.copy(tenant.id(), host, 24);
        // As the database does by itself after a while: until then one index is as good as another.
        OwnerConnection.change("analyze certificate");
        Instant until = clock.instant().plus(Duration.ofDays(30));
        QuarkusTransaction.requiringNew().run(() -> {
            LargeRegister.Read before = large.read();
            assertThat(register.ending(tenant.id(), ExpiryPlace.before(clock.instant()), until, 500))
                    .hasSize(1);
            LargeRegister.Read after = large.read();
            assertThat(after.whole()).isEqualTo(before.whole());
            assertThat(after.rows() - before.rows()).isLessThan(5);
        });
    }

    /** A certificate that ends in 30 days, by what is to take its place. */
    private Steps.Waiting succeeded(String host) {
        String old = steps.issued(sato, tenant, host).getString("id");
        ends(host, 30);
        Steps.Waiting successor = steps.waiting(sato, tenant, "new-" + host);
        UUID id = UUID.fromString(successor.certificate());
        change("update certificate set renews = ? where tenant_id = ? and id = ?", UUID.fromString(old), id(), id);
        change("update certificate set renewed_by = ? where tenant_id = ? and id = ?", id, id(), UUID.fromString(old));
        return successor;
    }

    /** Has certificates with this name end in so many days, as if they had been issued long ago. */
    private void ends(String name, int days) {
        ends(tenant, name, days);
    }

    private void ends(Fixtures.Organisation whose, String name, int days) {
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew()
                .run(() -> scope.in(whose.id())
                        .update(
                                "update certificate set not_after = ?, issued_at = ? where tenant_id = ? and common_name = ?",
                                now.plus(Duration.ofDays(days)).minusSeconds(1),
                                now.minus(Duration.ofDays(400)),
                                whose.id().value(),
                                name));
    }

    private UUID id() {
        return tenant.id().value();
    }

    private static String address(String host) {
        return host + "@example.ac.jp";
    }

    /** The steps that a certificate with this name was noticed for. */
    private List<String> noticed(String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> scope.in(tenant.id()).list("""
                        select e.step from expiry_notice e
                        join certificate c on c.tenant_id = e.tenant_id and c.id = e.certificate_id
                        where e.tenant_id = ? and c.common_name = ? order by e.noticed_at""", row -> row.getString(1), id(), name));
    }

    private void change(String statement, Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> scope.in(tenant.id()).update(statement, parameters));
    }
}
