package io.shomei.revocation;

import static io.shomei.kernel.KernelProblem.NOT_PERMITTED;
import static io.shomei.revocation.RevocationProblem.CERTIFICATE_ALREADY_EXPIRED;
import static io.shomei.revocation.RevocationProblem.CERTIFICATE_ALREADY_REVOKED;
import static io.shomei.revocation.RevocationProblem.INVALIDITY_DATE_WRONG;
import static io.shomei.revocation.RevocationProblem.REVOCATION_REFERENCE_MISSING;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
    private final CompromisedKeys compromised;
    private final CrlPublisher publisher;
    private final Policies policies;
    private final InstantSource clock;

    Revocations(
            CertificateRegister register,
            RevocationEffects effects,
            CompromisedKeys compromised,
            CrlPublisher publisher,
            Policies policies,
            InstantSource clock) {
        this.register = register;
        this.effects = effects;
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
     * when publishing fails.
     */
    public Done revoke(Caller caller, String id, Grounds grounds) {
        require(caller, grounds);
        Revoked revoked = QuarkusTransaction.requiringNew().call(() -> {
            // 1. The certificate is there for the caller, who has the right for its kind.
            Certificate certificate = lock(caller, id);
            if (!RevocationRights.covers(caller, policies.of(caller.tenant()), certificate)) {
                throw NOT_PERMITTED.because("%s", certificate.kind());
            }
            // 2. Decided as a pure function.
            CertificateState.Revoked state = decide(certificate, grounds, caller.name(), clock.instant());
            // 3. Register, history, mails, and the key where it is compromised: one transaction.
            Revoked done = new Revoked(certificate, state);
            effects.apply(certificate.tenant(), List.of(done), Actor.of(caller), grounds, Map.of());
            return done;
        });
        // 4. Relying parties see it.
        boolean listed = publisher.publishAfterRevocation(revoked.certificate().crlScope());
        // 5. Whatever else was certified with the key.
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

    static CertificateState.Revoked decide(Certificate certificate, Grounds grounds, String by, Instant now) {
        Instant date = grounds.invalidityDate();
        if (date != null && date.isBefore(certificate.notBefore())) {
            throw INVALIDITY_DATE_WRONG.because("%s < %s", date, certificate.notBefore());
        }
        return switch (Verdict.on(certificate, grounds, by, now)) {
            case Verdict.Revocable(var state) -> state;
            case Verdict.Replaceable(var state) -> state;
            case Verdict.AlreadyRevoked(Instant at) -> throw CERTIFICATE_ALREADY_REVOKED.because("%s", at);
            case Verdict.Expired(Instant at) -> throw CERTIFICATE_ALREADY_EXPIRED.because("%s", at);
        };
    }

    private Certificate lock(Caller caller, String id) {
        if (caller.role() != Role.OPERATOR) {
            return register.lock(caller.tenant(), id);
        }
        return register.lock(register.getEveryones(id).tenant(), id);
    }
}
