package io.shomei.lint.certificate.rfc;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.CrlLocation;
import io.shomei.pki.DerException;
import io.shomei.pki.Oids;
import java.util.List;

/** A point says where the list is; reasons alone lead nowhere. */
final class CrlLocationsAreNamed implements CertificateRule {
    @Override
    public String source() {
        return "RFC 5280 4.2.1.13, 4.2.1.15";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        check(Oids.CRL_DISTRIBUTION_POINTS, certificate.crlLocations(), certificate, findings);
        check(Oids.FRESHEST_CRL, certificate.locations(Oids.FRESHEST_CRL), certificate, findings);
    }

    private static void check(
            String extension, List<CrlLocation> locations, CertificateTarget certificate, Findings findings) {
        findings.require(!locations.isEmpty() || !certificate.has(extension), "no distribution point");
        for (CrlLocation location : locations) {
            findings.require(!location.names().isEmpty(), "a distribution point without a name");
        }
    }
}
