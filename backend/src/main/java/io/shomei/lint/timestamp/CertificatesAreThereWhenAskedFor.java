package io.shomei.lint.timestamp;

import io.shomei.lint.Findings;

/** Exactly then: some cannot verify without, others have no room for them. */
final class CertificatesAreThereWhenAskedFor implements TimeStampRule {
    @Override
    public String source() {
        return "RFC 3161 2.4.1";
    }

    @Override
    public void check(TimeStampTarget stamp, Findings findings) {
        findings.require(
                stamp.withCertificates() == stamp.request().certificateWanted(),
                "certificates are there without being asked for, or missing");
    }
}
