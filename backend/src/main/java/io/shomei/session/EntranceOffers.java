package io.shomei.session;

import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.Standing;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Proof;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.web.Entrance;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an entrance offers whoever stands before it. */
@ApplicationScoped
class EntranceOffers {
    private final PresentedCertificates presented;
    private final AccountMethods methods;
    private final NewBeginnings beginnings;
    private final Accounts accounts;
    private final CertificateRegister register;
    private final Policies policies;
    private final Tenants tenants;
    private final InstantSource clock;
    /** Of whoever nothing is known: every way that any kind of service has. */
    private final List<Policy> anyService;

    EntranceOffers(
            PresentedCertificates presented,
            AccountMethods methods,
            NewBeginnings beginnings,
            Accounts accounts,
            CertificateRegister register,
            Policies policies,
            Tenants tenants,
            InstantSource clock) {
        this.presented = presented;
        this.methods = methods;
        this.beginnings = beginnings;
        this.accounts = accounts;
        this.register = register;
        this.policies = policies;
        this.tenants = tenants;
        this.clock = clock;
        this.anyService = policies.ofPresets();
    }

    /**
     * @param acquisition whether certificates are acquired with an acquisition password
     * @param diagnosis of the presented certificate
     * @param terms how its owner stands with it; null where it is nobody's
     * @param next what can be done with it, or in its place
     */
    record Offer(
            List<Way> ways,
            boolean softwareKeyboard,
            boolean rememberLoginId,
            boolean acquisition,
            Diagnosis diagnosis,
            @Nullable Terms terms,
            List<NextStep> next) {}

    /**
     * How the owner of a log-in certificate stands with it.
     *
     * @param renewable whether its renewal window is open, and nothing newer took its place
     * @param renewableFrom null where the policy has no window
     * @param daysLeft whole days until its end
     * @param newer the newest of the account, where that is another one
     * @param fileOpen whether the file of what took its place can be fetched again
     */
    record Terms(
            boolean renewable,
            @Nullable Instant renewableFrom,
            long daysLeft,
            @Nullable Certificate newer,
            boolean fileOpen) {

        static Terms of(Standing standing, Certificate own) {
            return new Terms(
                    standing.isRenewable(own),
                    standing.renewableFrom(own).orElse(null),
                    standing.daysLeft(own),
                    standing.newerThan(own).orElse(null),
                    standing.fileOpenOf(own).isPresent());
        }
    }

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
        Optional<TenantId> named =
                Optional.ofNullable(code).flatMap(tenants::recent).map(Tenant::id);
        Diagnosis diagnosis = at(named, presented.diagnose(certificate));
        Optional<TenantId> tenant = named.or(diagnosis::issuedTo);
        return tenant.map(known -> of(here, diagnosis, known)).orElseGet(() -> ofAny(here, diagnosis));
    }

    /** Who came to the entrance of one tenant did not mean to log in to another. */
    private static Diagnosis at(Optional<TenantId> named, Diagnosis diagnosis) {
        boolean elsewhere = named.isPresent()
                && diagnosis
                        .issuedTo()
                        .filter(issued -> !issued.equals(named.get()))
                        .isPresent();
        return elsewhere ? new Diagnosis.Elsewhere() : diagnosis;
    }

    private Offer of(Entrance here, Diagnosis diagnosis, TenantId tenant) {
        Policy policy = policies.of(tenant);
        Certificate certificate = diagnosis.ours().orElse(null);
        Account account = certificate == null ? null : owner(certificate);
        Standing standing = certificate == null || account == null ? null : standing(account, policy);
        Terms terms = standing == null ? null : Terms.of(standing, Objects.requireNonNull(certificate));
        boolean desk = standing != null && beginnings.needDesk(Objects.requireNonNull(account), standing);
        List<List<Proof>> own = account == null ? policy.auth().methods() : methods.of(account);
        List<List<Proof>> offered =
                diagnosis instanceof Diagnosis.Good ? own : policy.auth().methods();
        return new Offer(
                offered.stream()
                        .map(method -> way(method, here, diagnosis, policy.password()))
                        .toList(),
                policy.auth().softwareKeyboard(),
                policy.auth().rememberLoginId(),
                Standing.isByAcquisitionPassword(policy),
                diagnosis,
                terms,
                NextSteps.of(new NextSteps.Facts(diagnosis, List.of(policy), account, own, terms, desk)));
    }

    private Offer ofAny(Entrance here, Diagnosis diagnosis) {
        return new Offer(
                anyService.stream()
                        .flatMap(policy -> policy.auth().methods().stream())
                        .distinct()
                        .map(method -> way(method, here, diagnosis, null))
                        .toList(),
                anyService.stream().anyMatch(policy -> policy.auth().softwareKeyboard()),
                false,
                anyService.stream().anyMatch(Standing::isByAcquisitionPassword),
                diagnosis,
                null,
                NextSteps.of(new NextSteps.Facts(diagnosis, anyService, null, List.of(), null, false)));
    }

    private @Nullable Account owner(Certificate certificate) {
        AccountId account = certificate.account();
        return account == null
                ? null
                : accounts.find(certificate.tenant(), account).orElse(null);
    }

    private Standing standing(Account account, Policy policy) {
        return Standing.of(
                policy,
                tenants.recent(account.tenant()).timeZone(),
                register.ofAccount(account.tenant(), account.id()),
                clock.instant());
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
