package io.shomei.lint;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a TLS server may have at most, by the day it begins. */
@Singleton
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
    public Stream<Finding> check(LintTarget certificate) {
        if (!certificate.isServer()) {
            return Stream.empty();
        }
        // BR 6.3.2 and RFC 5280 4.1.2.5: notAfter is inclusive, so its second counts.
        Duration validity = Duration.between(certificate.notBefore(), certificate.notAfter())
                .plusSeconds(1);
        long days = CEILINGS.floorEntry(certificate.notBefore()).getValue();
        return require(
                validity.compareTo(Duration.ofDays(days)) <= 0, "validity of %s exceeds %d days", validity, days);
    }
}
