package io.shomei.lint.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.lint.Finding;
import io.shomei.lint.Linter;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.Der;
import io.shomei.pki.Oids;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What every rule's test does, and the parts of which certificates are made there. */
public final class RuleChecks {
    private RuleChecks() {}

    /** The rule finds nothing in any good certificate of the programmes it is for. */
    public static void passes(CertificateRule rule) {
        List<Sample> samples = Samples.all().stream()
                .filter(sample -> CertificateRules.of(sample.programme()).stream()
                        .anyMatch(each -> each.getClass() == rule.getClass()))
                .toList();
        assertThat(samples).isNotEmpty();
        samples.forEach(sample -> passes(rule, sample));
    }

    public static void passes(CertificateRule rule, Sample sample) {
        assertThat(check(rule, sample)).isEmpty();
    }

    public static void found(CertificateRule rule, Sample sample) {
        assertThat(check(rule, sample))
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.rule()).isEqualTo(rule.getClass().getSimpleName()));
    }

    public static byte[] dns(String host) {
        return text(AlternativeName.DNS_TAG, host);
    }

    public static byte[] mail(String address) {
        return text(AlternativeName.EMAIL_TAG, address);
    }

    public static byte[] uri(String uri) {
        return text(AlternativeName.URI_TAG, uri);
    }

    public static byte[] ip(int... octets) {
        byte[] address = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            address[i] = (byte) octets[i];
        }
        return Der.element(AlternativeName.IP_TAG, address);
    }

    /** Distribution points of a revocation list: one, with this address. */
    public static byte[] points(String uri) {
        return Der.sequence(Der.sequence(Der.context(0, Der.context(0, uri(uri)))));
    }

    public static byte[] oids(String... oids) {
        return Der.sequence(Arrays.stream(oids).map(Der::oid).toArray(byte[][]::new));
    }

    public static byte[] attribute(String oid, byte[] string) {
        return Der.sequence(Der.oid(oid), string);
    }

    public static byte[] rsa(BigInteger modulus, int exponent) {
        byte[] numbers = Der.sequence(Der.integer(modulus), Der.integer(exponent));
        return Der.sequence(Der.sequence(Der.oid(Oids.RSA), Der.nullElement()), Der.bits(numbers));
    }

    private static byte[] text(int tag, String text) {
        return Der.element(tag, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<Finding> check(CertificateRule rule, Sample sample) {
        return new Linter<>(List.of(rule)).check(sample::target);
    }
}
