package io.shomei.revocation;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.revocation.RevocationProblem.INVALIDITY_DATE_WRONG;
import static io.shomei.revocation.RevocationProblem.REVOCATION_REFERENCE_MISSING;

import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.certificate.CrlScope;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.pki.RevocationReason;
import io.shomei.policy.Policies;
import io.shomei.status.crl.CrlPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Revokes certificates. */
@ApplicationScoped
public class Revocations {
    private final CertificateRegister register;
    private final RevocationEffects effects;
    private final RevocationsTogether together;
    private final CompromisedKeys compromised;
    private final CrlPublisher publisher;
    private final Policies policies;
    private final InstantSource clock;

    Revocations(
            CertificateRegister register,
            RevocationEffects effects,
            RevocationsTogether together,
            CompromisedKeys compromised,
            CrlPublisher publisher,
            Policies policies,
            InstantSource clock) {
        this.register = register;
        this.effects = effects;
        this.together = together;
        this.compromised = compromised;
        this.publisher = publisher;
        this.policies = policies;
        this.clock = clock;
    }

    /** What was revoked, and since when relying parties can see it on the CRL, where the list is there already. */
    public record Done(CertificateState.Revoked state, Optional<Instant> crlVisibleSince) {}

    /**
     * Revokes a certificate of the caller's tenant, for an operator of any. From the commit on sessions that were opened with it are
     * refused, and every OCSP answer tells of it. Its CRL follows, for who revokes alone before the answer; the revocation stands even
     * when publishing fails. What is asked for meanwhile shares the next transaction; each is decided by itself.
     */
    public Done revoke(Caller caller, String id, Grounds grounds) {
        require(caller, grounds);
        CertificateId known = CertificateId.parse(id).orElseThrow(() -> NOT_FOUND.because(""));
        TenantId tenant =
                caller.role() == Role.OPERATOR ? register.getEveryones(id).tenant() : caller.tenant();
        // 1. Decided and carried out.
        Revoked revoked = together.revoke(tenant, known, caller, grounds);
        // 2. Relying parties see it.
        boolean listed = publisher.publishAfterRevocation(revoked.certificate().crlScope());
        // 3. Whatever else was certified with the key.
        if (grounds.reason() == RevocationReason.KEY_COMPROMISE) {
            endBlockedKeys();
        }
        return new Done(revoked.state(), listed ? visibleSince(revoked.certificate()) : Optional.empty());
    }

    private Optional<Instant> visibleSince(Certificate certificate) {
        return register.crlVisibleSince(certificate.tenant(), certificate.id());
    }

    /**
     * Refuses grounds that nobody could have, callers who may revoke nothing, and an operator who names no document.
     *
     * @throws io.shomei.kernel.ProblemException with a {@link RevocationProblem}
     */
    public void require(Caller caller, Grounds grounds) {
        RevocationRights.refusal(caller, policies.of(caller.tenant())).ifPresent(problem -> {
            throw problem.because("");
        });
        if (caller.role() == Role.OPERATOR && grounds.reference() == null) {
            throw REVOCATION_REFERENCE_MISSING.because("");
        }
        Instant date = grounds.invalidityDate();
        if (date != null && (grounds.reason() != RevocationReason.KEY_COMPROMISE || date.isAfter(clock.instant()))) {
            throw INVALIDITY_DATE_WRONG.because("%s", date);
        }
    }

    /** Carries out what was decided for certificates of one tenant that the running transaction has locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void apply(TenantId tenant, List<Revoked> revoked, Actor actor, Grounds grounds, Map<String, String> facts) {
        effects.apply(tenant, revoked, actor, grounds, facts);
    }

    /**
     * As {@link #apply}, for what an officer of the tenant applied for in writing: the officer is told of each certificate too, and whoever
     * the application names.
     *
     * @param addressees further mail addresses by certificate
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void applyApplied(
            TenantId tenant,
            List<Revoked> revoked,
            Actor actor,
            Grounds grounds,
            Map<String, String> facts,
            Map<CertificateId, List<String>> addressees) {
        effects.applyApplied(tenant, revoked, actor, grounds, facts, addressees);
    }

    /** After a key was blocked: revokes whatever was certified with it, whoever's it is, and has relying parties told. */
    public void endBlockedKeys() {
        published(compromised.revokeRest());
    }

    /** After the commit: has relying parties told of these certificates, and waits for nothing. */
    public void published(Collection<Certificate> certificates) {
        certificates.stream()
                .collect(Collectors.groupingBy(Certificate::crlScope, Collectors.counting()))
                .forEach((scope, count) -> publisher.publishSoon(scope, Math.toIntExact(count)));
    }

    /** After the last of many: waits a little until all that was revoked is on these lists. */
    public void publishedAtLast(Collection<CrlScope> scopes) {
        scopes.forEach(publisher::publishAtLast);
    }
}
