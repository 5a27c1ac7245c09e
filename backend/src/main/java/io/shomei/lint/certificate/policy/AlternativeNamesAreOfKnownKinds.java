package io.shomei.lint.certificate.policy;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.GeneralName;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.Oids;

/** Host, mail address, URI, IP address, and the user principal name Windows logs in with, in UTF-8: what we check, and nothing else. */
final class AlternativeNamesAreOfKnownKinds implements CertificateRule {
    private static final int VALUE = 0xA0;

    @Override
    public String source() {
        return "CP 3.1.1";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) throws DerException {
        for (GeneralName name : certificate.alternativeNames()) {
            boolean known = switch (name.tag()) {
                case AlternativeName.DNS_TAG,
                        AlternativeName.EMAIL_TAG,
                        AlternativeName.URI_TAG,
                        AlternativeName.IP_TAG -> true;
                case AlternativeName.OTHER_TAG -> isPrincipalName(new DerReader(name.octets()));
                default -> false;
            };
            if (!known) {
                findings.add("alternative name of kind %02X", name.tag());
            }
        }
    }

    private static boolean isPrincipalName(DerReader other) throws DerException {
        if (!other.oid().equals(Oids.USER_PRINCIPAL_NAME)) {
            return false;
        }
        DerReader value = other.enter(VALUE);
        value.contents(Der.UTF8_STRING);
        return value.atEnd() && other.atEnd();
    }
}
