package io.shomei.revocation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CrlScope;
import io.shomei.issuance.BlockedKey;
import io.shomei.issuance.BlockedKeys;
import io.shomei.jobs.Job;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.KeyFingerprint;
import io.shomei.pki.RevocationReason;
import io.shomei.status.crl.CrlPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Carries out what follows when an authority's key is in other hands: its own certificate is revoked by whoever signed it, as far as
 * that is one of ours, its key is blocked, and everything it issued is revoked. Some hundred at a time, each with its entry in the history and its mail; what
 * was interrupted goes on where it stopped.
 */
@ApplicationScoped
class CompromisedAuthorities implements Job {
    private static final int AT_ONCE = 500;

    private final Authorities authorities;
    private final CertificateRegister register;
    private final RevocationEffects effects;
    private final BlockedKeys blockedKeys;
    private final CrlPublisher publisher;
    private final InstantSource clock;

    CompromisedAuthorities(
            Authorities authorities,
            CertificateRegister register,
            RevocationEffects effects,
            BlockedKeys blockedKeys,
            CrlPublisher publisher,
            InstantSource clock) {
        this.authorities = authorities;
        this.register = register;
        this.effects = effects;
        this.blockedKeys = blockedKeys;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Authorities.COMPROMISE_JOB;
    }

    @Override
    public void run(String name) {
        Authority authority = authorities.find(name).orElseThrow();
        // 1. Whoever trusts the authority above no longer trusts this one.
        register.findPresented(authority.issuer(), authority.certificate().serial())
                .ifPresent(own -> {
                    revoke(own.tenant(), List.of(own.id()), authority);
                    publisher.publishAtLast(own.crlScope());
                });
        // 2. Nobody gets a certificate of the key, be it from another line (BR 6.1.1.3).
        QuarkusTransaction.requiringNew().run(() -> block(authority));
        // 3. Whoever does not look above is told of each certificate.
        Map<TenantId, List<CertificateId>> left;
        do {
            left = register.validOf(name, clock.instant(), AT_ONCE);
            left.forEach((tenant, ids) -> revoke(tenant, ids, authority));
        } while (!left.isEmpty());
        if (authority.hasKey()) {
            IntStream.range(0, authority.crlShards())
                    .mapToObj(shard -> new CrlScope(name, shard))
                    .forEach(publisher::publishAtLast);
        }
    }

    private void block(Authority authority) {
        blockedKeys.block(
                TenantId.PLATFORM,
                List.of(new BlockedKey(
                        KeyFingerprint.of(authority.certificate().publicKeyInfo()),
                        clock.instant(),
                        BlockedKey.Cause.DECLARED,
                        Actor.PLATFORM.name(),
                        null,
                        null,
                        null,
                        reason(authority))),
                Actor.PLATFORM);
    }

    private static String reason(Authority authority) {
        return authority.label() + ": compromised";
    }

    private void revoke(TenantId tenant, List<CertificateId> ids, Authority cause) {
        QuarkusTransaction.requiringNew().run(() -> {
            List<Certificate> locked = register.lock(tenant, ids);
            // RFC 5280 5.3.1: cACompromise is for authorities. Subscribers' keys are as good as before; they need other
            // certificates.
            revoke(
                    tenant,
                    RevocationReason.CA_COMPROMISE,
                    cause,
                    locked.stream().filter(Certificate::isOfAuthority).toList());
            revoke(
                    tenant,
                    RevocationReason.SUPERSEDED,
                    cause,
                    locked.stream().filter(each -> !each.isOfAuthority()).toList());
        });
    }

    private void revoke(TenantId tenant, RevocationReason reason, Authority cause, List<Certificate> locked) {
        Instant now = clock.instant();
        Grounds grounds = new Grounds(reason, null, reason(cause), null);
        List<Revoked> revoked = new ArrayList<>();
        for (Certificate certificate : locked) {
            switch (Verdict.on(certificate, grounds, Actor.PLATFORM.name(), now)) {
                case Verdict.Revocable(var state) -> revoked.add(new Revoked(certificate, state));
                // An authority that was given up before its key was: from now on its lists say the worse.
                case Verdict.Replaceable(var state) -> revoked.add(new Revoked(certificate, state));
                case Verdict.AlreadyRevoked _, Verdict.Expired _ -> {}
            }
        }
        effects.applyToMany(tenant, revoked, Actor.PLATFORM, grounds, Map.of("authority", cause.name()));
    }
}
