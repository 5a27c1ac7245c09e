package io.shomei.lint.certificate;

import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.Extension;
import io.shomei.pki.KeySpec;
import io.shomei.pki.KeyUsage;
import io.shomei.pki.Oids;
import io.shomei.pki.TbsCertificate;
import io.shomei.pki.UnsignedCertificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A certificate as the rules see it: read once, shared by all. */
public final class CertificateTarget {
    private final TbsCertificate tbs;
    private final Instant notBefore;
    private final Instant notAfter;
    private final Optional<KeySpec> key;
    private final Set<KeyUsage> keyUsage;
    private final List<String> purposes;
    private final List<GeneralName> alternativeNames;
    private final boolean authority;
    private final List<NameAttribute> subject;

    private CertificateTarget(TbsCertificate tbs) throws DerException {
        this.tbs = tbs;
        this.notBefore = TbsCertificate.moment(tbs.notBefore());
        this.notAfter = TbsCertificate.moment(tbs.notAfter());
        this.key = KeySpec.ofPublicKeyInfo(tbs.publicKeyInfo());
        this.keyUsage = readKeyUsage(tbs);
        this.purposes = readPurposes(tbs);
        this.alternativeNames = readAlternativeNames(tbs);
        this.authority = readAuthority(tbs);
        this.subject = NameAttribute.read(tbs.subject());
    }

    static CertificateTarget of(UnsignedCertificate certificate) throws DerException {
        return new CertificateTarget(certificate.read());
    }

    public TbsCertificate tbs() {
        return tbs;
    }

    public Instant notBefore() {
        return notBefore;
    }

    public Instant notAfter() {
        return notAfter;
    }

    /** Empty where the key is none of the kinds we know. */
    public Optional<KeySpec> key() {
        return key;
    }

    public Set<KeyUsage> keyUsage() {
        return keyUsage;
    }

    /** Identifiers of extKeyUsage. */
    public List<String> purposes() {
        return purposes;
    }

    public List<GeneralName> alternativeNames() {
        return alternativeNames;
    }

    /** Whether it is the certificate of an authority. */
    public boolean isAuthority() {
        return authority;
    }

    /** Whether it is a TLS server's. */
    public boolean isServer() {
        return !authority && purposes.contains(ExtendedKeyUsage.SERVER_AUTH.oid());
    }

    /** Whether it names itself as its issuer. */
    public boolean isSelfIssued() {
        return Arrays.equals(tbs.subject(), tbs.issuer());
    }

    public List<NameAttribute> subject() {
        return subject;
    }

    public Optional<Extension> extension(String oid) {
        return tbs.extension(oid);
    }

    /** Whether the extension is there. */
    public boolean has(String oid) {
        return extension(oid).isPresent();
    }

    private static Set<KeyUsage> readKeyUsage(TbsCertificate tbs) throws DerException {
        Optional<Extension> extension = tbs.extension(Oids.KEY_USAGE);
        return extension.isEmpty()
                ? Set.of()
                : KeyUsage.ofBits(extension.get().reader().contents(Der.BIT_STRING));
    }

    private static List<String> readPurposes(TbsCertificate tbs) throws DerException {
        var purposes = new ArrayList<String>(4);
        Optional<Extension> extension = tbs.extension(Oids.EXTENDED_KEY_USAGE);
        if (extension.isPresent()) {
            DerReader reader = extension.get().reader().sequence();
            while (!reader.atEnd()) {
                purposes.add(reader.oid());
            }
        }
        return purposes;
    }

    private static List<GeneralName> readAlternativeNames(TbsCertificate tbs) throws DerException {
        Optional<Extension> extension = tbs.extension(Oids.SUBJECT_ALTERNATIVE_NAME);
        return extension.isEmpty()
                ? List.of()
                : GeneralName.readAll(extension.get().reader().sequence());
    }

    private static boolean readAuthority(TbsCertificate tbs) throws DerException {
        Optional<Extension> extension = tbs.extension(Oids.BASIC_CONSTRAINTS);
        if (extension.isEmpty()) {
            return false;
        }
        DerReader reader = extension.get().reader().sequence();
        return reader.nextIs(Der.BOOLEAN) && reader.bool();
    }
}
