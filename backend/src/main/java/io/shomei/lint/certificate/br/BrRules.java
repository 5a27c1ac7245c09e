package io.shomei.lint.certificate.br;

import io.shomei.lint.certificate.CertificateRule;
import java.util.List;

/** The rules of this package. A test compares them with its classes. */
public final class BrRules {
    private BrRules() {}

    public static List<CertificateRule> all() {
        return List.of(
                new ServerCommonNameIsAnAlternativeName(),
                new ServerHasDnsName(),
                new ServerPurposeStandsAlone(),
                new ServerValidityIsShort());
    }
}
