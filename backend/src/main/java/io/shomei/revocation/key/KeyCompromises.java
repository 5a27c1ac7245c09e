package io.shomei.revocation.key;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.revocation.key.KeyCompromiseProblem.KEY_COMPROMISE_LAPSED;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.issuance.BlockedKey;
import io.shomei.issuance.BlockedKeys;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeyFingerprint;
import io.shomei.revocation.ActiveAuthorities;
import io.shomei.revocation.Grounds;
import io.shomei.revocation.RevocationConfig;
import io.shomei.revocation.Revocations;
import io.shomei.revocation.bulk.BulkRevocationId;
import io.shomei.revocation.bulk.BulkRevocations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys that are said to be compromised: from the report over the proof to the end of the key and of its certificates. */
@ApplicationScoped
class KeyCompromises {
    private final KeyCompromiseRepository cases;
    private final BlockedKeys blockedKeys;
    private final CertificateRegister register;
    private final Revocations revocations;
    private final ActiveAuthorities activeAuthorities;
    private final BulkRevocations bulks;
    private final RevocationConfig config;
    private final AuditLog audit;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;

    KeyCompromises(
            KeyCompromiseRepository cases,
            BlockedKeys blockedKeys,
            CertificateRegister register,
            Revocations revocations,
            ActiveAuthorities activeAuthorities,
            BulkRevocations bulks,
            RevocationConfig config,
            AuditLog audit,
            Ids ids,
            SecureRandom random,
            InstantSource clock) {
        this.cases = cases;
        this.blockedKeys = blockedKeys;
        this.register = register;
        this.revocations = revocations;
        this.activeAuthorities = activeAuthorities;
        this.bulks = bulks;
        this.config = config;
        this.audit = audit;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** Begins with a key, and chooses what whoever has it is to sign. Nothing is blocked or revoked. */
    @Transactional
    KeyCompromise open(Caller operator, String text) {
        ReportedKey key = ReportedKey.of(text);
        Instant now = clock.instant();
        KeyCompromise opened = new KeyCompromise(
                ids.next(),
                key.fingerprint(),
                key.publicKeyInfo() == null ? knownKey(key.fingerprint()) : key.publicKeyInfo(),
                KeyProofs.challenge(random),
                now,
                operator.account(),
                operator.name(),
                null,
                now.plus(config.caseLifetime()),
                null,
                null,
                null);
        cases.add(opened, null);
        tell(operator, AuditOperation.KEYCOMPROMISE_OPEN, opened, Map.of());
        return opened;
    }

    /** Takes a proof that somebody has the private key, and keeps it as evidence. */
    @Transactional
    KeyCompromise prove(Caller operator, String id, @Nullable String csr, @Nullable String signature) {
        KeyProofs.refusePrivateKeys(csr, signature);
        KeyCompromise open = living(id);
        if (open.submittedAt() != null) {
            return open;
        }
        KeyCompromise.Proof proof = KeyProofs.of(open, csr, signature, clock.instant());
        cases.proven(open.id(), proof);
        tell(
                operator,
                AuditOperation.KEYCOMPROMISE_PROVE,
                open,
                Map.of("proof", proof.kind().name()));
        return get(id);
    }

    /**
     * Blocks the key for ever and has every certificate of it revoked, in one transaction. Without a proof the operator answers
     * for it. The same again gives the same answer. The key of an authority that goes on issuing is refused.
     */
    @Transactional
    KeyCompromise submit(Caller operator, String id, Grounds grounds) {
        revocations.require(operator, grounds);
        KeyCompromise open = living(id);
        if (open.submittedAt() != null) {
            return open;
        }
        activeAuthorities.refuse(open.key());
        BlockedKey.Cause cause = open.proof() == null ? BlockedKey.Cause.DECLARED : BlockedKey.Cause.PROVEN;
        Instant now = clock.instant();
        Actor actor = Actor.of(operator);
        blockedKeys.block(
                TenantId.PLATFORM,
                List.of(new BlockedKey(
                        open.key(),
                        now,
                        cause,
                        operator.name(),
                        operator.account(),
                        null,
                        grounds.reference(),
                        grounds.comment())),
                actor);
        List<Certificate> certificates = register.everyonesOfKey(open.key());
        BulkRevocationId bulk = certificates.isEmpty() ? null : bulks.revokeKey(operator, certificates, grounds);
        cases.submitted(open.id(), now, bulk);
        tell(
                operator,
                AuditOperation.KEYCOMPROMISE_SUBMIT,
                open,
                Map.of("cause", cause.name(), "certificates", String.valueOf(certificates.size())));
        return get(id);
    }

    @Transactional
    Page<KeyCompromise> list(KeyCompromise.@Nullable State state, PageRequest page) {
        return cases.page(state, clock.instant(), page);
    }

    @Transactional
    KeyCompromise get(String id) {
        return Ids.parse(id).flatMap(cases::findCase).orElseThrow(() -> NOT_FOUND.because(""));
    }

    private KeyCompromise living(String id) {
        KeyCompromise found = Ids.parse(id).flatMap(cases::lock).orElseThrow(() -> NOT_FOUND.because(""));
        if (found.stateAt(clock.instant()) == KeyCompromise.State.LAPSED) {
            throw KEY_COMPROMISE_LAPSED.because("%s", found.expiresAt());
        }
        return found;
    }

    /** A certificate of ours shows the whole key of which only the digest was given. */
    private byte @Nullable [] knownKey(KeyFingerprint key) {
        return register.everyonesOfKey(key).stream()
                .findFirst()
                .map(certificate -> CertificateDer.ofDer(certificate.der()).publicKeyInfo())
                .orElse(null);
    }

    private void tell(Caller operator, AuditOperation operation, KeyCompromise about, Map<String, String> facts) {
        audit.append(AuditEntry.done(TenantId.PLATFORM, operation, Actor.of(operator))
                .on(about.key().hex(), about.id())
                .with(facts));
    }
}
