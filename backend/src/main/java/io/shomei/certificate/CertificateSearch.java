package io.shomei.certificate;

import io.shomei.pki.SerialNumber;
import java.util.Set;

/** By what the operator finds certificates in the registers of all tenants: by something that is exact, never by a part of a name. */
public sealed interface CertificateSearch {

    /**
     * @param serials digits alone may be decimal or hexadecimal
     */
    record BySerial(Set<SerialNumber> serials) implements CertificateSearch {
        public BySerial {
            serials = Set.copyOf(serials);
        }
    }

    /**
     * @param names host names are registered in lower case, whatever people type
     */
    record ByCommonName(Set<String> names) implements CertificateSearch {
        public ByCommonName {
            names = Set.copyOf(names);
        }
    }

    /**
     * Whatever people copied: the digest of a certificate or of a key.
     *
     * @param hex SHA-256 in upper-case hexadecimal
     */
    record BySha256(String hex) implements CertificateSearch {}
}
