package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.GeneralName;
import java.util.List;

/** A name that stands twice was forgotten once. */
final class AlternativeNamesStandOnce implements CertificateRule {
    @Override
    public String source() {
        return "CP 7.1.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        List<GeneralName> names = certificate.alternativeNames();
        for (int i = 1; i < names.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (names.get(i).tag() == names.get(j).tag()
                        && names.get(i).text().equalsIgnoreCase(names.get(j).text())) {
                    findings.add("%s occurs twice", names.get(i).text());
                }
            }
        }
    }
}
