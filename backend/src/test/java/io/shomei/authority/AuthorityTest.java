package io.shomei.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.kernel.ProblemCode;
import io.shomei.kernel.ProblemException;
import io.shomei.pki.CertificateDer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What may become of a generation, decided without anything around it. */
class AuthorityTest {
    private static final CertificateDer CERTIFICATE = Issuer.root("Root").certificate();

    @Test
    void anActiveOneRetiresAndCanBeCompromised() {
        assertThat(in(Authority.State.ACTIVE).retired().state()).isEqualTo(Authority.State.RETIRED);
        assertThat(in(Authority.State.ACTIVE).compromised().state()).isEqualTo(Authority.State.COMPROMISED);
    }

    @Test
    void aRetiredOneCanBeCompromisedAndNothingElse() {
        Authority retired = in(Authority.State.RETIRED);
        assertThat(retired.compromised().state()).isEqualTo(Authority.State.COMPROMISED);
        assertForbidden(retired, Authority::retired);
        assertForbidden(retired, authority -> authority.spreadOver(2));
    }

    @Test
    void anExternalOneCanBeCompromisedAndItsKeyStaysElsewhere() {
        Authority external = in(Authority.State.EXTERNAL);
        assertThat(external.compromised().state()).isEqualTo(Authority.State.COMPROMISED);
        assertThat(external.compromised().hasKey()).isFalse();
        assertForbidden(external, Authority::retired);
        assertForbidden(external, authority -> authority.spreadOver(2));
    }

    @Test
    void nothingBecomesOfACompromisedOne() {
        Authority compromised = in(Authority.State.COMPROMISED);
        assertForbidden(compromised, Authority::retired);
        assertForbidden(compromised, Authority::compromised);
        assertForbidden(compromised, authority -> authority.spreadOver(2));
    }

    @Test
    void listsOnlyGrow() {
        Authority four = in(Authority.State.ACTIVE).spreadOver(4);
        assertThat(four.crlShards()).isEqualTo(4);
        assertRefused(AuthorityProblem.CRL_SHARDS_ONLY_GROW, four, authority -> authority.spreadOver(4));
        assertRefused(AuthorityProblem.CRL_SHARDS_ONLY_GROW, four, authority -> authority.spreadOver(3));
    }

    @Test
    void onlyAnActiveOneWhoseTimeIsNotOverIssues() {
        Instant end = CERTIFICATE.notAfter();
        assertThat(in(Authority.State.ACTIVE).issuesAt(end)).isTrue();
        // RFC 5280 4.1.2.5: the last second is part of the validity.
        assertThat(in(Authority.State.ACTIVE).issuesAt(end.plusMillis(999))).isTrue();
        assertThat(in(Authority.State.ACTIVE).issuesAt(end.plus(Duration.ofSeconds(1))))
                .isFalse();
        assertThat(in(Authority.State.RETIRED).issuesAt(end)).isFalse();
        assertThat(in(Authority.State.COMPROMISED).issuesAt(end)).isFalse();
        assertThat(in(Authority.State.EXTERNAL).issuesAt(end)).isFalse();
    }

    private static Authority in(Authority.State state) {
        return new Authority(
                "line-g2", "line", 2, "Line G2", "root", state, CERTIFICATE, 1, state != Authority.State.EXTERNAL);
    }

    private static void assertForbidden(Authority authority, UnaryOperator<Authority> change) {
        assertRefused(AuthorityProblem.AUTHORITY_STATE_FORBIDS, authority, change);
    }

    private static void assertRefused(ProblemCode problem, Authority authority, UnaryOperator<Authority> change) {
        assertThatThrownBy(() -> change.apply(authority))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(problem));
    }
}
