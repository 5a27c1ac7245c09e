package io.shomei.session;

import io.shomei.account.Account;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.RenewalWindow;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Proof;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.web.Entrance;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an entrance offers whoever stands before it. */
@ApplicationScoped
class EntranceOffers {
    private final PresentedCertificates presented;
    private final AccountMethods methods;
    private final Policies policies;
    private final Tenants tenants;
    private final InstantSource clock;
    /** Of whoever nothing is known: every way that any kind of service has. */
    private final List<Policy> anyService;

    EntranceOffers(
            PresentedCertificates presented,
            AccountMethods methods,
            Policies policies,
            Tenants tenants,
            InstantSource clock) {
        this.presented = presented;
        this.methods = methods;
        this.policies = policies;
        this.tenants = tenants;
        this.clock = clock;
        this.anyService = policies.ofPresets();
    }

    /**
     * @param diagnosis of the presented certificate
     * @param renewable whether its renewal window is open
     */
    record Offer(
            List<Way> ways,
            boolean softwareKeyboard,
            boolean rememberLoginId,
            Diagnosis diagnosis,
            boolean renewable) {}

    /**
     * A way to log in.
     *
     * @param ready whether it can be begun here and now
     * @param rules of the password or PIN, where the tenant is known
     */
    record Way(List<Proof> method, Entrance entrance, boolean ready, Policy.@Nullable Password rules) {}

    /**
     * @param code of a tenant; one that nobody has is answered like none
     */
    Offer of(Entrance here, Optional<X509Certificate> certificate, @Nullable String code) {
        Diagnosis diagnosis = presented.diagnose(certificate);
        Optional<TenantId> tenant = diagnosis
                .issuedTo()
                .or(() -> Optional.ofNullable(code).flatMap(tenants::recent).map(Tenant::id));
        if (tenant.isEmpty()) {
            return new Offer(
                    anyService.stream()
                            .flatMap(policy -> policy.auth().methods().stream())
                            .distinct()
                            .map(method -> way(method, here, diagnosis, null))
                            .toList(),
                    anyService.stream().anyMatch(policy -> policy.auth().softwareKeyboard()),
                    false,
                    diagnosis,
                    false);
        }
        Policy policy = policies.of(tenant.get());
        List<List<Proof>> offered = diagnosis instanceof Diagnosis.Good(Certificate own, Account account)
                ? methods.of(account)
                : policy.auth().methods();
        return new Offer(
                offered.stream()
                        .map(method -> way(method, here, diagnosis, policy.password()))
                        .toList(),
                policy.auth().softwareKeyboard(),
                policy.auth().rememberLoginId(),
                diagnosis,
                diagnosis instanceof Diagnosis.Good(Certificate own, Account account) && isRenewable(own, policy));
    }

    private boolean isRenewable(Certificate own, Policy policy) {
        return RenewalWindow.isOpen(
                policy.renewal(), own.notAfter(), tenants.recent(own.tenant()).timeZone(), clock.instant());
    }

    private static Way way(List<Proof> method, Entrance here, Diagnosis diagnosis, Policy.@Nullable Password rules) {
        Entrance entrance = Methods.entranceOf(method);
        boolean certificate = method.contains(Proof.CERT)
                ? diagnosis instanceof Diagnosis.Good
                : !method.contains(Proof.SITE_CERT) || diagnosis instanceof Diagnosis.Site;
        boolean secret = method.contains(Proof.PASSWORD) || method.contains(Proof.PIN);
        return new Way(method, entrance, entrance == here && certificate, secret ? rules : null);
    }
}
