package io.shomei.revocation.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateState;
import io.shomei.certificate.Subscriber;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.pki.RevocationReason;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import io.shomei.revocation.Grounds;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineCheckTest {
    private static final Instant NOW = Instant.parse("2027-04-01T00:00:00Z");
    private static final CertificateState VALID = new CertificateState.Active();
    private static final CertificateState SUPERSEDED = revoked(RevocationReason.SUPERSEDED);
    private static final CertificateState COMPROMISED = revoked(RevocationReason.KEY_COMPROMISE);

    private final LineCheck check = check(Role.OFFICER, Set.of(Right.SERVER), RevocationReason.CESSATION_OF_OPERATION);

    private int certificates;

    @Test
    void theOneThatIsValidIsMeantWhateverElseHadTheName() {
        Certificate valid = server(VALID);
        assertThat(check.ofName(7, "www", List.of(server(SUPERSEDED), valid, expired())))
                .containsExactly(
                        new BulkRevocationLine(7, 0, "www", Outcome.REVOCABLE, BulkRevocationLine.Target.of(valid)));
    }

    @Test
    void twoThatAreValidAreForAPersonToTellApart() {
        assertThat(outcome(server(VALID), server(new CertificateState.Renewed())))
                .isEqualTo(Outcome.AMBIGUOUS);
    }

    @Test
    void aNameMadeByNumberMeansAllThatCanBeRevoked() {
        LineCheck numbered = new LineCheck(
                caller(Role.OPERATOR, Set.of()),
                Grounds.of(RevocationReason.SUPERSEDED),
                NOW,
                certificate -> true,
                certificate -> false);
        Certificate earlier = server(new CertificateState.Renewed());
        Certificate later = server(VALID);
        assertThat(numbered.ofName(3, "client_000001", List.of(later, server(SUPERSEDED), earlier)))
                .containsExactly(
                        new BulkRevocationLine(
                                3, 0, "client_000001", Outcome.REVOCABLE, BulkRevocationLine.Target.of(earlier)),
                        new BulkRevocationLine(
                                3, 1, "client_000001", Outcome.REVOCABLE, BulkRevocationLine.Target.of(later)));
        assertThat(numbered.ofName(4, "client_000001", List.of(later, earlier)))
                .extracting(BulkRevocationLine::outcome)
                .containsExactly(Outcome.DUPLICATE, Outcome.DUPLICATE);
        // Two tenants that number alike have one of the name each.
        TenantId other = new TenantId(new UUID(9, 9));
        assertThat(numbered.ofName(
                        5,
                        "client_000002",
                        List.of(server(VALID), certificate(other, CertificateKind.SERVER, VALID, NOW.plusSeconds(60)))))
                .extracting(BulkRevocationLine::outcome)
                .containsExactly(Outcome.AMBIGUOUS);
    }

    @Test
    void whatIsOverSaysHow() {
        assertThat(outcome(server(SUPERSEDED), expired())).isEqualTo(Outcome.ALREADY_REVOKED);
        assertThat(outcome(expired())).isEqualTo(Outcome.EXPIRED);
        assertThat(outcome()).isEqualTo(Outcome.NOT_FOUND);
        assertThat(check.ofId(1, "x", null).outcome()).isEqualTo(Outcome.NOT_FOUND);
    }

    @Test
    void aCertificateCountsWhereItIsNamedFirst() {
        Certificate certificate = server(VALID);
        assertThat(check.ofId(1, "x", certificate).outcome()).isEqualTo(Outcome.REVOCABLE);
        assertThat(check.ofName(2, "www", List.of(certificate)).getFirst().outcome())
                .isEqualTo(Outcome.DUPLICATE);
    }

    @Test
    void onlyACompromiseReplacesAWeakerReason() {
        LineCheck compromise = check(Role.OFFICER, Set.of(Right.SERVER), RevocationReason.KEY_COMPROMISE);
        assertThat(compromise.ofId(1, "x", server(SUPERSEDED)).outcome()).isEqualTo(Outcome.REPLACEABLE);
        assertThat(compromise.ofId(2, "x", server(COMPROMISED)).outcome()).isEqualTo(Outcome.ALREADY_REVOKED);
        assertThat(check.ofId(3, "x", server(SUPERSEDED)).outcome()).isEqualTo(Outcome.ALREADY_REVOKED);
        // What is valid goes first.
        Certificate valid = server(VALID);
        assertThat(compromise
                        .ofName(4, "www", List.of(server(SUPERSEDED), valid))
                        .getFirst()
                        .target())
                .isEqualTo(BulkRevocationLine.Target.of(valid));
    }

    @Test
    void rightsDecideByKind() {
        Set<CertificateKind> people = Set.of(CertificateKind.CLIENT, CertificateKind.SMIME, CertificateKind.USER);
        for (CertificateKind kind : CertificateKind.values()) {
            assertThat(outcome(Role.OPERATOR, Set.of(), kind)).isEqualTo(Outcome.REVOCABLE);
            assertThat(outcome(Role.ADMINISTRATOR, Set.of(), kind))
                    .as("%s", kind)
                    .isEqualTo(people.contains(kind) ? Outcome.REVOCABLE : Outcome.NOT_PERMITTED);
            assertThat(outcome(Role.OFFICER, Set.of(Right.LISTS), kind)).isEqualTo(Outcome.NOT_PERMITTED);
        }
        assertThat(outcome(Role.OFFICER, Set.of(Right.SERVER), CertificateKind.SERVER))
                .isEqualTo(Outcome.REVOCABLE);
        assertThat(outcome(Role.OFFICER, Set.of(Right.CLIENT), CertificateKind.SMIME))
                .isEqualTo(Outcome.REVOCABLE);
        assertThat(outcome(Role.OFFICER, Set.of(Right.CODE_SIGNING), CertificateKind.CODE_SIGNING))
                .isEqualTo(Outcome.REVOCABLE);
        assertThat(outcome(Role.OFFICER, Set.of(Right.values()), CertificateKind.OFFICER))
                .isEqualTo(Outcome.NOT_PERMITTED);
    }

    @Test
    void aNameThatIsNoneIsNotKeptWhole() {
        assertThat(check.ofName(1, "x".repeat(10_000), List.of()).getFirst().name())
                .hasSize(256);
    }

    private Outcome outcome(Certificate... named) {
        return check.ofName(1, "www", List.of(named)).getFirst().outcome();
    }

    private Outcome outcome(Role role, Set<Right> rights, CertificateKind kind) {
        return check(role, rights, RevocationReason.SUPERSEDED)
                .ofId(1, "x", certificate(kind, VALID, NOW.plusSeconds(60)))
                .outcome();
    }

    private static LineCheck check(Role role, Set<Right> rights, RevocationReason reason) {
        return new LineCheck(caller(role, rights), Grounds.of(reason), NOW, certificate -> false, certificate -> false);
    }

    private static Caller caller(Role role, Set<Right> rights) {
        return new Caller(
                new AccountId(new UUID(1, 1)),
                TenantId.PLATFORM,
                role,
                rights,
                "Hanako Sato",
                new UUID(1, 2),
                "192.0.2.1",
                "r-1");
    }

    private Certificate server(CertificateState state) {
        return certificate(CertificateKind.SERVER, state, NOW.plusSeconds(60));
    }

    private Certificate expired() {
        return certificate(CertificateKind.SERVER, VALID, NOW.minusSeconds(60));
    }

    private static CertificateState revoked(RevocationReason reason) {
        return new CertificateState.Revoked(NOW.minusSeconds(10), reason, null, null, "sato");
    }

    private Certificate certificate(CertificateKind kind, CertificateState state, Instant end) {
        return certificate(TenantId.PLATFORM, kind, state, end);
    }

    private Certificate certificate(TenantId tenant, CertificateKind kind, CertificateState state, Instant end) {
        return new Certificate(
                new CertificateId(new UUID(2, ++certificates)),
                tenant,
                "server-p256",
                0,
                SerialNumber.ofHex("01"),
                kind,
                "12",
                1,
                1,
                "CN=www",
                "www",
                NOW.minusSeconds(3_600),
                end,
                NOW.minusSeconds(3_600),
                new byte[0],
                null,
                null,
                null,
                Subscriber.NONE,
                null,
                null,
                null,
                null,
                null,
                state);
    }
}
