package io.shomei.authority;

import io.shomei.pki.AttributeType;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.DnSyntaxException;
import io.shomei.pki.Oids;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks certificates that were signed elsewhere and finds the way from each to its root. All faults are found, not the first
 * alone, because somebody has to take the way to an offline root again to mend them.
 */
final class ChainCheck {
    /** More authorities in a row than anybody has; a circle of names ends here, too. */
    private static final int MAX_LENGTH = 8;

    private static final String ANY_PURPOSE = "2.5.29.37.0";
    private static final int KEY_CERT_SIGN = 5;
    private static final int CRL_SIGN = 6;

    private final List<CertificateDer> uploaded;
    private final List<Authority> known;
    private final Instant now;
    private final Set<CertificateFault> faults = EnumSet.noneOf(CertificateFault.class);

    /**
     * @param uploaded what was brought
     * @param known every authority that is here
     */
    ChainCheck(List<CertificateDer> uploaded, List<Authority> known, Instant now) {
        this.uploaded = List.copyOf(uploaded);
        this.known = List.copyOf(known);
        this.now = now;
    }

    /** What was found out. */
    sealed interface Finding {
        /**
         * @param chain the certificate that was checked first, its root last
         */
        record Good(List<CertificateDer> chain) implements Finding {}

        record Bad(Set<CertificateFault> faults) implements Finding {}
    }

    /**
     * Whether one of the certificates is the one a pending authority waits for.
     *
     * @param purposes extKeyUsage of what the authority is to issue
     */
    Finding issuing(byte[] publicKeyInfo, String subject, Collection<String> purposes) {
        Optional<CertificateDer> own = uploaded.stream()
                .filter(each -> Arrays.equals(each.publicKeyInfo(), publicKeyInfo))
                .findFirst();
        if (own.isEmpty()) {
            return new Finding.Bad(EnumSet.of(CertificateFault.KEY_DIFFERS));
        }
        CertificateDer certificate = own.get();
        require(subject.equals(subjectOf(certificate)), CertificateFault.SUBJECT_DIFFERS);
        authority(certificate.toX509(), purposes);
        require(certificate.keyIdentifier().isPresent(), CertificateFault.KEY_IDENTIFIER);
        require(
                certificate.toX509().getExtensionValue(Oids.CRL_DISTRIBUTION_POINTS) != null,
                CertificateFault.CRL_ADDRESS);
        require(!now.isBefore(certificate.notBefore()), CertificateFault.NOT_YET_VALID);
        require(!now.isAfter(certificate.notAfter()), CertificateFault.EXPIRED);
        return way(certificate);
    }

    /** Whether a certificate is one of an authority that may be trusted. */
    Finding trusted(CertificateDer certificate) {
        subjectOf(certificate);
        issuer(certificate, 0);
        return way(certificate);
    }

    private void authority(X509Certificate certificate, Collection<String> purposes) {
        require(certificate.getBasicConstraints() >= 0, CertificateFault.NO_AUTHORITY);
        boolean[] usage = certificate.getKeyUsage();
        require(usage != null && usage[KEY_CERT_SIGN] && usage[CRL_SIGN], CertificateFault.KEY_USAGE);
        List<String> allowed = purposesOf(certificate);
        require(
                allowed == null || allowed.contains(ANY_PURPOSE) || allowed.containsAll(purposes),
                CertificateFault.PURPOSES);
    }

    /** What an issuer must be to stand above so many authorities. */
    private void issuer(CertificateDer certificate, int below) {
        X509Certificate x509 = certificate.toX509();
        boolean[] usage = x509.getKeyUsage();
        require(
                x509.getBasicConstraints() >= below && (usage == null || usage[KEY_CERT_SIGN]),
                CertificateFault.ISSUER_UNSUITABLE);
        require(!now.isAfter(certificate.notAfter()), CertificateFault.ISSUER_EXPIRED);
        known.stream()
                .filter(authority -> authority.certificate().equals(certificate))
                .forEach(authority ->
                        require(authority.state() != Authority.State.COMPROMISED, CertificateFault.ISSUER_COMPROMISED));
    }

    private Finding way(CertificateDer first) {
        List<CertificateDer> chain = new ArrayList<>(List.of(first));
        CertificateDer top = first;
        while (!isSelfIssued(top) && chain.size() < MAX_LENGTH) {
            strong(top);
            Optional<CertificateDer> above = above(top);
            if (above.isEmpty()) {
                break;
            }
            issuer(above.get(), chain.size());
            top = above.get();
            chain.add(top);
        }
        if (isSelfIssued(top)) {
            require(signed(top, top), CertificateFault.SIGNATURE_WRONG);
        } else {
            require(faults.contains(CertificateFault.SIGNATURE_WRONG), CertificateFault.ISSUER_UNKNOWN);
        }
        if (faults.isEmpty() && chain.size() > 1) {
            require(holds(chain), CertificateFault.PATH);
        }
        return faults.isEmpty() ? new Finding.Good(List.copyOf(chain)) : new Finding.Bad(EnumSet.copyOf(faults));
    }

    /** Its issuer: of several with that name and key one that is valid, and of these one that is known here. */
    private Optional<CertificateDer> above(CertificateDer certificate) {
        List<CertificateDer> named = Stream.concat(known.stream().map(Authority::certificate), uploaded.stream())
                .filter(each ->
                        Arrays.equals(each.tbs().subject(), certificate.tbs().issuer()))
                .toList();
        List<CertificateDer> signers =
                named.stream().filter(each -> signed(certificate, each)).toList();
        if (signers.isEmpty() && !named.isEmpty()) {
            faults.add(CertificateFault.SIGNATURE_WRONG);
        }
        return signers.stream()
                .filter(each -> !now.isAfter(each.notAfter()))
                .findFirst()
                .or(() -> signers.stream().findFirst());
    }

    private void strong(CertificateDer certificate) {
        String algorithm = certificate.toX509().getSigAlgName();
        require(!algorithm.startsWith("SHA1") && !algorithm.startsWith("MD"), CertificateFault.SIGNATURE_WEAK);
    }

    /** The library's own opinion, which also knows name constraints and refuses critical extensions it does not know. */
    private boolean holds(List<CertificateDer> chain) {
        try {
            CertPath path = CertificateFactory.getInstance("X.509")
                    .generateCertPath(chain.subList(0, chain.size() - 1).stream()
                            .map(CertificateDer::toX509)
                            .toList());
            var parameters =
                    new PKIXParameters(Set.of(new TrustAnchor(chain.getLast().toX509(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return true;
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    private @Nullable String subjectOf(CertificateDer certificate) {
        try {
            require(!certificate.issuer().isEmpty(), CertificateFault.NAME_UNREADABLE);
            require(
                    certificate.subject().first(AttributeType.CN).isPresent()
                            || certificate.subject().first(AttributeType.O).isPresent(),
                    CertificateFault.NAME_UNREADABLE);
            return certificate.subject().text();
        } catch (DnSyntaxException unreadable) {
            faults.add(CertificateFault.NAME_UNREADABLE);
            return null;
        }
    }

    private void require(boolean right, CertificateFault fault) {
        if (!right) {
            faults.add(fault);
        }
    }

    private static boolean isSelfIssued(CertificateDer certificate) {
        return Arrays.equals(certificate.tbs().subject(), certificate.tbs().issuer());
    }

    private static boolean signed(CertificateDer certificate, CertificateDer issuer) {
        try {
            certificate.toX509().verify(issuer.publicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException wrong) {
            // A key of another algorithm, or a signature that is none: libraries refuse these with many exceptions.
            return false;
        }
    }

    private static @Nullable List<String> purposesOf(X509Certificate certificate) {
        try {
            return certificate.getExtendedKeyUsage();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }
}
