package io.shomei.pki;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Everything that is equal in all certificates of one profile and one authority, encoded once. Shaping a certificate then only
 * joins bytes (RFC 5280 4.1).
 */
public final class CertificateTemplate {
    // RFC 5280 4.1.2.1: version 3, the INTEGER 2.
    private static final byte[] VERSION_3 = Der.context(0, Der.integer(2));
    private static final byte[] SUBJECT_KEY_IDENTIFIER = Der.oid(Oids.SUBJECT_KEY_IDENTIFIER);
    private static final byte[] SUBJECT_ALTERNATIVE_NAME = Der.oid(Oids.SUBJECT_ALTERNATIVE_NAME);
    private static final byte[] CRITICAL = Der.bool(true);
    private static final byte[] NOT_CRITICAL = {};

    private final SignatureScheme scheme;
    private final byte[] signature;
    private final byte[] issuer;
    private final byte[] extensionsBeforeNames;
    private final byte[] extensionsAfterNames;

    private CertificateTemplate(Builder builder) {
        this.scheme = builder.scheme;
        this.signature = builder.scheme.algorithmIdentifier();
        this.issuer = builder.issuer;
        this.extensionsBeforeNames = joined(builder.beforeNames);
        this.extensionsAfterNames = joined(builder.afterNames);
    }

    /** The scheme named inside the certificate; the signature must be made with it. */
    public SignatureScheme scheme() {
        return scheme;
    }

    public UnsignedCertificate shape(
            SerialNumber serial,
            Instant notBefore,
            Instant notAfter,
            DistinguishedName subject,
            byte[] publicKeyInfo,
            List<? extends AlternativeName> alternativeNames) {
        byte[] extensions = Der.sequence(
                subjectKeyIdentifier(publicKeyInfo),
                extensionsBeforeNames,
                subjectAlternativeName(subject, alternativeNames),
                extensionsAfterNames);
        return UnsignedCertificate.owning(Der.sequence(
                VERSION_3,
                Der.integer(serial.value()),
                signature,
                issuer,
                Der.sequence(Der.time(notBefore), Der.time(notAfter)),
                subject.sharedEncoding(),
                publicKeyInfo,
                Der.context(3, extensions)));
    }

    private static byte[] subjectKeyIdentifier(byte[] publicKeyInfo) {
        return Der.sequence(SUBJECT_KEY_IDENTIFIER, Der.octets(Der.octets(KeyIdentifier.of(publicKeyInfo))));
    }

    private static byte[] subjectAlternativeName(DistinguishedName subject, List<? extends AlternativeName> names) {
        if (names.isEmpty()) {
            return NOT_CRITICAL;
        }
        byte[][] encoded = new byte[names.size()][];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = names.get(i).encoded();
        }
        // RFC 5280 4.2.1.6: critical exactly when the subject is empty.
        return Der.sequence(
                SUBJECT_ALTERNATIVE_NAME,
                subject.isEmpty() ? CRITICAL : NOT_CRITICAL,
                Der.octets(Der.sequence(encoded)));
    }

    private static byte[] joined(List<Extension> extensions) {
        return Der.join(extensions.stream().map(Extension::encoded).toList());
    }

    /** What the certificates of a profile have in common. */
    public static final class Builder {
        private final byte[] issuer;
        private final SignatureScheme scheme;
        private final List<Extension> beforeNames = new ArrayList<>();
        private final List<Extension> afterNames = new ArrayList<>();

        /** The issuer's name is the subject of the authority's certificate, byte for byte (RFC 5280 4.1.2.4). */
        public Builder(DistinguishedName issuer, SignatureScheme scheme) {
            this.issuer = issuer.encoded();
            this.scheme = scheme;
        }

        /** RFC 5280 4.2.1.1: the subject key identifier that stands in the authority's certificate. */
        public Builder authorityKey(byte[] keyIdentifier) {
            byte[] value = Der.sequence(Der.contextPrimitive(0, keyIdentifier));
            beforeNames.add(new Extension(Oids.AUTHORITY_KEY_IDENTIFIER, false, value));
            return this;
        }

        /** The key that signs, where its certificate is one of ours: a root's own, for instance. */
        public Builder authorityKeyOf(byte[] publicKeyInfo) {
            return authorityKey(KeyIdentifier.of(publicKeyInfo));
        }

        /** RFC 5280 4.2.1.3: critical. */
        public Builder keyUsage(Set<KeyUsage> usages) {
            byte[] value = Der.namedBits(usages.stream().map(KeyUsage::bit).toList());
            beforeNames.add(new Extension(Oids.KEY_USAGE, true, value));
            return this;
        }

        public Builder extendedKeyUsage(Set<ExtendedKeyUsage> usages) {
            return extendedKeyUsage(
                    false, usages.stream().map(ExtendedKeyUsage::oid).sorted().toList());
        }

        /** Purposes by identifier. RFC 3161 2.3 wants timeStamping alone and critical. */
        public Builder extendedKeyUsage(boolean critical, Collection<String> oids) {
            byte[] value = Der.sequence(oids.stream().map(Der::oid).toArray(byte[][]::new));
            beforeNames.add(new Extension(Oids.EXTENDED_KEY_USAGE, critical, value));
            return this;
        }

        /** What certificates below an authority may serve for, where that is restricted (BR 7.1.2.10.6). */
        public Builder purposesOfAuthority(Set<ExtendedKeyUsage> purposes) {
            return purposes.isEmpty() ? this : extendedKeyUsage(purposes);
        }

        /** BasicConstraints of a subscriber: cA FALSE, which DER leaves out. */
        public Builder endEntity() {
            beforeNames.add(new Extension(Oids.BASIC_CONSTRAINTS, true, Der.sequence()));
            return this;
        }

        /** An authority with any number of authorities below it: a root. */
        public Builder authority() {
            beforeNames.add(new Extension(Oids.BASIC_CONSTRAINTS, true, Der.sequence(Der.bool(true))));
            return this;
        }

        /** An authority with at most this many authorities below it (RFC 5280 4.2.1.9). */
        public Builder authority(int pathLength) {
            if (pathLength < 0) {
                throw new IllegalArgumentException("a path length is not negative");
            }
            byte[] value = Der.sequence(Der.bool(true), Der.integer(pathLength));
            beforeNames.add(new Extension(Oids.BASIC_CONSTRAINTS, true, value));
            return this;
        }

        /** RFC 5280 4.2.1.4, without qualifiers, as BR 7.1.2.7.9 prefers. */
        public Builder policies(List<String> oids) {
            return policyInformation(
                    oids.stream().map(oid -> Der.sequence(Der.oid(oid))).toList());
        }

        /** One policy with the address of its practice statement. */
        public Builder policy(String oid, String practiceStatement) {
            byte[] qualifier = Der.sequence(Der.oid(Oids.CPS_QUALIFIER), Der.ia5(practiceStatement));
            return policyInformation(List.of(Der.sequence(Der.oid(oid), Der.sequence(qualifier))));
        }

        /** RFC 5280 4.2.1.13: one point, whose list is complete at each of these addresses. */
        public Builder crlDistributionPoint(List<String> uris) {
            return distributionPoint(Oids.CRL_DISTRIBUTION_POINTS, uris);
        }

        /** RFC 5280 4.2.1.15: where the delta is. */
        public Builder freshestCrl(List<String> uris) {
            return distributionPoint(Oids.FRESHEST_CRL, uris);
        }

        /** RFC 5280 4.2.2.1: who answers for the status, and where the authority's own certificate is. */
        public Builder authorityInformationAccess(List<String> ocsp, List<String> issuers) {
            List<byte[]> descriptions = new ArrayList<>();
            ocsp.forEach(uri -> descriptions.add(Der.sequence(Der.oid(Oids.ACCESS_OCSP), uri(uri))));
            issuers.forEach(uri -> descriptions.add(Der.sequence(Der.oid(Oids.ACCESS_CA_ISSUERS), uri(uri))));
            if (!descriptions.isEmpty()) {
                byte[] value = Der.sequence(descriptions.toArray(byte[][]::new));
                afterNames.add(new Extension(Oids.AUTHORITY_INFORMATION_ACCESS, false, value));
            }
            return this;
        }

        /** RFC 6960 4.2.2.2.1: the status of an OCSP signer is not asked for. */
        public Builder ocspNoCheck() {
            return extension(new Extension(Oids.OCSP_NO_CHECK, false, Der.nullElement()));
        }

        /** Any other extension, in DER. */
        public Builder extension(Extension extension) {
            afterNames.add(extension);
            return this;
        }

        public CertificateTemplate build() {
            return new CertificateTemplate(this);
        }

        private Builder policyInformation(List<byte[]> policies) {
            if (!policies.isEmpty()) {
                byte[] value = Der.sequence(policies.toArray(byte[][]::new));
                beforeNames.add(new Extension(Oids.CERTIFICATE_POLICIES, false, value));
            }
            return this;
        }

        private Builder distributionPoint(String oid, List<String> uris) {
            if (!uris.isEmpty()) {
                afterNames.add(new Extension(oid, false, Der.sequence(DistributionPoint.of(uris))));
            }
            return this;
        }

        private static byte[] uri(String uri) {
            return Der.element(AlternativeName.URI_TAG, uri.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
