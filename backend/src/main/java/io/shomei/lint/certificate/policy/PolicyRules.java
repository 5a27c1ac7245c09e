package io.shomei.lint.certificate.policy;

import io.shomei.lint.certificate.CertificateRule;
import java.util.List;

/** The rules of this package. A test compares them with its classes. */
public final class PolicyRules {
    private PolicyRules() {}

    public static List<CertificateRule> all() {
        return List.of(
                new KeyIsOfAllowedKind(),
                new KeyUsageIsCritical(),
                new LocatorsAreHttp(),
                new NameValuesMeanSomething(),
                new RsaExponentIsSound(),
                new SerialNumberHasEnoughEntropy(),
                new SignatureAlgorithmIsStrong(),
                new StatusCanBeFound(),
                new SubscriberHasPurpose());
    }
}
