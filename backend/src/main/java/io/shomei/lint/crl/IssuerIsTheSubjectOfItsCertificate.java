package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import java.util.Arrays;

/** Byte for byte, so that nobody has to compare names by their meaning. */
final class IssuerIsTheSubjectOfItsCertificate implements CrlRule {
    @Override
    public String source() {
        return "RFC 5280 5.1.2.3";
    }

    @Override
    public void check(CrlTarget target, Findings findings) {
        byte[] issuer = target.list().issuer();
        findings.require(issuer.length > 2, "the issuer is empty");
        findings.require(
                Arrays.equals(issuer, target.issuer().tbs().subject()),
                "the issuer is not the subject of the authority's certificate");
    }
}
