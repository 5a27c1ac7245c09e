package io.shomei.lint.certificate;

import io.shomei.lint.certificate.br.BrRules;
import io.shomei.lint.certificate.policy.PolicyRules;
import io.shomei.lint.certificate.rfc.RfcRules;
import java.util.ArrayList;
import java.util.List;

/** Which rules hold for which certificates. */
final class CertificateRules {
    private CertificateRules() {}

    static List<CertificateRule> of(Programme programme) {
        List<CertificateRule> rules = new ArrayList<>(RfcRules.all());
        rules.addAll(PolicyRules.all());
        switch (programme) {
            case TLS -> rules.addAll(BrRules.all());
            case PRIVATE, SMIME, CODE_SIGNING -> {
                // The standards and our own policy are all they have to meet.
            }
        }
        return rules;
    }
}
