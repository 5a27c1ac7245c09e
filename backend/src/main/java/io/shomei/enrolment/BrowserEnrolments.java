package io.shomei.enrolment;

import static io.shomei.enrolment.EnrolmentProblem.BROWSER_REQUEST_REFUSED;
import static io.shomei.enrolment.EnrolmentProblem.CERTIFICATE_NOT_ISSUABLE;
import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_USED;
import static io.shomei.enrolment.EnrolmentProblem.FORMAT_NOT_OFFERED;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.certificate.Subscriber;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Order;
import io.shomei.issuance.Outcome;
import io.shomei.issuance.SubjectNames;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.TenantId;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.CsrCheck;
import io.shomei.pki.MailAddress;
import io.shomei.pki.VerifiedCsr;
import io.shomei.profile.Delivery;
import io.shomei.profile.NameKind;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import io.shomei.tenant.PermittedNames;
import io.shomei.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Certifies keys that holders' browsers made. The private key never leaves the browser; what arrives is a certificate request that proves
 * it is there. What the certificate says is what was applied for and checked, not what the request says.
 */
@ApplicationScoped
class BrowserEnrolments {
    /** An issue takes seconds. What has no certificate after this was interrupted, and nothing of it was stored or handed out. */
    private static final Duration LONGEST_ISSUE = Duration.ofMinutes(1);

    private final HolderEnrolments holders;
    private final HolderEnrolmentRepository enrolments;
    private final HolderCollections collections;
    private final Issuance issuance;
    private final SubjectNames names;
    private final Profiles profiles;
    private final InstantSource clock;

    BrowserEnrolments(
            HolderEnrolments holders,
            HolderEnrolmentRepository enrolments,
            HolderCollections collections,
            Issuance issuance,
            SubjectNames names,
            Profiles profiles,
            InstantSource clock) {
        this.holders = holders;
        this.enrolments = enrolments;
        this.collections = collections;
        this.issuance = issuance;
        this.names = names;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * Issues the certificate; once. The same key again gets the same certificate again: an answer that was lost is no loss, nor is an
     * issue that was interrupted.
     *
     * @param pin as it was typed; null where nothing was
     * @param csr base64 or PEM
     * @return the enrolment with its certificate
     */
    HolderEnrolment issue(
            HolderEnrolments.View view,
            String token,
            @Nullable String pin,
            String csr,
            HolderEnrolments.Origin origin) {
        HolderEnrolment enrolment = view.enrolment();
        if (enrolment.delivery() != Delivery.BROWSER) {
            throw FORMAT_NOT_OFFERED.because("%s", enrolment.delivery());
        }
        Profile profile = profiles.get(enrolment.profile());
        Instant now = clock.instant();
        // 1. It waits, or the same key comes again; a wrong PIN counts before it is known to be wrong.
        VerifiedCsr verified = verified(csr, profile);
        byte[] receipt = enrolment.collected().receipt();
        boolean again = receipt != null && MessageDigest.isEqual(receipt, verified.keyFingerprint());
        if (!again) {
            enrolment.requireWaiting(now);
        }
        holders.requirePin(enrolment, pin, origin);
        if (again && enrolment.issued() != null) {
            return enrolment;
        }
        // 2. The right is used up, so that two browsers with one URL get one certificate.
        if (!QuarkusTransaction.requiringNew()
                .call(() -> enrolments.claim(
                        enrolment, verified.keyFingerprint(), now, now.minus(LONGEST_ISSUE), origin.address()))) {
            throw ENROLMENT_USED.because("%s", now);
        }
        // 3. Issued; where it was not, the right is given back.
        try {
            issue(
                    enrolment,
                    profile,
                    view.tenant(),
                    verified,
                    HolderEnrolments.actor(enrolment.holder().email(), origin));
        } catch (RuntimeException failed) {
            QuarkusTransaction.requiringNew().run(() -> enrolments.release(enrolment));
            throw failed;
        }
        return holders.find(token).orElseThrow().enrolment();
    }

    private void issue(HolderEnrolment enrolment, Profile profile, Tenant tenant, VerifiedCsr csr, Actor actor) {
        Instant now = clock.instant();
        Order order = new Order(
                        enrolment.certificate(),
                        profile,
                        enrolment.subject(),
                        permitted(enrolment, profile, tenant, now),
                        Order.Key.of(csr),
                        new Subscriber(
                                enrolment.administrator().name(),
                                enrolment.administratorUnit(),
                                enrolment.administrator().email(),
                                null),
                        null,
                        enrolment.requestFile(),
                        enrolment.line(),
                        null)
                .renewing(enrolment.renews());
        Outcome outcome = issuance.issue(tenant.id(), List.of(order), actor, issued -> {
                    collections.note(List.of(enrolment), false, now, actor);
                    collections.tell(enrolment, now);
                })
                .getFirst();
        if (outcome instanceof Outcome.Refused refused) {
            throw CERTIFICATE_NOT_ISSUABLE.because("%s", refused.conflicts());
        }
    }

    private static VerifiedCsr verified(String csr, Profile profile) {
        return switch (CsrCheck.ofBase64(csr, profile.keys())) {
            case CsrCheck.Good(VerifiedCsr good) -> good;
            case CsrCheck.Bad bad ->
                throw BROWSER_REQUEST_REFUSED.with(bad.faults().stream()
                        .map(fault -> new InputFault("/csr", fault.name(), fault.name()))
                        .toList());
        };
    }

    /** Checked again: a domain may have lapsed since the application. */
    private static PermittedNames permitted(HolderEnrolment enrolment, Profile profile, Tenant tenant, Instant now) {
        if (!profile.alternativeNames().contains(NameKind.EMAIL)) {
            return PermittedNames.NONE;
        }
        MailAddress address = MailAddress.parse(enrolment.holder().email()).orElseThrow();
        return switch (PermittedNames.check(List.of(new AlternativeName.Email(address)), tenant.domains(), now)) {
            case PermittedNames.Check.Good(PermittedNames names) -> names;
            case PermittedNames.Check.Bad bad -> throw CERTIFICATE_NOT_ISSUABLE.because("%s", bad.objections());
        };
    }

    /** Ends rights that no browser used in time, and gives their names back; how many there were. */
    int endLapsed(int limit) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<TenantId, List<CertificateId>> ended = enrolments.endLapsed(clock.instant(), limit);
            ended.forEach(names::release);
            return ended.values().stream().mapToInt(List::size).sum();
        });
    }
}
