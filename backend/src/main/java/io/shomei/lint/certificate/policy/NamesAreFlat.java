package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.NameAttribute;
import java.util.List;

/** Each attribute has a level of its own; what stands beside another on one level has no order people would expect. */
final class NamesAreFlat implements CertificateRule {
    @Override
    public String source() {
        return "CP 3.1.4, BR 7.1.4.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        List<NameAttribute> subject = certificate.subject();
        for (int i = 1; i < subject.size(); i++) {
            findings.require(
                    subject.get(i).level() != subject.get(i - 1).level(),
                    "two attributes stand on one level of the name");
        }
    }
}
