package io.shomei.request;

import io.shomei.certificate.Certificate;
import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.profile.CertificateKind;
import java.util.List;
import java.util.Locale;

/** What an application says beside a serial number of whom the certificate is for, so that a number that was mistyped is found out. */
public sealed interface NamedSubject {

    /** Whether it is this certificate's. */
    boolean isOf(Certificate certificate);

    /** As it was said. */
    String text();

    /** What stands in its place in a certificate. */
    String textOf(Certificate certificate);

    /** Of a renewal, in which everything else may change. */
    record CommonName(String text) implements NamedSubject {
        @Override
        public boolean isOf(Certificate certificate) {
            return certificate.commonName().equalsIgnoreCase(text);
        }

        @Override
        public String textOf(Certificate certificate) {
            return certificate.commonName();
        }
    }

    /**
     * Of what is done to the certificate itself: namesakes are told apart by their OUs. It is compared without regard to case and to
     * repeated spaces (X.520 caseIgnoreMatch).
     */
    record Whole(DistinguishedName subject) implements NamedSubject {
        @Override
        public boolean isOf(Certificate certificate) {
            DistinguishedName other = DistinguishedName.parse(certificate.subjectDn());
            boolean unitsCount = certificate.kind() != CertificateKind.SERVER || (hasUnits(subject) && hasUnits(other));
            List<Attribute> said = compared(subject, unitsCount);
            List<Attribute> found = compared(other, unitsCount);
            return said.equals(found) || said.equals(found.reversed());
        }

        @Override
        public String text() {
            return subject.text();
        }

        @Override
        public String textOf(Certificate certificate) {
            return certificate.subjectDn();
        }

        private static boolean hasUnits(DistinguishedName name) {
            return name.first(AttributeType.OU).isPresent();
        }

        /** A server's OU was dropped when it was renewed, or is left out where it is dropped by now: then it does not tell servers apart. */
        private static List<Attribute> compared(DistinguishedName name, boolean units) {
            return name.attributes().stream()
                    .filter(attribute -> units || attribute.type() != AttributeType.OU)
                    .map(attribute -> new Attribute(
                            attribute.type(),
                            attribute.value().strip().replaceAll(" +", " ").toLowerCase(Locale.ROOT)))
                    .toList();
        }
    }
}
