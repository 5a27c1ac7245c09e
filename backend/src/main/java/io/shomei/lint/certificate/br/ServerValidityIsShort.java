package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a TLS server may have at most, by the day it begins. */
final class ServerValidityIsShort implements CertificateRule {
    private static final NavigableMap<Instant, Integer> CEILINGS = new TreeMap<>(Map.of(
            Instant.MIN,
            398,
            Instant.parse("2026-03-15T00:00:00Z"),
            200,
            Instant.parse("2027-03-15T00:00:00Z"),
            100,
            Instant.parse("2029-03-15T00:00:00Z"),
            47));

    @Override
    public String source() {
        return "BR 6.3.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers()) {
            return;
        }
        long days = CEILINGS.floorEntry(certificate.notBefore()).getValue();
        if (certificate.validity().compareTo(Duration.ofDays(days)) > 0) {
            findings.add("validity of %s exceeds %d days", certificate.validity(), days);
        }
    }
}
