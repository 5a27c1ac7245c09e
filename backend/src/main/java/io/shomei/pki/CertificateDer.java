package io.shomei.pki;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A signed certificate: its bytes, and what they say. */
public final class CertificateDer {
    private static final CertificateFactory X509 = x509();

    private final byte[] encoded;
    private final TbsCertificate tbs;
    private final Instant notBefore;
    private final Instant notAfter;

    private CertificateDer(byte[] encoded, TbsCertificate tbs) throws DerException {
        this.encoded = encoded;
        this.tbs = tbs;
        this.notBefore = TbsCertificate.moment(tbs.notBefore());
        this.notAfter = TbsCertificate.moment(tbs.notAfter());
    }

    /** Puts the signature to what was signed (RFC 5280 4.1.1). */
    public static CertificateDer assemble(UnsignedCertificate tbs, SignatureScheme scheme, byte[] signature) {
        return ofDer(Der.sequence(tbs.sharedEncoding(), scheme.algorithmIdentifier(), Der.bits(signature)));
    }

    /**
     * Reads a certificate that we keep or that a configured file holds.
     *
     * @throws IllegalArgumentException where the bytes are none
     */
    public static CertificateDer ofDer(byte[] der) {
        return read(der).orElseThrow(() -> new IllegalArgumentException("not an X.509 certificate"));
    }

    /** Reads a certificate that somebody sent. */
    public static Optional<CertificateDer> read(byte[] der) {
        try {
            DerReader outer = new DerReader(der);
            DerReader certificate = outer.sequence();
            outer.requireEnd();
            byte[] tbs = certificate.element(Der.SEQUENCE);
            byte[] algorithm = certificate.element(Der.SEQUENCE);
            certificate.octetsOfBits();
            certificate.requireEnd();
            TbsCertificate read = TbsCertificate.read(tbs);
            if (!Arrays.equals(algorithm, read.signatureAlgorithm())) {
                // RFC 5280 4.1.1.2: the two are the same.
                return Optional.empty();
            }
            return Optional.of(new CertificateDer(der.clone(), read));
        } catch (DerException e) {
            return Optional.empty();
        }
    }

    public byte[] encoded() {
        return encoded.clone();
    }

    public TbsCertificate tbs() {
        return tbs;
    }

    /**
     * The serial number of a certificate that we issued.
     *
     * @throws IllegalArgumentException where it has none that RFC 5280 4.1.2.2 allows; a stranger's may
     */
    public SerialNumber serial() {
        return new SerialNumber(tbs.serial());
    }

    /** The serial number in hexadecimal, of a stranger's certificate as well; see {@link SerialNumber#hex()}. */
    public String serialHex() {
        return SerialNumber.hex(tbs.serial());
    }

    /**
     * The name of who has the key.
     *
     * @throws DnSyntaxException where it has attributes we do not know; a stranger's may
     */
    public DistinguishedName subject() {
        return DistinguishedName.ofDer(tbs.subject());
    }

    public DistinguishedName issuer() {
        return DistinguishedName.ofDer(tbs.issuer());
    }

    /** The subject for a person to read, whatever attributes a stranger put into it. */
    public String subjectText() {
        return CertificateText.name(tbs.subject());
    }

    /** As {@link #subjectText()}, of the issuer. */
    public String issuerText() {
        return CertificateText.name(tbs.issuer());
    }

    public Instant notBefore() {
        return notBefore;
    }

    /** The last second of validity, itself included (RFC 5280 4.1.2.5). */
    public Instant notAfter() {
        return notAfter;
    }

    public List<String> dnsNames() {
        return CertificateNames.of(tbs, AlternativeName.DNS_TAG);
    }

    /** rfc822Names of the SAN. */
    public List<String> emails() {
        return CertificateNames.of(tbs, AlternativeName.EMAIL_TAG);
    }

    /** {@code RSA 2048}, {@code EC P-256}. */
    public String keyDescription() {
        try {
            return PublicKeyInfo.read(tbs.publicKeyInfo()).description();
        } catch (DerException e) {
            return "?";
        }
    }

    public Optional<KeySpec> keySpec() {
        return KeySpec.ofPublicKeyInfo(tbs.publicKeyInfo());
    }

    /** The SubjectPublicKeyInfo in DER. */
    public byte[] publicKeyInfo() {
        return tbs.publicKeyInfo().clone();
    }

    public PublicKey publicKey() {
        return CryptoProvider.adopt(toX509().getPublicKey());
    }

    /** {@code SHA256withRSA}; the dotted identifier where the algorithm is not one of ours. */
    public String signatureAlgorithm() {
        return SignatureScheme.ofAlgorithmIdentifier(tbs.signatureAlgorithm())
                .map(SignatureScheme::jcaName)
                .orElseGet(this::signatureOid);
    }

    /** The subject key identifier, which stands as authority key identifier in what this certificate's key signs. */
    public Optional<byte[]> keyIdentifier() {
        try {
            Optional<Extension> extension = tbs.extension(Oids.SUBJECT_KEY_IDENTIFIER);
            return extension.isEmpty()
                    ? Optional.empty()
                    : Optional.of(octets(extension.get().reader()));
        } catch (DerException e) {
            return Optional.empty();
        }
    }

    /** Whether its key may sign certificates of authorities, not only of subscribers (RFC 5280 4.2.1.9). */
    public boolean mayCertifyAuthorities() {
        try {
            Optional<Extension> extension = tbs.extension(Oids.BASIC_CONSTRAINTS);
            DerReader constraints = extension.isEmpty()
                    ? new DerReader(new byte[0])
                    : extension.get().reader().sequence();
            boolean authority = constraints.nextIs(Der.BOOLEAN) && constraints.bool();
            return authority && (constraints.atEnd() || constraints.integer().signum() > 0);
        } catch (DerException e) {
            return false;
        }
    }

    public byte[] sha1Fingerprint() {
        return Digests.sha1(encoded);
    }

    public byte[] sha256Fingerprint() {
        return Digests.sha256(encoded);
    }

    public String pem() {
        return pem("CERTIFICATE", encoded);
    }

    /** For a person who wants to see everything: much like {@code openssl x509 -text}. */
    public String text() {
        return CertificateText.of(this);
    }

    public X509Certificate toX509() {
        try {
            return (X509Certificate) X509.generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("not an X.509 certificate", e);
        }
    }

    /** RFC 7468: lines of 64 characters. */
    public static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertificateDer certificate && Arrays.equals(encoded, certificate.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "certificate " + tbs.serial().toString(16);
    }

    private static byte[] octets(DerReader reader) throws DerException {
        byte[] octets = reader.contents(Der.OCTET_STRING);
        reader.requireEnd();
        return octets;
    }

    private String signatureOid() {
        try {
            return new DerReader(tbs.signatureAlgorithm()).sequence().oid();
        } catch (DerException e) {
            return "?";
        }
    }

    private static CertificateFactory x509() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }
}
