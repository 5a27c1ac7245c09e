package io.shomei.lint.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.lint.Finding;
import io.shomei.lint.Linter;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What every rule's test does. */
public final class RuleChecks {
    private RuleChecks() {}

    public static void passes(CertificateRule rule) {
        assertThat(check(rule, Sample.server())).isEmpty();
        assertThat(check(rule, Sample.authority())).isEmpty();
    }

    public static void found(CertificateRule rule, Sample sample) {
        assertThat(check(rule, sample))
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.rule()).isEqualTo(rule.getClass().getSimpleName()));
    }

    public static byte[] dns(String... hosts) {
        return Der.sequence(Arrays.stream(hosts)
                .map(host -> Der.contextPrimitive(2, host.getBytes(StandardCharsets.US_ASCII)))
                .toArray(byte[][]::new));
    }

    public static byte[] rsa(BigInteger modulus, int exponent) {
        byte[] numbers = Der.sequence(Der.integer(modulus), Der.integer(exponent));
        return Der.sequence(Der.sequence(Der.oid(Oids.RSA), Der.nullElement()), Der.bits(numbers));
    }

    private static List<Finding> check(CertificateRule rule, Sample sample) {
        return new Linter<>(List.of(rule)).check(() -> CertificateTarget.of(sample.build()));
    }
}
