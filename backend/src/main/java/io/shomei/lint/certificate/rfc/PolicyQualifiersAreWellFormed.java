package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.PolicyInformation;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.Oids;
import java.nio.charset.StandardCharsets;

/** Of qualifiers there are two: the address of the practice statement, and a notice of at most 200 characters that refers to nothing else. */
final class PolicyQualifiersAreWellFormed implements CertificateRule {
    private static final int MAX_NOTICE = 200;

    @Override
    public String source() {
        return "RFC 5280 4.2.1.4";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        for (PolicyInformation policy : certificate.policies()) {
            for (PolicyInformation.Qualifier qualifier : policy.qualifiers()) {
                switch (qualifier.identifier()) {
                    case Oids.CPS_QUALIFIER ->
                        findings.require(
                                new DerReader(qualifier.value()).nextIs(Der.IA5_STRING), "an address is no IA5String");
                    case Oids.USER_NOTICE_QUALIFIER ->
                        findings.require(
                                isNotice(new DerReader(qualifier.value()).sequence()), "a notice is not a short text");
                    default -> findings.add("qualifier %s", qualifier.identifier());
                }
            }
        }
    }

    private static boolean isNotice(DerReader notice) throws DerException {
        if (!notice.nextIs(Der.UTF8_STRING)) {
            return false;
        }
        String text = new String(notice.contents(Der.UTF8_STRING), StandardCharsets.UTF_8);
        return notice.atEnd() && text.codePointCount(0, text.length()) <= MAX_NOTICE;
    }
}
