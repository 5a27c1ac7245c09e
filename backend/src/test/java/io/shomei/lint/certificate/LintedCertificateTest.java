package io.shomei.lint.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.shomei.kernel.ProblemException;
import io.shomei.lint.Finding;
import io.shomei.lint.LintProblem;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
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
    private static final CertificateDer ISSUER = Fixtures.issuer(KeySpec.P256);

    @ParameterizedTest
    @EnumSource(
            value = KeySpec.class,
            names = {"RSA_2048", "P256", "P384", "ED25519"})
    void ourCertificatesPass(KeySpec spec) {
        CertificateDer issuer = Fixtures.issuer(spec);
        UnsignedCertificate server = Fixtures.unsignedServer(spec, spec);
        LintedCertificate linted = LintedCertificate.check(server, issuer, Programme.TLS);
        assertThat(linted.certificate()).isSameAs(server);
        assertThat(linted.issuer()).contains(issuer);
    }

    @Test
    void ourAuthoritiesPass() {
        CertificateDer root = Fixtures.root(KeySpec.P256);
        assertThat(LintedCertificate.checkRoot(unsigned(root), Programme.PRIVATE)
                        .issuer())
                .isEmpty();
        UnsignedCertificate issuer = unsigned(ISSUER);
        assertThat(LintedCertificate.check(issuer, root, Programme.TLS).issuer())
                .contains(root);
    }

    @Test
    void everyFindingIsNamedTogether() {
        UnsignedCertificate bad =
                Sample.server().serial(BigInteger.TWO).uniqueIdentifier().build();
        assertThatThrownBy(() -> LintedCertificate.check(bad, ISSUER, Programme.TLS))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(LintProblem.LINT_FAILED);
                    assertThat(problem.detail())
                            .contains("SerialNumberHasEnoughEntropy (CP 7.1, BR 7.1)", "UniqueIdentifiersAreAbsent");
                });
    }

    @Test
    void whatIsNoCertificateFails() {
        UnsignedCertificate nothing = UnsignedCertificate.ofDer(new byte[] {1, 2, 3});
        assertThat(LintedCertificate.linter(Programme.PRIVATE).check(() -> CertificateTarget.of(nothing)))
                .extracting(Finding::rule)
                .containsExactly("WhatIsSignedIsDer");
    }

    @Test
    void aProgrammeAsksForItsOwn() {
        UnsignedCertificate twoYears = Sample.server()
                .validity("2026-11-01T00:00:00Z", "2028-11-01T00:00:00Z")
                .build();
        assertThat(LintedCertificate.check(twoYears, ISSUER, Programme.PRIVATE).certificate())
                .isSameAs(twoYears);
        assertThatThrownBy(() -> LintedCertificate.check(twoYears, ISSUER, Programme.TLS))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.detail()).startsWith("ServerValidityIsShort (BR 6.3.2)"));
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

    private static Set<String> ruleClasses() {
        Set<String> names = new TreeSet<>();
        for (JavaClass each : new ClassFileImporter().importPackages(CertificateRule.class.getPackageName())) {
            if (each.isAssignableTo(CertificateRule.class) && !each.isInterface()) {
                names.add(each.getSimpleName());
            }
        }
        return names;
    }

    private static UnsignedCertificate unsigned(CertificateDer certificate) {
        try {
            return UnsignedCertificate.ofDer(
                    new DerReader(certificate.encoded()).sequence().element(Der.SEQUENCE));
        } catch (DerException e) {
            throw new AssertionError(e);
        }
    }
}
