package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.AccessDescription;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.CrlLocation;
import io.shomei.lint.certificate.GeneralName;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.DerException;
import io.shomei.pki.Oids;

/** Neither https, which would need its own status first, nor ldap; with a host, and without anything that is not to be in an address. */
final class LocatorsAreHttp implements CertificateRule {
    private static final String SCHEME = "http://";
    // RFC 3986 3.3: what a path and a query may hold, without user information and fragment.
    private static final String MARKS = "-._~%!$&'()*+,;=:/?[]";

    @Override
    public String source() {
        return "CP 7.1.2, BR 7.1.2.7.7, 7.1.2.11.2";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        for (CrlLocation location : certificate.crlLocations()) {
            location.names().forEach(name -> check(name, findings));
        }
        for (CrlLocation location : certificate.locations(Oids.FRESHEST_CRL)) {
            location.names().forEach(name -> check(name, findings));
        }
        for (AccessDescription description : certificate.accessDescriptions()) {
            check(description.location(), findings);
        }
    }

    private static void check(GeneralName name, Findings findings) {
        if (name.tag() != AlternativeName.URI_TAG || !isHttp(name.text())) {
            findings.add("%s is no http address", name.text());
        }
    }

    private static boolean isHttp(String text) {
        if (!text.startsWith(SCHEME) || text.length() == SCHEME.length() || text.charAt(SCHEME.length()) == '/') {
            return false;
        }
        for (int i = SCHEME.length(); i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
