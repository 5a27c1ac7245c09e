package io.shomei.revocation.key;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.revocation.key.KeyCompromiseProblem.KEY_COMPROMISE_LAPSED;
import static io.shomei.revocation.key.KeyCompromiseProblem.KEY_PROOFS_TOO_MANY;
import static io.shomei.revocation.key.KeyCompromiseProblem.KEY_REPORTS_TOO_MANY;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.certificate.CertificateRegister;
import io.shomei.issuance.BlockedKey;
import io.shomei.issuance.BlockedKeys;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.pki.KeyFingerprint;
import io.shomei.profile.CertificateKind;
import io.shomei.revocation.RevocationConfig;
import io.shomei.revocation.Revocations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keys that anybody reports (BR 4.9.3): whoever proves to have one ends it, with every certificate of it, at any hour and without
 * asking anybody (BR 4.9.1.1, RFC 8555 7.6). Before the proof nothing is told of certificates. Keys of authorities and of the
 * platform itself are left to an operator: with them the service of everybody would end.
 */
@ApplicationScoped
class KeyReports {
    /** Reports of one network are counted for so long. */
    static final Duration COUNTED = Duration.ofHours(1);

    private static final int MOST_ATTEMPTS = 20;
    /** What the provider of a site gives it of IPv6. */
    private static final int OCTETS_OF_SITE = 8;

    private static final int SHOWN_DIGITS = 16;

    private final KeyCompromiseRepository cases;
    private final BlockedKeys blockedKeys;
    private final CertificateRegister register;
    private final Authorities authorities;
    private final Revocations revocations;
    private final RevocationConfig config;
    private final AuditLog audit;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;

    KeyReports(
            KeyCompromiseRepository cases,
            BlockedKeys blockedKeys,
            CertificateRegister register,
            Authorities authorities,
            Revocations revocations,
            RevocationConfig config,
            AuditLog audit,
            Ids ids,
            SecureRandom random,
            InstantSource clock) {
        this.cases = cases;
        this.blockedKeys = blockedKeys;
        this.register = register;
        this.authorities = authorities;
        this.revocations = revocations;
        this.config = config;
        this.audit = audit;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** Begins with a key, and chooses what whoever has it is to sign. */
    @Transactional
    KeyCompromise open(String text, @Nullable String comment, String address, String requestId) {
        Instant now = clock.instant();
        String network = network(address);
        if (cases.reportedSince(network, now.minus(COUNTED)) >= config.reportsPerHour()) {
            throw KEY_REPORTS_TOO_MANY.because("%d", config.reportsPerHour());
        }
        // Of a digest no key is looked up: that there is one would tell that there is a certificate.
        ReportedKey key = ReportedKey.of(text);
        KeyCompromise opened = new KeyCompromise(
                ids.next(),
                key.fingerprint(),
                key.publicKeyInfo(),
                KeyProofs.challenge(random),
                now,
                null,
                null,
                comment == null || comment.isBlank() ? null : comment.strip(),
                now.plus(config.caseLifetime()),
                null,
                null,
                null);
        cases.add(opened, network);
        tell(AuditOperation.KEYCOMPROMISE_OPEN, opened, actor(key.fingerprint(), address, requestId), Map.of());
        return opened;
    }

    /** Takes the proof, and ends the key and its certificates with it. The same again gives the same answer. */
    KeyCompromise prove(String id, @Nullable String csr, @Nullable String signature, String address, String requestId) {
        KeyProofs.refusePrivateKeys(csr, signature);
        KeyCompromise report = QuarkusTransaction.requiringNew().call(() -> attempted(id));
        if (report.proof() != null) {
            return report;
        }
        // Signatures are checked outside of transactions.
        KeyCompromise.Proof proof = KeyProofs.of(report, csr, signature, clock.instant());
        KeyCompromise proven = QuarkusTransaction.requiringNew()
                .call(() -> proven(report.id(), proof, actor(report.key(), address, requestId)));
        if (proven.submittedAt() != null) {
            // What a crash here leaves is revoked by the schedule, within a minute.
            revocations.endBlockedKeys();
        }
        return proven;
    }

    /** Certificates of a key that have not expired. */
    int unexpired(KeyFingerprint key) {
        Instant now = clock.instant();
        return (int) register.everyonesOfKey(key).stream()
                .filter(each -> !each.isExpiredAt(now))
                .count();
    }

    private KeyCompromise attempted(String id) {
        KeyCompromise report = Ids.parse(id)
                .flatMap(cases::lock)
                // An operator's case is none of the public's business.
                .filter(KeyCompromise::isReport)
                .orElseThrow(() -> NOT_FOUND.because(""));
        if (report.proof() == null) {
            if (report.stateAt(clock.instant()) == KeyCompromise.State.LAPSED) {
                throw KEY_COMPROMISE_LAPSED.because("%s", report.expiresAt());
            }
            if (cases.attempted(report.id()) > MOST_ATTEMPTS) {
                throw KEY_PROOFS_TOO_MANY.because("%d", MOST_ATTEMPTS);
            }
        }
        return report;
    }

    private KeyCompromise proven(UUID id, KeyCompromise.Proof proof, Actor actor) {
        KeyCompromise report = cases.lock(id).orElseThrow();
        if (report.proof() != null) {
            return report;
        }
        cases.proven(id, proof);
        tell(
                AuditOperation.KEYCOMPROMISE_PROVE,
                report,
                actor,
                Map.of("proof", proof.kind().name()));
        if (!isOurOwn(report.key())) {
            blockedKeys.block(
                    TenantId.PLATFORM,
                    List.of(new BlockedKey(
                            report.key(),
                            proof.at(),
                            BlockedKey.Cause.PROVEN,
                            actor.name(),
                            null,
                            null,
                            null,
                            report.comment())),
                    actor);
            cases.submitted(id, proof.at(), null);
            tell(AuditOperation.KEYCOMPROMISE_SUBMIT, report, actor, Map.of("cause", BlockedKey.Cause.PROVEN.name()));
        }
        return cases.findCase(id).orElseThrow();
    }

    /** The authority that signs with a key. */
    Optional<Authority> authorityOf(KeyFingerprint key) {
        return authorities.all().stream()
                .filter(each ->
                        KeyFingerprint.of(each.certificate().publicKeyInfo()).equals(key))
                .findFirst();
    }

    private boolean isOurOwn(KeyFingerprint key) {
        return authorityOf(key).isPresent()
                || register.everyonesOfKey(key).stream()
                        .anyMatch(each -> each.kind() == CertificateKind.PLATFORM || each.isOfAuthority());
    }

    /** Whoever has an IPv6 network has more addresses than anybody can count. */
    private static String network(String address) {
        byte[] octets = InetAddress.ofLiteral(address).getAddress();
        return octets.length <= OCTETS_OF_SITE
                ? address
                : HexFormat.of().formatHex(Arrays.copyOf(octets, OCTETS_OF_SITE));
    }

    /** All that is known of whoever reports is the key. */
    private static Actor actor(KeyFingerprint key, String address, String requestId) {
        return Actor.anonymous("SHA-256 " + key.hex().substring(0, SHOWN_DIGITS), address, requestId);
    }

    private void tell(AuditOperation operation, KeyCompromise about, Actor actor, Map<String, String> facts) {
        audit.append(AuditEntry.done(TenantId.PLATFORM, operation, actor)
                .on(about.key().hex(), about.id())
                .with(facts));
    }
}
