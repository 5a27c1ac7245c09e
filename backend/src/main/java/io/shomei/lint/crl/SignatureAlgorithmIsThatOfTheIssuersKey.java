package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import io.shomei.pki.SignatureScheme;
import java.util.Arrays;
import java.util.Optional;

/** What stands inside is what the key signs with; the signer writes the same behind the list. */
final class SignatureAlgorithmIsThatOfTheIssuersKey implements CrlRule {
    @Override
    public String source() {
        return "RFC 5280 5.1.1.2, 5.1.2.2, BR 7.1.3.2";
    }

    @Override
    public void check(CrlTarget target, Findings findings) {
        Optional<SignatureScheme> scheme = target.issuer().keySpec().map(SignatureScheme::forKey);
        findings.require(
                scheme.isPresent()
                        && Arrays.equals(
                                scheme.get().algorithmIdentifier(),
                                target.list().signatureAlgorithm()),
                "the signature algorithm is another one");
    }
}
