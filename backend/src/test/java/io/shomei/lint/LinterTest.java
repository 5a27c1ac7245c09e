package io.shomei.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.kernel.ProblemException;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.Fixtures;
import io.shomei.pki.KeySpec;
import io.shomei.pki.UnsignedCertificate;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinterTest {
    private final Linter linter = Linter.standard();

    @Test
    void ourCertificatesPass() {
        for (KeySpec spec : List.of(KeySpec.RSA_2048, KeySpec.P256, KeySpec.P384, KeySpec.ED25519)) {
            UnsignedCertificate server = Fixtures.unsignedServer(spec, spec);
            assertThat(linter.check(server)).isEmpty();
            assertThat(LintedCertificate.check(server, linter).certificate()).isSameAs(server);
        }
        assertThat(linter.check(Sample.authority().build())).isEmpty();
        assertThat(linter.check(Sample.of(rootTbs()).build())).isEmpty();
    }

    @Test
    void everyFindingIsNamedTogether() {
        UnsignedCertificate bad =
                Sample.server().serial(BigInteger.TWO).uniqueIdentifier().build();
        assertThatThrownBy(() -> LintedCertificate.check(bad, linter))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(LintProblem.LINT_FAILED);
                    assertThat(problem.detail())
                            .contains("SerialNumberHasEnoughEntropy (BR 7.1)", "UniqueIdentifiersAreAbsent");
                });
    }

    @Test
    void whatIsNoCertificateFails() {
        assertThat(linter.check(UnsignedCertificate.ofDer(new byte[] {1, 2, 3})))
                .hasSize(1);
    }

    @Test
    void everyRuleOfThePackageIsApplied() throws Exception {
        URI classes = CertificateRule.class.getResource("CertificateRule.class").toURI();
        try (Stream<Path> files = Files.list(Path.of(classes).getParent())) {
            List<String> rules = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(LinterTest::isRule)
                    .toList();
            assertThat(linter.rules().stream().map(rule -> rule.getClass().getSimpleName()))
                    .containsExactlyInAnyOrderElementsOf(rules);
        }
    }

    private static boolean isRule(String name) {
        try {
            Class<?> type = Class.forName("io.shomei.lint." + name);
            return CertificateRule.class.isAssignableFrom(type) && !type.isInterface();
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static UnsignedCertificate rootTbs() {
        byte[] der = Fixtures.root(KeySpec.P256).encoded();
        try {
            return UnsignedCertificate.ofDer(new DerReader(der).sequence().element(Der.SEQUENCE));
        } catch (DerException e) {
            throw new AssertionError(e);
        }
    }
}
