package io.shomei.lint.certificate;

import io.shomei.pki.CertificateDer;
import io.shomei.pki.CertificateTemplate;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.Extension;
import io.shomei.pki.Fixtures;
import io.shomei.pki.KeyIdentifier;
import io.shomei.pki.KeySpec;
import io.shomei.pki.KeyUsage;
import io.shomei.pki.Oids;
import io.shomei.pki.SignatureScheme;
import io.shomei.pki.TbsCertificate;
import io.shomei.pki.UnsignedCertificate;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A certificate that passes every rule, of which a test spoils one thing. */
public final class Sample {
    private static final String POLICY = "1.3.6.1.4.1.99999.1";
    private static final Set<KeyUsage> SIGNS = EnumSet.of(KeyUsage.DIGITAL_SIGNATURE);
    private static final Set<KeyUsage> ISSUES = EnumSet.of(KeyUsage.KEY_CERT_SIGN, KeyUsage.CRL_SIGN);
    private static final DistinguishedName COMPANY =
            DistinguishedName.parse("CN=A University,O=A University,L=Chiyoda-ku,ST=Tokyo,C=JP");
    private static final DistinguishedName SERVICE = DistinguishedName.parse("CN=Test Service,O=Shomei Test,C=JP");

    private Programme programme;
    private @Nullable CertificateDer above;
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

    private Sample(Programme programme, @Nullable CertificateDer above, UnsignedCertificate certificate) {
        TbsCertificate tbs = read(certificate);
        this.programme = programme;
        this.above = above;
        this.serial = tbs.serial();
        this.algorithm = tbs.signatureAlgorithm();
        this.issuer = tbs.issuer();
        this.notBefore = tbs.notBefore();
        this.notAfter = tbs.notAfter();
        this.subject = tbs.subject();
        this.publicKeyInfo = tbs.publicKeyInfo();
        this.extensions = new ArrayList<>(tbs.extensions());
    }

    public static Sample root() {
        byte[] key = Samples.ROOT_KEY.getPublic().getEncoded();
        UnsignedCertificate root = new CertificateTemplate.Builder(
                        Fixtures.ROOT_NAME, SignatureScheme.ECDSA_WITH_SHA256)
                .authorityKeyOf(key)
                .keyUsage(ISSUES)
                .authority()
                .build()
                .shape(Fixtures.serial(), Fixtures.LONG_AGO, at("2044-12-31"), Fixtures.ROOT_NAME, key, List.of());
        return new Sample(Programme.PRIVATE, null, root);
    }

    /** One whose certificates are for TLS servers. */
    public static Sample authority() {
        return authority(Programme.TLS, ExtendedKeyUsage.SERVER_AUTH, Oids.ANY_POLICY);
    }

    public static Sample mailAuthority() {
        return authority(Programme.SMIME, ExtendedKeyUsage.EMAIL_PROTECTION, Oids.ANY_POLICY);
    }

    public static Sample codeAuthority() {
        return authority(Programme.CODE_SIGNING, ExtendedKeyUsage.CODE_SIGNING, "2.23.140.1.4.1");
    }

    /** One whose certificates are for time stamps. */
    public static Sample timeAuthority() {
        return authority(Programme.CODE_SIGNING, ExtendedKeyUsage.TIME_STAMPING, "2.23.140.1.4.2");
    }

    /** One whose certificates are for anything. */
    public static Sample clientAuthority() {
        return authority(Programme.PRIVATE, ExtendedKeyUsage.CLIENT_AUTH, Oids.ANY_POLICY)
                .without(Oids.EXTENDED_KEY_USAGE);
    }

    /** For a TLS server of an organization, with a key on P-256. */
    public static Sample server() {
        return new Sample(
                Programme.TLS,
                Samples.AUTHORITY,
                shape(
                        holder(SIGNS, ExtendedKeyUsage.SERVER_AUTH).policies(List.of(POLICY, "2.23.140.1.2.2")),
                        Fixtures.SERVER_NAME,
                        key(KeySpec.P256),
                        "www.a.ac.jp",
                        "a.ac.jp"));
    }

    public static Sample serverRsa() {
        return server().key(Samples.RSA).usages(0, 2);
    }

    /** For a person, who logs in with it. */
    public static Sample client() {
        return new Sample(
                Programme.PRIVATE,
                Samples.CLIENT_AUTHORITY,
                shape(
                        holder(SIGNS, ExtendedKeyUsage.CLIENT_AUTH).policies(List.of(POLICY)),
                        DistinguishedName.parse("CN=Taro Yamada,OU=Library,O=A University,C=JP"),
                        key(KeySpec.P256)));
    }

    /** For a mailbox, whoever has it. */
    public static Sample mail() {
        DistinguishedName mailbox = DistinguishedName.parse("CN=taro@a.ac.jp,E=taro@a.ac.jp");
        return new Sample(
                        Programme.SMIME,
                        Samples.MAIL_AUTHORITY,
                        shape(
                                holder(SIGNS, ExtendedKeyUsage.EMAIL_PROTECTION).policies(List.of("2.23.140.1.5.1.2")),
                                mailbox,
                                key(KeySpec.P256)))
                .names(RuleChecks.mail("taro@a.ac.jp"));
    }

    public static Sample mailRsa() {
        return mail().key(Samples.RSA).usages(0, 2);
    }

    /** For a mailbox of a person of an organization. */
    public static Sample person() {
        return mail().policies("2.23.140.1.5.3.2")
                .subject(Der.sequence(
                        Der.set(RuleChecks.attribute("2.5.4.6", Der.printable("JP"))),
                        Der.set(RuleChecks.attribute("2.5.4.10", Der.utf8("A University"))),
                        Der.set(RuleChecks.attribute("2.5.4.97", Der.utf8("NTRJP-1234567890123"))),
                        Der.set(RuleChecks.attribute("2.5.4.4", Der.utf8("山田"))),
                        Der.set(RuleChecks.attribute("2.5.4.42", Der.utf8("太郎"))),
                        Der.set(RuleChecks.attribute("2.5.4.3", Der.utf8("山田 太郎")))));
    }

    /** For programs. */
    public static Sample code() {
        return new Sample(
                Programme.CODE_SIGNING,
                Samples.CODE_AUTHORITY,
                shape(
                        holder(SIGNS, ExtendedKeyUsage.CODE_SIGNING).policies(List.of(POLICY)),
                        COMPANY,
                        key(KeySpec.P256)));
    }

    /** For time stamps. */
    public static Sample timeStamp() {
        return new Sample(
                Programme.CODE_SIGNING,
                Samples.TIME_AUTHORITY,
                shape(
                        holder(SIGNS)
                                .extendedKeyUsage(true, List.of(ExtendedKeyUsage.TIME_STAMPING.oid()))
                                .policies(List.of(POLICY)),
                        SERVICE,
                        key(KeySpec.P256)));
    }

    /** For status answers. */
    public static Sample ocspSigner() {
        CertificateTemplate.Builder template = issued(
                        Samples.AUTHORITY_NAME,
                        Samples.AUTHORITY_KEY.getPublic().getEncoded())
                .keyUsage(SIGNS)
                .extendedKeyUsage(Set.of(ExtendedKeyUsage.OCSP_SIGNING))
                .endEntity()
                .ocspNoCheck();
        return new Sample(Programme.TLS, Samples.AUTHORITY, shape(template, SERVICE, key(KeySpec.P256)))
                .validity("2026-11-01T00:00:00Z", "2026-11-30T23:59:59Z");
    }

    Programme programme() {
        return programme;
    }

    public Sample programme(Programme other) {
        this.programme = other;
        return this;
    }

    /** Checks it as if this one's key would sign. */
    public Sample issuedBy(CertificateDer certificate) {
        this.above = certificate;
        return this;
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

    /** A subject with this attribute before the others. */
    public Sample subjectWith(String oid, byte[] string) {
        try {
            byte[] others = new DerReader(subject).sequence().rest();
            return subject(Der.sequence(Der.set(RuleChecks.attribute(oid, string)), others));
        } catch (DerException e) {
            throw new AssertionError(e);
        }
    }

    /** Another key, and its identifier. */
    public Sample key(byte[] der) {
        this.publicKeyInfo = der;
        return with(Oids.SUBJECT_KEY_IDENTIFIER, false, Der.octets(KeyIdentifier.of(der)));
    }

    public Sample uniqueIdentifier() {
        this.uniqueIdentifier = Der.contextPrimitive(1, new byte[] {0, 1});
        return this;
    }

    public Sample without(String oid) {
        extensions.removeIf(extension -> extension.oid().equals(oid));
        return this;
    }

    public Sample withoutExtensions() {
        extensions.clear();
        return this;
    }

    public Sample with(String oid, boolean critical, byte[] value) {
        without(oid);
        extensions.add(new Extension(oid, critical, value));
        return this;
    }

    /** Its extensions in another order. */
    Sample ordered(List<String> oids) {
        extensions.sort(Comparator.comparingInt(extension -> oids.indexOf(extension.oid())));
        return this;
    }

    public Sample again(String oid) {
        extensions.add(extension(oid));
        return this;
    }

    public Sample critical(String oid, boolean critical) {
        return with(oid, critical, extension(oid).value());
    }

    /** Bits of keyUsage. */
    public Sample usages(Integer... bits) {
        return with(Oids.KEY_USAGE, true, Der.namedBits(List.of(bits)));
    }

    public Sample policies(String... identifiers) {
        byte[][] policies = Arrays.stream(identifiers)
                .map(policy -> Der.sequence(Der.oid(policy)))
                .toArray(byte[][]::new);
        return with(Oids.CERTIFICATE_POLICIES, false, Der.sequence(policies));
    }

    /** Alternative names. */
    public Sample names(byte[]... generalNames) {
        return with(Oids.SUBJECT_ALTERNATIVE_NAME, false, Der.sequence(generalNames));
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

    CertificateTarget target() throws DerException {
        return above == null
                ? CertificateTarget.ofRoot(build(), programme)
                : CertificateTarget.of(build(), above, programme);
    }

    private static Sample authority(Programme programme, ExtendedKeyUsage purpose, String policy) {
        CertificateTemplate.Builder template = issued(
                        Fixtures.ROOT_NAME, Samples.ROOT_KEY.getPublic().getEncoded())
                .keyUsage(ISSUES)
                .extendedKeyUsage(Set.of(purpose))
                .authority(0)
                .policies(List.of(policy))
                .crlDistributionPoint(List.of("http://pki.example.jp/root.crl"))
                .authorityInformationAccess(List.of(), List.of("http://pki.example.jp/root.crt"));
        byte[] key = Samples.AUTHORITY_KEY.getPublic().getEncoded();
        return new Sample(programme, Samples.ROOT, shape(template, Samples.AUTHORITY_NAME, key))
                .validity(Der.time(Fixtures.LONG_AGO), Der.time(at("2040-12-31")));
    }

    /** What the certificates of all holders have in common. */
    private static CertificateTemplate.Builder holder(Set<KeyUsage> usages, ExtendedKeyUsage... purposes) {
        CertificateTemplate.Builder template = issued(
                        Samples.AUTHORITY_NAME,
                        Samples.AUTHORITY_KEY.getPublic().getEncoded())
                .keyUsage(usages)
                .endEntity()
                .crlDistributionPoint(List.of("http://pki.example.jp/issuing.crl"))
                .authorityInformationAccess(
                        List.of("http://pki.example.jp/ocsp"), List.of("http://pki.example.jp/issuing.crt"));
        return purposes.length == 0 ? template : template.extendedKeyUsage(Set.of(purposes));
    }

    private static CertificateTemplate.Builder issued(DistinguishedName name, byte[] key) {
        return new CertificateTemplate.Builder(name, SignatureScheme.ECDSA_WITH_SHA256).authorityKeyOf(key);
    }

    private static UnsignedCertificate shape(
            CertificateTemplate.Builder template, DistinguishedName subject, byte[] key, String... hosts) {
        return template.build()
                .shape(
                        Fixtures.serial(),
                        Fixtures.NOW,
                        Instant.parse("2027-05-18T23:59:59Z"),
                        subject,
                        key,
                        Fixtures.dns(hosts));
    }

    private static byte[] key(KeySpec spec) {
        return Fixtures.key("server", spec).getPublic().getEncoded();
    }

    private static Instant at(String lastDay) {
        return Instant.parse(lastDay + "T23:59:59Z");
    }

    private Extension extension(String oid) {
        return extensions.stream()
                .filter(extension -> extension.oid().equals(oid))
                .findFirst()
                .orElseThrow();
    }

    private static TbsCertificate read(UnsignedCertificate certificate) {
        try {
            return certificate.read();
        } catch (DerException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] encoded(Extension extension) {
        byte[] critical = extension.critical() ? Der.bool(true) : new byte[0];
        return Der.sequence(Der.oid(extension.oid()), critical, Der.octets(extension.value()));
    }
}
