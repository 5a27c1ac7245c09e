package io.shomei.lint.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.shomei.kernel.ProblemException;
import io.shomei.lint.Finding;
import io.shomei.lint.LintProblem;
import io.shomei.lint.Linter;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Fixtures;
import io.shomei.pki.KeySpec;
import io.shomei.pki.UnsignedCertificate;
import java.math.BigInteger;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LintedCertificateTest {
    @Test
    void aGoodCertificateOfEachKindPasses() {
        for (Sample sample : Samples.all()) {
            Linter<CertificateTarget> linter = LintedCertificate.linter(sample.programme());
            assertThat(linter.check(sample::target)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = KeySpec.class,
            names = {"RSA_2048", "P256", "P384", "ED25519"})
    void everyKindOfKeyPasses(KeySpec spec) {
        CertificateDer issuer = Fixtures.issuer(spec);
        UnsignedCertificate server = Fixtures.unsignedServer(spec, spec);
        LintedCertificate linted = LintedCertificate.check(server, issuer, Programme.PRIVATE);
        assertThat(linted.certificate()).isSameAs(server);
        assertThat(linted.issuer()).contains(issuer);
    }

    @Test
    void aRootHasNoIssuer() {
        UnsignedCertificate root = Sample.root().build();
        assertThat(LintedCertificate.checkRoot(root, Programme.TLS).issuer()).isEmpty();
    }

    @Test
    void everyFindingIsNamedTogether() {
        UnsignedCertificate bad =
                Sample.server().serial(BigInteger.TWO).uniqueIdentifier().build();
        assertThatThrownBy(() -> LintedCertificate.check(bad, Samples.AUTHORITY, Programme.TLS))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(LintProblem.LINT_FAILED);
                    assertThat(problem.detail())
                            .contains("SerialNumberHasEnoughEntropy (CP 7.1, BR 7.1)", "UniqueIdentifiersAreAbsent");
                });
    }

    @Test
    void whatIsNoCertificateFails() {
        UnsignedCertificate nothing = UnsignedCertificate.ofDer(new byte[] {1, 2, 3});
        assertThat(LintedCertificate.linter(Programme.PRIVATE)
                        .check(() -> CertificateTarget.of(nothing, Samples.AUTHORITY, Programme.PRIVATE)))
                .extracting(Finding::rule)
                .containsExactly("WhatIsSignedIsDer");
    }

    @Test
    void aProgrammeAsksForItsOwn() {
        Sample client = Sample.client().validity("2026-11-01T00:00:00Z", "2031-02-28T23:59:59Z");
        assertThat(findings(client, Programme.PRIVATE)).isEmpty();
        assertThat(findings(client, Programme.TLS)).contains("ServerPurposeStandsAlone", "ServerValidityIsShort");
        assertThat(findings(client, Programme.SMIME)).contains("MailPurposeIsPermitted", "MailValidityIsShort");
        assertThat(findings(client, Programme.CODE_SIGNING)).contains("CodeSigningPurposesArePermitted");
    }

    /** The same rules, and nobody is promised anything by an identifier of the CA/Browser Forum (BR 7.1.2.7.9, SBR 7.1.6.1). */
    @Test
    void aPrivateProgrammeAsksForTheSameWithoutThePromise() {
        String ours = "1.3.6.1.4.1.99999.1";
        assertThat(findings(Sample.server(), Programme.PRIVATE_TLS)).containsExactly("ReservedPoliciesFitTheProgramme");
        assertThat(findings(Sample.server().policies(ours), Programme.PRIVATE_TLS))
                .isEmpty();
        assertThat(findings(Sample.server().policies(ours), Programme.TLS))
                .containsExactly("ReservedPolicyIsTheOneWeValidate");
        Sample mail = Sample.mail().policies(ours).validity("2026-11-01T00:00:00Z", "2031-02-28T23:59:59Z");
        assertThat(findings(mail, Programme.PRIVATE_SMIME)).isEmpty();
        assertThat(findings(mail, Programme.SMIME)).containsExactly("MailPolicyIsOneReserved", "MailValidityIsShort");
        assertThat(findings(mail.names(), Programme.PRIVATE_SMIME)).contains("MailboxIsAnAlternativeName");
    }

    /** A rule that nobody put into the list of its package would never be asked. */
    @Test
    void everyRuleIsApplied() {
        Set<String> applied = new TreeSet<>();
        for (Programme programme : Programme.values()) {
            CertificateRules.of(programme)
                    .forEach(rule -> applied.add(rule.getClass().getSimpleName()));
        }
        assertThat(applied).containsExactlyElementsOf(ruleClasses());
    }

    private static Set<String> findings(Sample sample, Programme programme) {
        Set<String> rules = new TreeSet<>();
        LintedCertificate.linter(programme)
                .check(sample.programme(programme)::target)
                .forEach(finding -> rules.add(finding.rule()));
        return rules;
    }

    private static Set<String> ruleClasses() {
        Set<String> names = new TreeSet<>();
        for (JavaClass each : new ClassFileImporter().importPackages(CertificateRule.class.getPackageName())) {
            if (each.isAssignableTo(CertificateRule.class) && !each.isInterface()) {
                assertThat(names.add(each.getSimpleName()))
                        .as("findings tell rules apart by their names")
                        .isTrue();
            }
        }
        return names;
    }
}
