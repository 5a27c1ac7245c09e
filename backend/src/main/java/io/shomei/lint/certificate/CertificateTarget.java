package io.shomei.lint.certificate;

import io.shomei.pki.AttributeType;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.Extension;
import io.shomei.pki.KeySpec;
import io.shomei.pki.KeyUsage;
import io.shomei.pki.Oids;
import io.shomei.pki.PublicKeyInfo;
import io.shomei.pki.TbsCertificate;
import io.shomei.pki.UnsignedCertificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A certificate as the rules see it, together with its issuer's: read once, shared by all. What every rule could stumble over, such as
 * an extension that is no DER, is refused here already.
 */
public final class CertificateTarget {
    private final TbsCertificate tbs;
    private final TbsCertificate issuer;
    private final Programme programme;
    private final Instant notBefore;
    private final Instant notAfter;
    private final Optional<PublicKeyInfo> publicKey;
    private final Set<KeyUsage> keyUsage;
    private final List<String> purposes;
    private final List<GeneralName> alternativeNames;
    private final List<PolicyInformation> policies;
    private final List<CrlLocation> crlLocations;
    private final List<AccessDescription> accessDescriptions;
    private final BasicConstraints constraints;
    private final List<NameAttribute> subject;

    private CertificateTarget(TbsCertificate tbs, TbsCertificate issuer, Programme programme) throws DerException {
        this.tbs = tbs;
        this.issuer = issuer;
        this.programme = programme;
        this.notBefore = TbsCertificate.moment(tbs.notBefore());
        this.notAfter = TbsCertificate.moment(tbs.notAfter());
        this.publicKey = readKey(tbs);
        this.keyUsage = readKeyUsage(tbs);
        this.purposes = readPurposes(tbs);
        this.constraints = readConstraints(tbs);
        this.subject = NameAttribute.read(tbs.subject());
        this.alternativeNames = has(Oids.SUBJECT_ALTERNATIVE_NAME)
                ? GeneralName.readAll(value(Oids.SUBJECT_ALTERNATIVE_NAME))
                : List.of();
        this.policies = has(Oids.CERTIFICATE_POLICIES)
                ? PolicyInformation.readAll(value(Oids.CERTIFICATE_POLICIES))
                : List.of();
        this.crlLocations = locations(Oids.CRL_DISTRIBUTION_POINTS);
        this.accessDescriptions = has(Oids.AUTHORITY_INFORMATION_ACCESS)
                ? AccessDescription.readAll(value(Oids.AUTHORITY_INFORMATION_ACCESS))
                : List.of();
    }

    /** A certificate that the issuer's key will sign. */
    static CertificateTarget of(UnsignedCertificate certificate, CertificateDer issuer, Programme programme)
            throws DerException {
        return new CertificateTarget(certificate.read(), issuer.tbs(), programme);
    }

    /** A certificate that its own key will sign. */
    static CertificateTarget ofRoot(UnsignedCertificate certificate, Programme programme) throws DerException {
        TbsCertificate tbs = certificate.read();
        return new CertificateTarget(tbs, tbs, programme);
    }

    public TbsCertificate tbs() {
        return tbs;
    }

    /** The issuer's certificate; of a root, this one. */
    public TbsCertificate issuer() {
        return issuer;
    }

    public Programme programme() {
        return programme;
    }

    public Instant notBefore() {
        return notBefore;
    }

    public Instant notAfter() {
        return notAfter;
    }

    /** RFC 5280 4.1.2.5: both ends included, so the last second counts. */
    public Duration validity() {
        return Duration.between(notBefore, notAfter).plusSeconds(1);
    }

    /** Empty where the key cannot be read. */
    public Optional<PublicKeyInfo> publicKey() {
        return publicKey;
    }

    /** Empty where the key is none of the kinds we know. */
    public Optional<KeySpec> key() {
        return publicKey.flatMap(PublicKeyInfo::spec);
    }

    public Set<KeyUsage> keyUsage() {
        return keyUsage;
    }

    /** Identifiers of extKeyUsage. */
    public List<String> purposes() {
        return purposes;
    }

    public boolean serves(ExtendedKeyUsage purpose) {
        return purposes.contains(purpose.oid());
    }

    public List<GeneralName> alternativeNames() {
        return alternativeNames;
    }

    public List<PolicyInformation> policies() {
        return policies;
    }

    /** Whether it was issued under this policy. */
    public boolean follows(String policy) {
        for (PolicyInformation each : policies) {
            if (each.identifier().equals(policy)) {
                return true;
            }
        }
        return false;
    }

    /** Where the revocation list is. */
    public List<CrlLocation> crlLocations() {
        return crlLocations;
    }

    /** authorityInfoAccess. */
    public List<AccessDescription> accessDescriptions() {
        return accessDescriptions;
    }

    /** Whether authorityInfoAccess has this method. */
    public boolean locates(String method) {
        for (AccessDescription description : accessDescriptions) {
            if (description.method().equals(method)) {
                return true;
            }
        }
        return false;
    }

    public BasicConstraints constraints() {
        return constraints;
    }

    public BasicConstraints issuerConstraints() throws DerException {
        return issuer == tbs ? constraints : readConstraints(issuer);
    }

    public List<NameAttribute> subject() {
        return subject;
    }

    public boolean names(AttributeType type) {
        for (NameAttribute attribute : subject) {
            if (attribute.is(type)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is the certificate of an authority. */
    public boolean isAuthority() {
        return constraints.authority();
    }

    /** Whether its own key signs it. */
    public boolean isRoot() {
        return issuer == tbs;
    }

    /** Whether it answers for the status of others. */
    public boolean isOcspSigner() {
        return serves(ExtendedKeyUsage.OCSP_SIGNING);
    }

    /** Whether it is a holder's: neither an authority's nor an OCSP signer's. */
    public boolean isSubscribers() {
        return !isAuthority() && !isOcspSigner();
    }

    /** Whether it names itself as its issuer. */
    public boolean isSelfIssued() {
        return Arrays.equals(tbs.subject(), tbs.issuer());
    }

    public Optional<Extension> extension(String oid) {
        return tbs.extension(oid);
    }

    /** Whether the extension is there. */
    public boolean has(String oid) {
        return tbs.extension(oid).isPresent();
    }

    /** Whether the extension is there and critical. */
    public boolean isCritical(String oid) {
        return tbs.extension(oid).filter(Extension::critical).isPresent();
    }

    /** What an extension that is there holds: one SEQUENCE and nothing behind it. */
    public DerReader value(String oid) throws DerException {
        return sequence(tbs.extension(oid).orElseThrow());
    }

    /** The points of cRLDistributionPoints or freshestCRL. */
    public List<CrlLocation> locations(String oid) throws DerException {
        return has(oid) ? CrlLocation.readAll(value(oid)) : List.of();
    }

    private static DerReader sequence(Extension extension) throws DerException {
        DerReader outer = extension.reader();
        DerReader sequence = outer.sequence();
        outer.requireEnd();
        return sequence;
    }

    private static Optional<PublicKeyInfo> readKey(TbsCertificate tbs) {
        try {
            return Optional.of(PublicKeyInfo.read(tbs.publicKeyInfo()));
        } catch (DerException e) {
            // A rule says so; the others may still find something.
            return Optional.empty();
        }
    }

    private static Set<KeyUsage> readKeyUsage(TbsCertificate tbs) throws DerException {
        Optional<Extension> extension = tbs.extension(Oids.KEY_USAGE);
        if (extension.isEmpty()) {
            return Set.of();
        }
        DerReader bits = extension.get().reader();
        Set<KeyUsage> usage = KeyUsage.ofBits(bits.contents(Der.BIT_STRING));
        bits.requireEnd();
        return usage;
    }

    private static List<String> readPurposes(TbsCertificate tbs) throws DerException {
        var purposes = new ArrayList<String>(2);
        Optional<Extension> extension = tbs.extension(Oids.EXTENDED_KEY_USAGE);
        if (extension.isPresent()) {
            DerReader reader = sequence(extension.get());
            while (!reader.atEnd()) {
                purposes.add(reader.oid());
            }
        }
        return purposes;
    }

    private static BasicConstraints readConstraints(TbsCertificate tbs) throws DerException {
        Optional<Extension> extension = tbs.extension(Oids.BASIC_CONSTRAINTS);
        return extension.isEmpty() ? BasicConstraints.NONE : BasicConstraints.read(sequence(extension.get()));
    }
}
