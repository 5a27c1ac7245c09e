package io.shomei.lint.certificate;

import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.Extension;
import io.shomei.pki.Fixtures;
import io.shomei.pki.KeySpec;
import io.shomei.pki.TbsCertificate;
import io.shomei.pki.UnsignedCertificate;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A server's certificate that passes every rule, of which a test spoils one thing. */
public final class Sample {
    private byte[] version = Der.context(0, Der.integer(2));
    private BigInteger serial;
    private byte[] algorithm;
    private byte[] issuer;
    private byte[] notBefore;
    private byte[] notAfter;
    private byte[] subject;
    private byte[] publicKeyInfo;
    private byte[] uniqueIdentifier = {};
    private final List<Extension> extensions;

    private Sample(TbsCertificate tbs) {
        this.serial = tbs.serial();
        this.algorithm = tbs.signatureAlgorithm();
        this.issuer = tbs.issuer();
        this.notBefore = tbs.notBefore();
        this.notAfter = tbs.notAfter();
        this.subject = tbs.subject();
        this.publicKeyInfo = tbs.publicKeyInfo();
        this.extensions = new ArrayList<>(tbs.extensions());
    }

    public static Sample server() {
        return of(Fixtures.unsignedServer(KeySpec.P256, KeySpec.P256));
    }

    public static Sample authority() {
        return new Sample(Fixtures.issuer(KeySpec.P256).tbs());
    }

    public static Sample of(UnsignedCertificate certificate) {
        try {
            return new Sample(certificate.read());
        } catch (DerException e) {
            throw new AssertionError(e);
        }
    }

    public Sample version(byte[] der) {
        this.version = der;
        return this;
    }

    public Sample serial(BigInteger value) {
        this.serial = value;
        return this;
    }

    public Sample algorithm(byte[] der) {
        this.algorithm = der;
        return this;
    }

    public Sample issuer(byte[] der) {
        this.issuer = der;
        return this;
    }

    public Sample validity(byte[] from, byte[] to) {
        this.notBefore = from;
        this.notAfter = to;
        return this;
    }

    public Sample validity(String from, String to) {
        return validity(Der.time(Instant.parse(from)), Der.time(Instant.parse(to)));
    }

    public Sample subject(byte[] der) {
        this.subject = der;
        return this;
    }

    /** A subject with this one attribute besides the usual CN. */
    public Sample subjectWith(String oid, byte[] string) {
        return subject(Der.sequence(
                Der.set(Der.sequence(Der.oid(oid), string)),
                Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.utf8("www.a.ac.jp")))));
    }

    public Sample key(byte[] der) {
        this.publicKeyInfo = der;
        return this;
    }

    public Sample uniqueIdentifier() {
        this.uniqueIdentifier = Der.contextPrimitive(1, new byte[] {0, 1});
        return this;
    }

    public Sample without(String oid) {
        extensions.removeIf(extension -> extension.oid().equals(oid));
        return this;
    }

    public Sample with(String oid, boolean critical, byte[] value) {
        without(oid);
        extensions.add(new Extension(oid, critical, value));
        return this;
    }

    public Sample again(String oid) {
        extensions.add(extensions.stream()
                .filter(extension -> extension.oid().equals(oid))
                .findFirst()
                .orElseThrow());
        return this;
    }

    public UnsignedCertificate build() {
        byte[][] encoded = extensions.stream().map(Sample::encoded).toArray(byte[][]::new);
        return UnsignedCertificate.ofDer(Der.sequence(
                version,
                Der.integer(serial),
                algorithm,
                issuer,
                Der.sequence(notBefore, notAfter),
                subject,
                publicKeyInfo,
                uniqueIdentifier,
                Der.context(3, Der.sequence(encoded))));
    }

    private static byte[] encoded(Extension extension) {
        byte[] critical = extension.critical() ? Der.bool(true) : new byte[0];
        return Der.sequence(Der.oid(extension.oid()), critical, Der.octets(extension.value()));
    }
}
