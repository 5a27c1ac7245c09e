package io.shomei.enrolment;

import io.shomei.authority.Authorities;
import io.shomei.escrow.Escrow;
import io.shomei.kernel.TenantId;
import io.shomei.pki.AttributeType;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Pkcs12;
import io.shomei.policy.Policies;
import io.shomei.policy.Templates;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the key files of holders: the key, its certificate and the chain under the access PIN, opened again before it leaves. */
@ApplicationScoped
class HolderKeyFiles {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

    private final Authorities authorities;
    private final Policies policies;
    private final Tenants tenants;
    private final SecureRandom random;

    HolderKeyFiles(Authorities authorities, Policies policies, Tenants tenants, SecureRandom random) {
        this.authorities = authorities;
        this.policies = policies;
        this.tenants = tenants;
        this.random = random;
    }

    /** The name under which it is saved. */
    static String name(HolderEnrolment enrolment) {
        return enrolment.fileName() + ".p12";
    }

    /** How the policy wants key files protected where nobody chooses. */
    Pkcs12.Profile proposed(TenantId tenant) {
        return policies.of(tenant).p12().proposed();
    }

    byte[] write(HolderEnrolment enrolment, Escrow.Kept kept, String pin, Pkcs12.Profile profile) {
        HolderEnrolment.Issued issued = Objects.requireNonNull(enrolment.issued());
        List<CertificateDer> chain = authorities.chainOf(CertificateDer.ofDer(issued.der()), issued.authority());
        return Pkcs12.write(
                profile,
                // What people choose is guessed sooner than what was drawn.
                kept.pin() == null ? Pkcs12.ITERATIONS_FOR_GENERATED_PASSWORD : Pkcs12.ITERATIONS_FOR_CHOSEN_PASSWORD,
                kept.key(),
                chain,
                friendlyName(enrolment, issued),
                pin.toCharArray(),
                random);
    }

    /** As the policy has it: what the importer's list of certificates shows. */
    private String friendlyName(HolderEnrolment enrolment, HolderEnrolment.Issued issued) {
        Tenant tenant = tenants.recent(enrolment.tenant());
        String email = enrolment.holder().email();
        return Templates.fill(
                policies.of(enrolment.tenant()).identity().friendlyName(),
                Map.of(
                        "name", enrolment.holder().name(),
                        "cn", enrolment.subject().first(AttributeType.CN).orElse(""),
                        "userId", enrolment.fileName(),
                        "contractId", tenant.code(),
                        "customer", tenant.nameJa(),
                        "domain", email.substring(email.indexOf('@') + 1),
                        "seq", String.valueOf(enrolment.line()),
                        "notAfter", DAY.format(issued.notAfter().atZone(tenant.timeZone()))));
    }
}
