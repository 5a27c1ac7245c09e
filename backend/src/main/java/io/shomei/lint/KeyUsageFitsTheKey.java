package io.shomei.lint;

import io.shomei.pki.KeyUsage;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** RSA agrees on no key, and no other key of ours enciphers one. */
@Singleton
final class KeyUsageFitsTheKey implements CertificateRule {
    private static final Set<KeyUsage> NOT_RSA = EnumSet.of(KeyUsage.KEY_AGREEMENT);
    private static final Set<KeyUsage> RSA_ONLY = EnumSet.of(KeyUsage.KEY_ENCIPHERMENT, KeyUsage.DATA_ENCIPHERMENT);

    @Override
    public String source() {
        return "RFC 3279 2.3, RFC 5480 3, RFC 9295 3";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        if (certificate.key().isEmpty()) {
            return Stream.empty();
        }
        Set<KeyUsage> forbidden = certificate.key().get().isRsa() ? NOT_RSA : RSA_ONLY;
        return certificate.keyUsage().stream()
                .filter(forbidden::contains)
                .flatMap(usage -> finding(
                        "%s with a key of kind %s", usage, certificate.key().get()));
    }
}
