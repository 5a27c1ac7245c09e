package io.shomei.certificate;

import io.shomei.pki.SerialNumber;

/** By what the operator finds certificates in the registers of all tenants: by something that is exact, never by a part of a name. */
public sealed interface CertificateSearch {

    record BySerial(SerialNumber serial) implements CertificateSearch {}

    record ByCommonName(String name) implements CertificateSearch {}

    /**
     * Whatever people copied: the digest of a certificate or of a key.
     *
     * @param hex SHA-256 in upper-case hexadecimal
     */
    record BySha256(String hex) implements CertificateSearch {}
}
