package io.shomei.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Authorities and certificates for tests, one of each kind, made when first asked for. */
public final class Fixtures {
    public static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    /** Long ago, so that a tool which knows only the wall clock is content. */
    public static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    public static final SecureRandom ENTROPY = new SecureRandom();
    public static final DistinguishedName ROOT_NAME = DistinguishedName.parse("CN=Test Root CA,O=Shomei Test,C=JP");
    public static final DistinguishedName ISSUER_NAME =
            DistinguishedName.parse("CN=Test Issuing CA,OU=Test,O=Shomei Test,C=JP");
    public static final DistinguishedName SERVER_NAME =
            DistinguishedName.parse("CN=www.a.ac.jp,O=A University, Tokyo,L=Chiyoda-ku,ST=Tokyo,C=JP");

    public static final DistinguishedName TIME_STAMPER_NAME =
            DistinguishedName.parse("CN=Test Time Stamping,O=Shomei Test,C=JP");

    private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

    private Fixtures() {}

    /** The same key for the same name and kind, because making RSA keys is slow. */
    public static KeyPair key(String name, KeySpec spec) {
        return KEYS.computeIfAbsent(name + spec, ignored -> spec.generate(ENTROPY));
    }

    public static CertificateDer root(KeySpec spec) {
        KeyPair key = key("root", spec);
        CertificateTemplate template = new CertificateTemplate.Builder(ROOT_NAME, SignatureScheme.forKey(spec))
                .authorityKeyOf(key.getPublic().getEncoded())
                .keyUsage(EnumSet.of(KeyUsage.KEY_CERT_SIGN, KeyUsage.CRL_SIGN))
                .authority()
                .build();
        Instant notAfter = Instant.parse("2051-10-31T23:59:59Z");
        return sign(
                template,
                key,
                template.shape(
                        serial(), NOW, notAfter, ROOT_NAME, key.getPublic().getEncoded(), List.of()));
    }

    public static CertificateDer issuer(KeySpec spec) {
        byte[] publicKey = key("issuer", spec).getPublic().getEncoded();
        CertificateTemplate template = new CertificateTemplate.Builder(ROOT_NAME, SignatureScheme.forKey(spec))
                .authorityKeyOf(key("root", spec).getPublic().getEncoded())
                .keyUsage(EnumSet.of(KeyUsage.KEY_CERT_SIGN, KeyUsage.CRL_SIGN, KeyUsage.DIGITAL_SIGNATURE))
                .authority(0)
                .policies(List.of("1.3.6.1.4.1.99999.1"))
                .crlDistributionPoint(List.of("http://pki.example.jp/root.crl"))
                .authorityInformationAccess(List.of(), List.of("http://pki.example.jp/root.cer"))
                .build();
        Instant notAfter = Instant.parse("2046-10-31T23:59:59Z");
        return sign(
                template,
                key("root", spec),
                template.shape(serial(), LONG_AGO, notAfter, ISSUER_NAME, publicKey, List.of()));
    }

    /** The template of a TLS server's profile. */
    public static CertificateTemplate.Builder serverTemplate(KeySpec issuer, KeySpec subject) {
        Set<KeyUsage> usages = subject.isRsa()
                ? EnumSet.of(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_ENCIPHERMENT)
                : EnumSet.of(KeyUsage.DIGITAL_SIGNATURE);
        return new CertificateTemplate.Builder(ISSUER_NAME, SignatureScheme.forKey(issuer))
                .authorityKeyOf(key("issuer", issuer).getPublic().getEncoded())
                .keyUsage(usages)
                .extendedKeyUsage(Set.of(ExtendedKeyUsage.SERVER_AUTH))
                .endEntity()
                .policy("1.3.6.1.4.1.99999.1", "http://pki.example.jp/cps")
                .crlDistributionPoint(List.of("http://pki.example.jp/issuing.crl"))
                .authorityInformationAccess(
                        List.of("http://pki.example.jp/ocsp"), List.of("http://pki.example.jp/issuing.cer"));
    }

    public static UnsignedCertificate unsignedServer(KeySpec issuer, KeySpec subject) {
        return serverTemplate(issuer, subject)
                .build()
                .shape(
                        serial(),
                        NOW,
                        Instant.parse("2027-05-18T23:59:59Z"),
                        SERVER_NAME,
                        key("server", subject).getPublic().getEncoded(),
                        dns("www.a.ac.jp", "a.ac.jp"));
    }

    public static CertificateDer server(KeySpec issuer, KeySpec subject) {
        CertificateTemplate template = serverTemplate(issuer, subject).build();
        return sign(template, key("issuer", issuer), unsignedServer(issuer, subject));
    }

    /** A certificate that is valid whatever the clock of the machine says. */
    public static CertificateDer longLived(KeySpec spec) {
        CertificateTemplate template = serverTemplate(spec, spec).build();
        Instant notAfter = Instant.parse("2045-12-31T23:59:59Z");
        byte[] publicKey = key("server", spec).getPublic().getEncoded();
        return sign(
                template,
                key("issuer", spec),
                template.shape(serial(), LONG_AGO, notAfter, SERVER_NAME, publicKey, dns("www.a.ac.jp")));
    }

    /** The certificate of a time-stamping authority, valid whatever the clock of the machine says. */
    public static CertificateDer timeStamper(KeySpec spec) {
        return timeStamper(spec, true, List.of(ExtendedKeyUsage.TIME_STAMPING.oid()));
    }

    public static CertificateDer timeStamper(KeySpec spec, boolean critical, List<String> purposes) {
        CertificateTemplate template = new CertificateTemplate.Builder(ISSUER_NAME, SignatureScheme.forKey(spec))
                .authorityKeyOf(key("issuer", spec).getPublic().getEncoded())
                .keyUsage(EnumSet.of(KeyUsage.DIGITAL_SIGNATURE))
                .extendedKeyUsage(critical, purposes)
                .endEntity()
                .policies(List.of("1.3.6.1.4.1.99999.1"))
                .crlDistributionPoint(List.of("http://pki.example.jp/issuing.crl"))
                .build();
        Instant notAfter = Instant.parse("2045-12-31T23:59:59Z");
        byte[] publicKey = key("time-stamper", spec).getPublic().getEncoded();
        return sign(
                template,
                key("issuer", spec),
                template.shape(serial(), LONG_AGO, notAfter, TIME_STAMPER_NAME, publicKey, List.of()));
    }

    public static TimeStampTemplate timeStampTemplate(KeySpec spec) {
        return new TimeStampTemplate(timeStamper(spec), List.of(issuer(spec)), SignatureScheme.forKey(spec));
    }

    public static byte[] timeStampToken(KeySpec spec, UnsignedTimeStamp unsigned) {
        return unsigned.assemble(
                unsigned.scheme().sign(key("time-stamper", spec).getPrivate(), unsigned.toBeSigned()));
    }

    public static CertificateDer sign(CertificateTemplate template, KeyPair key, UnsignedCertificate unsigned) {
        byte[] signature = template.scheme().sign(key.getPrivate(), unsigned.encoded());
        return CertificateDer.assemble(unsigned, template.scheme(), signature);
    }

    /** What every list of the issuer of this kind says. */
    public static CrlTemplate.Builder crlTemplate(KeySpec spec) {
        return new CrlTemplate.Builder(ISSUER_NAME, SignatureScheme.forKey(spec))
                .thisUpdate(NOW)
                .nextUpdate(NOW.plus(Duration.ofDays(7)))
                .number(BigInteger.valueOf(42))
                .authorityKey(KeyIdentifier.of(key("issuer", spec).getPublic().getEncoded()));
    }

    public static CrlEntries entries(List<RevokedEntry> revoked) {
        CrlEntryWriter writer = new CrlEntryWriter(revoked.size());
        revoked.forEach(writer::add);
        return CrlEntries.of(writer.take(), revoked.size());
    }

    public static byte[] sign(UnsignedCrl crl, String signer, KeySpec spec) {
        SignatureScheme scheme = SignatureScheme.forKey(spec);
        byte[] signature = scheme.sign(key(signer, spec).getPrivate(), crl.whole());
        return crl.signed(scheme, signature).whole();
    }

    public static List<AlternativeName> dns(String... hosts) {
        return List.of(hosts).stream()
                .map(host -> (AlternativeName) new AlternativeName.Dns(new DnsName(host)))
                .toList();
    }

    public static SerialNumber serial() {
        return SerialNumber.random(ENTROPY);
    }

    /** A request with a good signature, by the JDK's own parts. */
    public static byte[] csr(KeyPair key, String jcaSignature, byte[] signatureAlgorithm, DistinguishedName subject) {
        byte[] info =
                Der.sequence(Der.integer(0), subject.encoded(), key.getPublic().getEncoded(), Der.context(0));
        try {
            var signature = Signature.getInstance(jcaSignature);
            signature.initSign(key.getPrivate());
            signature.update(info);
            return Der.sequence(info, signatureAlgorithm, Der.bits(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] csr(KeySpec spec) {
        SignatureScheme scheme = SignatureScheme.forKey(spec);
        KeyPair key = key("server", spec);
        byte[] info = Der.sequence(
                Der.integer(0), SERVER_NAME.encoded(), key.getPublic().getEncoded(), Der.context(0));
        return Der.sequence(info, scheme.algorithmIdentifier(), Der.bits(scheme.sign(key.getPrivate(), info)));
    }

    public static Path write(Path directory, String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    public static Path write(Path directory, String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }
}
