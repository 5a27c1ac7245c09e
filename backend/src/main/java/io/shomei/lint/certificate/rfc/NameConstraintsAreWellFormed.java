package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.Oids;

/** At least one subtree, from the top and without an end: other forms are read by nobody. */
final class NameConstraintsAreWellFormed implements CertificateRule {
    private static final int PERMITTED = 0xA0;
    private static final int EXCLUDED = 0xA1;

    @Override
    public String source() {
        return "RFC 5280 4.2.1.10";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        if (!certificate.has(Oids.NAME_CONSTRAINTS)) {
            return;
        }
        DerReader constraints = certificate.value(Oids.NAME_CONSTRAINTS);
        findings.require(!constraints.atEnd(), "name constraints are empty");
        for (int tag = PERMITTED; tag <= EXCLUDED; tag++) {
            if (constraints.nextIs(tag)) {
                check(constraints.enter(tag), findings);
            }
        }
        findings.require(constraints.atEnd(), "name constraints hold more than two lists");
    }

    private static void check(DerReader subtrees, Findings findings) throws DerException {
        findings.require(!subtrees.atEnd(), "a list of subtrees is empty");
        while (!subtrees.atEnd()) {
            DerReader subtree = subtrees.sequence();
            subtree.anyElement();
            findings.require(subtree.atEnd(), "a subtree has a minimum or maximum");
        }
    }
}
