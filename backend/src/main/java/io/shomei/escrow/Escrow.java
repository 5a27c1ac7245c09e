package io.shomei.escrow;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.keys.KeyEncryption;
import io.shomei.pki.CryptoProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps private keys that the platform made until they are fetched: encrypted under the tenant's data key with the certificate's id as
 * associated data, so that one cannot be put in another's place. A key ends with its collection, its deadline or the revocation of its
 * certificate, whichever is first, and the history says which.
 */
@ApplicationScoped
public class Escrow {
    private final EscrowRepository repository;
    private final DataKeys dataKeys;
    private final AuditLog audit;
    private final InstantSource clock;

    Escrow(EscrowRepository repository, DataKeys dataKeys, AuditLog audit, InstantSource clock) {
        this.repository = repository;
        this.dataKeys = dataKeys;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A key to keep.
     *
     * @param pin the access PIN that the applicant chose; null where it is derived
     * @param until when it is destroyed at the latest
     */
    public record Deposit(
            CertificateId certificate,
            PrivateKey key,
            @Nullable String pin,
            Instant until) {
        @Override
        public String toString() {
            return "key of certificate " + certificate;
        }
    }

    /** A key that was taken out, with the access PIN that the applicant chose. */
    public record Kept(PrivateKey key, @Nullable String pin) {
        @Override
        public String toString() {
            return "•••";
        }
    }

    /** Why a key was destroyed. */
    public enum End {
        COLLECTED,
        LAPSED,
        /** Its certificate ended; it could be fetched until then. */
        EXPIRED,
        REVOKED
    }

    /** A key as it lies in the database. */
    // Handed on between the two classes, compared nowhere.
    @SuppressWarnings("ArrayRecordComponent")
    record Wrapped(CertificateId certificate, String family, byte[] key, byte @Nullable [] pin, Instant until) {}

    /** Keeps keys that are fetched once, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(TenantId tenant, List<Deposit> deposits) {
        add(tenant, deposits, false);
    }

    /** Keeps keys that may be fetched as often as wanted, in the running transaction; their policy is {@code REPEATABLE}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keepRepeatable(TenantId tenant, List<Deposit> deposits) {
        add(tenant, deposits, true);
    }

    private void add(TenantId tenant, List<Deposit> deposits, boolean repeatable) {
        if (!deposits.isEmpty()) {
            KeyEncryption encryption = dataKeys.of(tenant);
            repository.add(
                    tenant,
                    deposits.stream()
                            .map(deposit -> wrapped(encryption, deposit))
                            .toList(),
                    repeatable,
                    clock.instant());
        }
    }

    /** The key of a certificate, as long as it is kept. */
    @Transactional
    public Optional<Kept> open(TenantId tenant, CertificateId certificate) {
        return Optional.ofNullable(open(tenant, List.of(certificate)).get(certificate));
    }

    /** The keys of these certificates, as far as they are kept. */
    @Transactional
    public Map<CertificateId, Kept> open(TenantId tenant, Collection<CertificateId> certificates) {
        return repository.find(tenant, certificates, clock.instant()).stream()
                .collect(Collectors.toMap(Wrapped::certificate, each -> unwrapped(tenant, each)));
    }

    /** The access PINs that applicants chose for these certificates; those without one are missing. */
    @Transactional
    public Map<CertificateId, String> pins(TenantId tenant, Collection<CertificateId> certificates) {
        return repository.find(tenant, certificates, clock.instant()).stream()
                .filter(each -> each.pin() != null)
                .collect(Collectors.toMap(
                        Wrapped::certificate,
                        each -> pin(dataKeys.of(tenant), each.certificate(), Objects.requireNonNull(each.pin()))));
    }

    /** Keeps keys that were fetched a little longer, in case the download broke; in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void collected(TenantId tenant, Collection<CertificateId> certificates, Instant until) {
        repository.collected(tenant, certificates, until);
    }

    /** Destroys the keys of these certificates, as far as they are still kept, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void destroy(TenantId tenant, Collection<CertificateId> certificates, End end, Actor actor) {
        destroy(tenant, end, certificates.stream().collect(Collectors.toMap(each -> each, each -> actor)));
    }

    /** As the other, for several people at once: who has which key destroyed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void destroy(TenantId tenant, End end, Map<CertificateId, Actor> actors) {
        audit.append(repository.delete(tenant, actors.keySet()).stream()
                .map(each -> told(tenant, each, end, Objects.requireNonNull(actors.get(each))))
                .toList());
    }

    /** Whose keys' time is over: what nobody fetched in time, what was fetched and kept a little longer, and what ended with its certificate. */
    @Transactional
    public Map<TenantId, List<CertificateId>> lapsed(int limit) {
        return repository.lapsed(clock.instant(), limit);
    }

    /** Destroys those of these keys whose time is over, in the running transaction; how each ended. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<CertificateId, End> destroyLapsed(TenantId tenant, Collection<CertificateId> certificates) {
        Map<CertificateId, End> ended = repository.deleteLapsed(tenant, certificates, clock.instant());
        audit.append(ended.entrySet().stream()
                .map(each -> told(tenant, each.getKey(), each.getValue(), Actor.PLATFORM))
                .toList());
        return ended;
    }

    private static AuditEntry told(TenantId tenant, CertificateId certificate, End end, Actor actor) {
        return AuditEntry.done(tenant, AuditOperation.KEY_DESTROY, actor)
                .on(certificate.toString(), certificate.value())
                .with(Map.of("end", end.name()));
    }

    private static Wrapped wrapped(KeyEncryption encryption, Deposit deposit) {
        byte[] encoded = deposit.key().getEncoded();
        if (encoded == null) {
            throw new IllegalArgumentException("the key does not leave its token");
        }
        byte[] key = encryption.wrap(keyName(deposit.certificate()), encoded);
        Arrays.fill(encoded, (byte) 0);
        String pin = deposit.pin();
        return new Wrapped(
                deposit.certificate(),
                CryptoProvider.family(deposit.key().getAlgorithm()),
                key,
                pin == null
                        ? null
                        : encryption.wrap(pinName(deposit.certificate()), pin.getBytes(StandardCharsets.UTF_8)),
                deposit.until());
    }

    private Kept unwrapped(TenantId tenant, Wrapped wrapped) {
        KeyEncryption encryption = dataKeys.of(tenant);
        byte[] encoded = encryption.unwrap(keyName(wrapped.certificate()), wrapped.key());
        try {
            PrivateKey key =
                    CryptoProvider.keyFactory(wrapped.family()).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            byte[] pin = wrapped.pin();
            return new Kept(key, pin == null ? null : pin(encryption, wrapped.certificate(), pin));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot read the key of certificate " + wrapped.certificate(), e);
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    private static String pin(KeyEncryption encryption, CertificateId certificate, byte[] wrapped) {
        return new String(encryption.unwrap(pinName(certificate), wrapped), StandardCharsets.UTF_8);
    }

    private static String keyName(CertificateId certificate) {
        return "key of certificate " + certificate;
    }

    private static String pinName(CertificateId certificate) {
        return "access PIN of certificate " + certificate;
    }
}
