package io.shomei.certificate;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.authority.Authority;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import io.shomei.pki.KeyFingerprint;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The register of certificates: the truth about what was issued and what it is worth. */
@ApplicationScoped
public class CertificateRegister {
    private final CertificateRepository certificates;
    private final SuccessionRepository successions;
    private final CertificateListRepository lists;
    private final EveryonesCertificateRepository everyones;
    private final AuditLog audit;
    private final InstantSource clock;

    CertificateRegister(
            CertificateRepository certificates,
            SuccessionRepository successions,
            CertificateListRepository lists,
            EveryonesCertificateRepository everyones,
            AuditLog audit,
            InstantSource clock) {
        this.certificates = certificates;
        this.successions = successions;
        this.lists = lists;
        this.everyones = everyones;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Enters signed certificates in the running transaction. An id or a serial number that is there already fails. What they take the
     * place of stays valid until it ends or is revoked; where something took its place before, the newest counts.
     *
     * @return what was renewed, as it was
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Certificate> enter(TenantId tenant, List<NewCertificate> issued) {
        certificates.add(tenant, issued);
        Map<CertificateId, CertificateId> successors = new HashMap<>();
        for (NewCertificate each : issued) {
            if (each.renews() != null) {
                successors.put(each.renews(), each.id());
            }
        }
        if (successors.isEmpty()) {
            return List.of();
        }
        List<Certificate> renewed = certificates.lock(tenant, successors.keySet());
        if (renewed.size() != successors.size()) {
            throw new IllegalStateException("what is renewed is in the register: " + successors.keySet());
        }
        successions.renewed(tenant, successors, clock.instant());
        successions.passOnGivenTo(tenant, successors.values());
        return renewed;
    }

    /**
     * Notes whom or what a certificate was given to; its successors take it over.
     *
     * @param givenTo null or blank forgets it
     */
    @Transactional
    public void noteGivenTo(Caller caller, String id, @Nullable String givenTo) {
        Certificate certificate = get(caller.tenant(), id);
        String note = givenTo == null || givenTo.isBlank() ? null : givenTo.strip();
        certificates.noteGivenTo(caller.tenant(), certificate.id(), note);
        audit.append(AuditEntry.done(caller.tenant(), AuditOperation.CERTIFICATE_NOTE, Actor.of(caller))
                .on(certificate.commonName(), certificate.id().value())
                .with(Map.of("givenTo", note == null ? "" : note)));
    }

    /**
     * Those of the tenant's certificates of these kinds that have one of these serial numbers. Two authorities could have given the same
     * one.
     */
    @Transactional
    public List<Certificate> withSerials(
            TenantId tenant, Collection<CertificateKind> kinds, Collection<SerialNumber> serials) {
        return serials.isEmpty() ? List.of() : certificates.withSerials(tenant, kinds, serials);
    }

    /** Enters the certificate of one of our authorities, signed by another one of ours; nothing happens when it is there already. */
    @Transactional
    public void enterAuthority(CertificateId id, Authority authority) {
        certificates.addAuthority(TenantId.PLATFORM, id, authority, clock.instant());
    }

    @Transactional
    public Optional<Certificate> find(TenantId tenant, CertificateId id) {
        return certificates.findCertificate(tenant, id);
    }

    /** The certificate, or the answer that there is none: another tenant's is none. */
    @Transactional
    public Certificate get(TenantId tenant, String id) {
        return CertificateId.parse(id).flatMap(known -> find(tenant, known)).orElseThrow(() -> NOT_FOUND.because(""));
    }

    /** What the certificate renewed and what renewed it; both are of its own tenant. */
    @Transactional
    public Succession successionOf(Certificate certificate) {
        return Succession.of(certificate, successions.beside(certificate.tenant(), certificate.id()));
    }

    /** As {@link #get}, of all tenants: for the operator. */
    @Transactional
    public Certificate getEveryones(String id) {
        return CertificateId.parse(id)
                .flatMap(known -> everyones.withIds(List.of(known)).stream().findFirst())
                .orElseThrow(() -> NOT_FOUND.because(""));
    }

    /** As {@link #get}, kept from changing until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Certificate lock(TenantId tenant, String id) {
        return CertificateId.parse(id)
                .flatMap(known -> lock(tenant, List.of(known)).stream().findFirst())
                .orElseThrow(() -> NOT_FOUND.because(""));
    }

    /** Those of these certificates that there are, in the order of their ids, kept from changing until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Certificate> lock(TenantId tenant, Collection<CertificateId> ids) {
        return certificates.lock(tenant, ids);
    }

    /** Those of these certificates that there are. */
    @Transactional
    public List<Certificate> withIds(TenantId tenant, Collection<CertificateId> ids) {
        return certificates.withIds(tenant, ids);
    }

    /** All certificates, whatever they are worth, with exactly one of these common names. */
    @Transactional
    public List<Certificate> named(TenantId tenant, Collection<String> commonNames) {
        return certificates.named(tenant, commonNames);
    }

    /** As {@link #withIds}, of all tenants: for the operator. */
    @Transactional
    public List<Certificate> everyonesWithIds(Collection<CertificateId> ids) {
        return everyones.withIds(ids);
    }

    /** As {@link #named}, of all tenants: for the operator. */
    @Transactional
    public List<Certificate> everyonesNamed(Collection<String> commonNames) {
        return everyones.named(commonNames);
    }

    /** What the operator looks for in the registers of all tenants, the newest first. */
    @Transactional
    public Page<Certificate> search(CertificateSearch search, PageRequest page) {
        return everyones.page(search, page);
    }

    /** Every certificate that holds a key, whoever's it is, the oldest first. */
    @Transactional
    public List<Certificate> everyonesOfKey(KeyFingerprint key) {
        return everyones.ofKey(key);
    }

    /** Some of the certificates of an authority that are worth something at a moment: whose they are, the oldest first. */
    @Transactional
    public Map<TenantId, List<CertificateId>> validOf(String authority, Instant at, int limit) {
        return everyones.validOf(authority, at, limit);
    }

    /**
     * Some of a tenant's certificates that are worth something now, in the order of their ids.
     *
     * @param after where to go on; null for the first
     */
    @Transactional
    public List<CertificateId> validAfter(TenantId tenant, @Nullable CertificateId after, int limit) {
        return certificates.validAfter(tenant, after, clock.instant(), limit);
    }

    /** The certificate that a TLS client presented, whoever it belongs to. */
    @Transactional
    public Optional<Certificate> findPresented(String authority, SerialNumber serial) {
        return certificates.findBySerial(authority, serial);
    }

    @Transactional
    public Page<CertificateView> list(TenantId tenant, CertificateFilter filter, PageRequest page) {
        return lists.page(tenant, filter, page, clock.instant());
    }

    /** Which of these ids have been entered, with their serial numbers. */
    @Transactional
    public Map<CertificateId, SerialNumber> entered(TenantId tenant, Collection<CertificateId> ids) {
        return certificates.entered(tenant, ids);
    }

    /** All certificates of an account, the newest first. */
    @Transactional
    public List<Certificate> ofAccount(TenantId tenant, AccountId account) {
        return certificates.ofAccount(tenant, account);
    }

    /**
     * Certificates that end and that somebody may have to be told of: neither revoked nor replaced by what somebody has, and not muted; in
     * the order of their expiry, those after a place and not later than a moment.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Certificate> ending(TenantId tenant, ExpiryPlace after, Instant until, int limit) {
        return certificates.ending(tenant, after, until, limit);
    }

    /**
     * Certificates that were renewed and are still valid although the new one was collected before a moment, and that nobody was reminded
     * of: each with its successor. They are noted as reminded of.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Replaced> remind(TenantId tenant, Instant collectedBefore, int limit) {
        List<CertificateId> due = successions.replaced(tenant, collectedBefore, clock.instant(), limit);
        successions.reminded(tenant, due, clock.instant());
        List<Replaced> replaced = new ArrayList<>();
        Map<CertificateId, Certificate> successors = successions.successors(tenant, due);
        certificates
                .withIds(tenant, due)
                .forEach(earlier ->
                        replaced.add(new Replaced(earlier, Objects.requireNonNull(successors.get(earlier.id())))));
        return replaced;
    }

    /**
     * Has some of those count as not renewed, whosever they are, whose successor nobody collected in time.
     *
     * @return how many they were
     */
    @Transactional
    public int endLapsedRenewals(int limit) {
        return successions.lapse(clock.instant(), limit);
    }

    /** A certificate and what took its place. */
    public record Replaced(Certificate earlier, Certificate successor) {}

    /** Has nobody told any more that a certificate expires, or has them told again. */
    @Transactional
    void mute(Caller caller, String id, boolean muted) {
        Certificate certificate = lock(caller.tenant(), id);
        ReadingRights.require(caller, certificate);
        if ((certificate.mute() != null) == muted) {
            return;
        }
        Actor actor = Actor.of(caller);
        certificates.mute(caller.tenant(), certificate.id(), muted ? new Mute(clock.instant(), actor.name()) : null);
        AuditOperation operation = muted ? AuditOperation.CERTIFICATE_MUTE : AuditOperation.CERTIFICATE_UNMUTE;
        audit.append(AuditEntry.done(caller.tenant(), operation, actor)
                .on(certificate.commonName(), certificate.id().value()));
    }

    /** Makes others responsible for certificates. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reassign(TenantId tenant, Map<CertificateId, Subscriber> subscribers) {
        certificates.reassigned(tenant, subscribers, clock.instant());
    }

    /** Notes that a certificate was fetched. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void collected(TenantId tenant, CertificateId id, Instant at) {
        collected(tenant, List.of(id), at);
    }

    /** Notes that certificates were fetched together. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void collected(TenantId tenant, Collection<CertificateId> ids, Instant at) {
        certificates.collected(tenant, ids, at);
    }

    /** Notes the first log-in with a certificate; false where it was used before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean used(TenantId tenant, CertificateId id, Instant at) {
        return certificates.used(tenant, id, at);
    }

    /** Gives certificates another state. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void become(TenantId tenant, Map<CertificateId, CertificateState.Revoked> revoked) {
        certificates.revoked(tenant, revoked, clock.instant());
    }

    /**
     * What is known of these. One that was never issued is not in the answer, nor is one that was signed and not entered. Read in one
     * statement that begins with this call: it sees every revocation that was committed before.
     */
    public Map<IssuedSerial, IssuedStatus> statuses(List<IssuedSerial> asked) {
        return certificates.statuses(asked);
    }

    /** When relying parties could first see a revocation. */
    @Transactional
    public Optional<Instant> crlVisibleSince(TenantId tenant, CertificateId id) {
        return certificates.crlVisibleSince(tenant, id);
    }

    /** The same of those of these certificates, whoever's they are, that a list shows as revoked. */
    @Transactional
    public Map<CertificateId, Instant> everyonesCrlVisibleSince(Collection<CertificateId> ids) {
        return ids.isEmpty() ? Map.of() : everyones.crlVisibleSince(ids);
    }
}
