package io.shomei.revocation;

import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.Holder;
import io.shomei.certificate.Holders;
import io.shomei.escrow.Escrow;
import io.shomei.issuance.BlockedKey;
import io.shomei.issuance.BlockedKeys;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.licence.Licences;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeyFingerprint;
import io.shomei.pki.RevocationReason;
import io.shomei.webhook.Event;
import io.shomei.webhook.EventOutbox;
import io.shomei.webhook.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a revocation does to the register, the history, the outbox and the keys: for one certificate as for thousands. */
@ApplicationScoped
class RevocationEffects {
    private final CertificateRegister register;
    private final Holders holders;
    private final Escrow escrow;
    private final Licences licences;
    private final BlockedKeys blockedKeys;
    private final Accounts accounts;
    private final Outbox outbox;
    private final EventOutbox events;
    private final AuditLog audit;
    private final InstantSource clock;

    RevocationEffects(
            CertificateRegister register,
            Holders holders,
            Escrow escrow,
            Licences licences,
            BlockedKeys blockedKeys,
            Accounts accounts,
            Outbox outbox,
            EventOutbox events,
            AuditLog audit,
            InstantSource clock) {
        this.register = register;
        this.holders = holders;
        this.escrow = escrow;
        this.licences = licences;
        this.blockedKeys = blockedKeys;
        this.accounts = accounts;
        this.outbox = outbox;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * In the running transaction, which has locked the certificates.
     *
     * @param facts further ones for the history
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void apply(TenantId tenant, List<Revoked> revoked, Actor actor, Grounds grounds, Map<String, String> facts) {
        change(tenant, revoked, actor, grounds, facts);
        outbox.enqueue(tenant, notices(tenant, revoked, actor));
    }

    /** As {@link #apply}; the officer who applied for it is told too, and further people. */
    @Transactional(Transactional.TxType.MANDATORY)
    void applyApplied(
            TenantId tenant,
            List<Revoked> revoked,
            Actor actor,
            Grounds grounds,
            Map<String, String> facts,
            Map<CertificateId, List<String>> addressees) {
        change(tenant, revoked, actor, grounds, facts);
        Map<CertificateId, Holder> persons = holders(tenant, revoked);
        List<Account> applicant = applicant(tenant, actor);
        outbox.enqueue(
                tenant,
                revoked.stream()
                        .flatMap(each -> Stream.of(
                                toThoseConcerned(
                                        each, persons.get(each.certificate().id())),
                                applicant.stream().flatMap(officer -> RevocationMail.toOfficer(each, officer).stream()),
                                addressees.getOrDefault(each.certificate().id(), List.of()).stream()
                                        .map(address -> RevocationMail.toAddressee(each, address)))
                                .flatMap(mails -> mails)
                                // One person, one mail.
                                .collect(Collectors.toMap(
                                        Notice::recipient, mail -> mail, (first, again) -> first, LinkedHashMap::new))
                                .values()
                                .stream())
                        .toList());
    }

    /** As {@link #apply}, for so many that no officer wants a mail for each: subscriber administrators and holders alone are told. */
    @Transactional(Transactional.TxType.MANDATORY)
    void applyToMany(TenantId tenant, List<Revoked> revoked, Actor actor, Grounds grounds, Map<String, String> facts) {
        change(tenant, revoked, actor, grounds, facts);
        Map<CertificateId, Holder> persons = holders(tenant, revoked);
        outbox.enqueue(
                tenant,
                revoked.stream()
                        .flatMap(each -> toThoseConcerned(
                                each, persons.get(each.certificate().id())))
                        .toList());
    }

    private void change(
            TenantId tenant, List<Revoked> revoked, Actor actor, Grounds grounds, Map<String, String> facts) {
        if (revoked.isEmpty()) {
            return;
        }
        register.become(
                tenant,
                revoked.stream()
                        .collect(Collectors.toMap(each -> each.certificate().id(), Revoked::state)));
        licences.release(
                tenant, revoked.stream().map(each -> each.certificate().id()).toList());
        escrow.destroy(
                tenant, revoked.stream().map(each -> each.certificate().id()).toList(), Escrow.End.REVOKED, actor);
        audit.append(revoked.stream()
                .map(each -> AuditEntry.done(tenant, AuditOperation.CERTIFICATE_REVOKE, actor)
                        .on(
                                each.certificate().commonName(),
                                each.certificate().id().value())
                        .with(told(each, grounds, facts)))
                .toList());
        events.tell(
                tenant,
                () -> revoked.stream()
                        .map(each -> Event.of(EventType.CERTIFICATE_REVOKED, each.certificate())
                                .with("reason", each.state().reason().name()))
                        .toList());
        if (grounds.reason() == RevocationReason.KEY_COMPROMISE) {
            blockedKeys.block(tenant, keys(revoked, actor, grounds), actor);
        }
    }

    private List<BlockedKey> keys(List<Revoked> revoked, Actor actor, Grounds grounds) {
        // One certificate of a key stands for all.
        Map<KeyFingerprint, Certificate> byKey = revoked.stream()
                .map(Revoked::certificate)
                .collect(Collectors.toMap(RevocationEffects::key, Function.identity(), (first, other) -> first));
        return byKey.entrySet().stream()
                .map(each -> new BlockedKey(
                        each.getKey(),
                        clock.instant(),
                        BlockedKey.Cause.REVOKED,
                        actor.name(),
                        actor.account(),
                        each.getValue().id(),
                        grounds.reference(),
                        grounds.comment()))
                .toList();
    }

    private static KeyFingerprint key(Certificate certificate) {
        return KeyFingerprint.of(CertificateDer.ofDer(certificate.der()).publicKeyInfo());
    }

    /**
     * The subscriber administrator and the holder are told always; all officers where none of the tenant's own people revoked, and of
     * certificates of persons; otherwise the officer who did it, who has it in writing then (§6.3).
     */
    private List<Notice> notices(TenantId tenant, List<Revoked> revoked, Actor actor) {
        boolean fromOutside = actor.role() == null || actor.role() == Role.OPERATOR;
        Map<CertificateId, Holder> persons = holders(tenant, revoked);
        List<Account> officers = fromOutside || !persons.isEmpty() ? accounts.officers(tenant) : List.of();
        List<Account> applicant = fromOutside ? List.of() : applicant(tenant, actor);
        return revoked.stream()
                .flatMap(each -> {
                    Holder holder = persons.get(each.certificate().id());
                    return Stream.concat(
                            toThoseConcerned(each, holder),
                            (fromOutside || holder != null ? officers : applicant)
                                    .stream().flatMap(officer -> RevocationMail.toOfficer(each, officer).stream()));
                })
                .toList();
    }

    /** The officer who had it revoked; empty where it was somebody else. */
    private List<Account> applicant(TenantId tenant, Actor actor) {
        return Optional.ofNullable(actor.account())
                .flatMap(account -> accounts.find(tenant, account))
                .filter(account -> account.role() == Role.OFFICER)
                .stream()
                .toList();
    }

    private static Stream<Notice> toThoseConcerned(Revoked revoked, @Nullable Holder holder) {
        return Stream.concat(
                RevocationMail.toSubscriber(revoked).stream(),
                holder == null ? Stream.empty() : RevocationMail.toHolder(revoked, holder).stream());
    }

    private Map<CertificateId, Holder> holders(TenantId tenant, List<Revoked> revoked) {
        return holders.of(
                tenant, revoked.stream().map(each -> each.certificate().id()).toList());
    }

    private static Map<String, String> told(Revoked revoked, Grounds grounds, Map<String, String> facts) {
        Map<String, String> all = new HashMap<>(facts);
        all.put("serial", revoked.certificate().serial().hex());
        all.put("reason", grounds.reason().name());
        if (revoked.state().invalidityDate() != null) {
            all.put("invalidityDate", revoked.state().invalidityDate().toString());
        }
        if (grounds.reference() != null) {
            all.put("reference", grounds.reference());
        }
        return all;
    }
}
