package io.shomei.lint;

import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** A serial number nobody can guess keeps a hash collision from becoming a certificate. */
@Singleton
final class SerialNumberHasEnoughEntropy implements CertificateRule {
    private static final int MIN_BITS = 64;

    @Override
    public String source() {
        return "BR 7.1";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        int bits = certificate.tbs().serial().bitLength();
        return require(bits >= MIN_BITS, "serial number has only %d bits", bits);
    }
}
