package io.shomei.issuance;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import io.shomei.pki.KeyFingerprint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are in wrong hands. A key that was compromised once is never certified again, whoever asks (BR 6.1.1.3), and
 * there is no way back: nobody can know that a copy of it is gone.
 */
@ApplicationScoped
public class BlockedKeys {
    private final BlockedKeyRepository keys;
    private final AuditLog audit;

    BlockedKeys(BlockedKeyRepository keys, AuditLog audit) {
        this.keys = keys;
        this.audit = audit;
    }

    /** Blocks keys in the running transaction. One that was blocked before keeps its first cause. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void block(TenantId tenant, List<BlockedKey> blocked, Actor actor) {
        Set<KeyFingerprint> fresh = keys.add(blocked);
        audit.append(blocked.stream()
                .filter(each -> fresh.contains(each.key()))
                .map(each -> AuditEntry.done(tenant, AuditOperation.KEY_BLOCK, actor)
                        .on(each.key().hex(), null)
                        .with(facts(each)))
                .toList());
    }

    /** Which of these keys are blocked. */
    @Transactional
    public Set<KeyFingerprint> among(Collection<KeyFingerprint> some) {
        return keys.among(some);
    }

    @Transactional
    public Optional<BlockedKey> find(KeyFingerprint key) {
        return keys.findKey(key);
    }

    /**
     * The newest first.
     *
     * @param text the beginning of a SHA-256, or part of who had it blocked, of the document or of the comment
     */
    @Transactional
    public Page<BlockedKey> list(@Nullable String text, BlockedKey.@Nullable Cause cause, PageRequest page) {
        return keys.page(text, cause, page);
    }

    /**
     * Certificates of which nobody is told yet that their key is compromised, although it was blocked after that moment, by tenant: such
     * as are valid, or revoked for a weaker reason, or relied on after they have expired.
     */
    @Transactional
    public Map<TenantId, List<CertificateId>> uncompromisedCertificates(Instant blockedAfter, Instant now) {
        return keys.uncompromisedCertificates(blockedAfter, now);
    }

    private static Map<String, String> facts(BlockedKey blocked) {
        Map<String, String> facts =
                new HashMap<>(Map.of("cause", blocked.cause().name()));
        if (blocked.reference() != null) {
            facts.put("reference", blocked.reference());
        }
        return facts;
    }
}
