package io.shomei.lint.certificate.smime;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import java.time.Duration;

/** 825 days; the legacy generation had 1185. */
final class MailValidityIsShort implements CertificateRule {
    private static final Duration LONGEST = Duration.ofDays(825);
    private static final Duration LEGACY = Duration.ofDays(1185);

    @Override
    public String source() {
        return "SBR 6.3.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers()) {
            return;
        }
        boolean legacy = MailType.of(certificate)
                .filter(type -> type.generation() == MailType.Generation.LEGACY)
                .isPresent();
        if (certificate.validity().compareTo(legacy ? LEGACY : LONGEST) > 0) {
            findings.add("validity of %s", certificate.validity());
        }
    }
}
