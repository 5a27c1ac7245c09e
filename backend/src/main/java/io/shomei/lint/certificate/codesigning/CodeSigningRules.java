package io.shomei.lint.certificate.codesigning;

import io.shomei.lint.certificate.CertificateRule;
import java.util.List;

/** The rules of this package. A test compares them with its classes. */
public final class CodeSigningRules {
    private CodeSigningRules() {}

    public static List<CertificateRule> all() {
        return List.of(
                new CodeAuthorityKeyIsLarge(),
                new CodeAuthorityPurposesArePermitted(),
                new CodeSignatureIsRsaOrEcdsa(),
                new CodeSignerNamesItself(),
                new CodeSigningKeyIsLarge(),
                new CodeSigningKeyOnlySigns(),
                new CodeSigningPolicyIsNamed(),
                new CodeSigningPurposesArePermitted(),
                new CodeSigningStatusCanBeFound(),
                new CodeSigningValidityIsShort(),
                new TimeStampingValidityIsBounded());
    }
}
