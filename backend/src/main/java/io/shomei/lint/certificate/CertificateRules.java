package io.shomei.lint.certificate;

import io.shomei.lint.certificate.br.BrRules;
import io.shomei.lint.certificate.codesigning.CodeSigningRules;
import io.shomei.lint.certificate.policy.PolicyRules;
import io.shomei.lint.certificate.rfc.RfcRules;
import io.shomei.lint.certificate.smime.SmimeRules;
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
            case PRIVATE_TLS -> rules.addAll(BrRules.withoutPromise());
            case SMIME -> rules.addAll(SmimeRules.all());
            case PRIVATE_SMIME -> rules.addAll(SmimeRules.withoutPromise());
            case CODE_SIGNING -> rules.addAll(CodeSigningRules.all());
            case PRIVATE -> {
                // The standards and our own policy are all it has to meet.
            }
        }
        return rules;
    }
}
