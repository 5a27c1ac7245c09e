package io.shomei.authority;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shomei.keys.SigningKey;
import io.shomei.lint.certificate.LintedCertificate;
import io.shomei.lint.certificate.Programme;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.CertificateTemplate;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.KeySpec;
import io.shomei.pki.KeyUsage;
import io.shomei.pki.SerialNumber;
import io.shomei.pki.SignatureScheme;
import io.shomei.pki.UnsignedCertificate;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** How authorities come to be: which there are, and their certificates. */
@ApplicationScoped
class Ceremony {
    /** RFC 5280 4.2.1.4: any policy, for authorities of our own. */
    private static final String ANY_POLICY = "2.5.29.32.0";

    private static final Set<KeyUsage> SIGNS = Set.of(KeyUsage.KEY_CERT_SIGN, KeyUsage.CRL_SIGN);

    private final List<Plan> plans;
    private final SecureRandom random;
    private final InstantSource clock;

    Ceremony(ObjectMapper json, SecureRandom random, InstantSource clock) {
        this.plans = read(json);
        this.random = random;
        this.clock = clock;
    }

    /**
     * An authority to be made; its issuer stands before it in the list.
     *
     * @param purposes what certificates below it may serve for; empty where nobody restricts that
     */
    record Plan(
            String name,
            String label,
            String issuer,
            KeySpec key,
            int years,
            String subject,
            Programme programme,
            Set<ExtendedKeyUsage> purposes) {
        Plan {
            Objects.requireNonNull(programme, "an authority without a programme");
            purposes = Set.copyOf(purposes);
        }

        boolean isRoot() {
            return name.equals(issuer);
        }

        DistinguishedName dn() {
            return DistinguishedName.parse(subject);
        }
    }

    List<Plan> plans() {
        return plans;
    }

    /** A certificate signed by its own key. */
    CertificateDer root(Plan plan, SigningKey key) {
        SignatureScheme scheme = SignatureScheme.forKey(plan.key());
        byte[] publicKeyInfo = key.publicKey().getEncoded();
        CertificateTemplate template = new CertificateTemplate.Builder(plan.dn(), scheme)
                .authorityKeyOf(publicKeyInfo)
                .keyUsage(SIGNS)
                .authority()
                .build();
        LintedCertificate linted = LintedCertificate.checkRoot(shape(plan, template, publicKeyInfo), plan.programme());
        return CertificateDer.assemble(
                linted.certificate(),
                scheme,
                key.sign(scheme, linted.certificate().encoded()));
    }

    /** A certificate for an authority that issues to subscribers only: no authority stands below it. */
    CertificateDer subordinate(Plan plan, SigningKey key, SigningAuthority issuer, Authorities addresses) {
        String name = issuer.authority().name();
        CertificateDer above = issuer.authority().certificate();
        CertificateTemplate template = new CertificateTemplate.Builder(above.subject(), issuer.scheme())
                .authorityKey(above.keyIdentifier().orElseThrow())
                .keyUsage(SIGNS)
                .authority(0)
                .policies(List.of(ANY_POLICY))
                .crlDistributionPoint(List.of(addresses.crlUrl(name, 0)))
                .authorityInformationAccess(List.of(addresses.ocspUrl()), List.of(addresses.certificateUrl(name)))
                .purposesOfAuthority(plan.purposes())
                .build();
        return issuer.sign(
                LintedCertificate.check(shape(plan, template, key.publicKey().getEncoded()), above, plan.programme()));
    }

    private UnsignedCertificate shape(Plan plan, CertificateTemplate template, byte[] publicKeyInfo) {
        Instant start = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = start.atOffset(ZoneOffset.UTC)
                .plusYears(plan.years())
                .minusSeconds(1)
                .toInstant();
        return template.shape(SerialNumber.random(random), start, end, plan.dn(), publicKeyInfo, List.of());
    }

    private static List<Plan> read(ObjectMapper json) {
        try (InputStream in = Ceremony.class.getResourceAsStream("hierarchy.json")) {
            return json.readValue(in, new TypeReference<List<Plan>>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
