package io.shomei.revocation;

import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.certificate.Holder;
import io.shomei.certificate.Holders;
import io.shomei.escrow.Escrow;
import io.shomei.issuance.BlockedKey;
import io.shomei.issuance.BlockedKeys;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.licence.Licences;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeyFingerprint;
import io.shomei.pki.RevocationReason;
import io.shomei.profile.CertificateKind;
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
import java.util.function.Predicate;
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
        apply(tenant, Decided.all(revoked, actor, grounds, facts));
    }

    /** As the other, for what several people decided. */
    @Transactional(Transactional.TxType.MANDATORY)
    void apply(TenantId tenant, List<Decided> decided) {
        change(tenant, decided);
        outbox.enqueue(tenant, notices(tenant, decided));
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
        List<Decided> decided = Decided.all(revoked, actor, grounds, facts);
        change(tenant, decided);
        Map<CertificateId, Holder> persons = holders(tenant, decided);
        List<Account> applicant = applicant(tenant, actor);
        outbox.enqueue(
                tenant,
                decided.stream()
                        .flatMap(each -> Stream.of(
                                toThoseConcerned(each.revoked(), persons.get(each.id())),
                                toOfficers(each.revoked(), applicant),
                                addressees.getOrDefault(each.id(), List.of()).stream()
                                        .map(address -> RevocationMail.toAddressee(each.revoked(), address)))
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
        List<Decided> decided = Decided.all(revoked, actor, grounds, facts);
        change(tenant, decided);
        Map<CertificateId, Holder> persons = holders(tenant, decided);
        outbox.enqueue(
                tenant,
                decided.stream()
                        .flatMap(each -> toThoseConcerned(each.revoked(), persons.get(each.id())))
                        .toList());
    }

    private void change(TenantId tenant, List<Decided> decided) {
        if (decided.isEmpty()) {
            return;
        }
        List<CertificateId> ids = decided.stream().map(Decided::id).toList();
        register.become(
                tenant,
                decided.stream()
                        .collect(Collectors.toMap(
                                Decided::id, each -> each.revoked().state())));
        licences.release(tenant, ids);
        escrow.destroy(
                tenant, Escrow.End.REVOKED, decided.stream().collect(Collectors.toMap(Decided::id, Decided::actor)));
        audit.append(decided.stream()
                .map(each -> AuditEntry.done(tenant, AuditOperation.CERTIFICATE_REVOKE, each.actor())
                        .on(each.certificate().commonName(), each.id().value())
                        .with(told(each)))
                .toList());
        events.tell(
                tenant,
                () -> decided.stream()
                        .map(each -> Event.of(EventType.CERTIFICATE_REVOKED, each.certificate())
                                .with("reason", each.revoked().state().reason().name()))
                        .toList());
        decided.stream()
                .filter(each -> each.grounds().reason() == RevocationReason.KEY_COMPROMISE)
                .collect(Collectors.groupingBy(Decided::actor))
                .forEach((actor, compromised) -> blockedKeys.block(tenant, keys(compromised), actor));
    }

    private List<BlockedKey> keys(List<Decided> compromised) {
        // One certificate of a key stands for all.
        Map<KeyFingerprint, Decided> byKey = compromised.stream()
                .collect(Collectors.toMap(
                        RevocationEffects::key, Function.identity(), (first, other) -> first, LinkedHashMap::new));
        return byKey.entrySet().stream()
                .map(each -> new BlockedKey(
                        each.getKey(),
                        clock.instant(),
                        BlockedKey.Cause.REVOKED,
                        each.getValue().actor().name(),
                        each.getValue().actor().account(),
                        each.getValue().id(),
                        each.getValue().grounds().reference(),
                        each.getValue().grounds().comment()))
                .toList();
    }

    private static KeyFingerprint key(Decided decided) {
        return KeyFingerprint.of(
                CertificateDer.ofDer(decided.certificate().der()).publicKeyInfo());
    }

    /**
     * The subscriber administrator and the holder are told always; all officers whose rights are for it where none of the tenant's own people
     * revoked, and of certificates of persons; otherwise the officer who did it, who has it in writing then (§6.3).
     */
    private List<Notice> notices(TenantId tenant, List<Decided> decided) {
        Map<CertificateId, Holder> persons = holders(tenant, decided);
        Predicate<Decided> concernsAll = each -> isFromOutside(each.actor()) || persons.containsKey(each.id());
        List<Account> officers = decided.stream().anyMatch(concernsAll) ? accounts.officers(tenant) : List.of();
        Map<Optional<AccountId>, List<Account>> applicants = new HashMap<>();
        return decided.stream()
                .flatMap(each -> Stream.concat(
                        toThoseConcerned(each.revoked(), persons.get(each.id())),
                        toOfficers(
                                each.revoked(),
                                concernsAll.test(each)
                                        ? whoseRightsCover(each.certificate().kind(), officers)
                                        : applicants.computeIfAbsent(
                                                Optional.ofNullable(each.actor().account()),
                                                unread -> applicant(tenant, each.actor())))))
                .toList();
    }

    private static List<Account> whoseRightsCover(CertificateKind kind, List<Account> officers) {
        return officers.stream()
                .filter(officer -> kind.right().isEmpty() || kind.isCoveredBy(officer.rights()))
                .toList();
    }

    private static boolean isFromOutside(Actor actor) {
        return actor.role() == null || actor.role() == Role.OPERATOR;
    }

    /** The officer who had it revoked; empty where it was somebody else. */
    private List<Account> applicant(TenantId tenant, Actor actor) {
        return Optional.ofNullable(actor.account())
                .flatMap(account -> accounts.find(tenant, account))
                .filter(account -> account.role() == Role.OFFICER)
                .stream()
                .toList();
    }

    private static Stream<Notice> toOfficers(Revoked revoked, List<Account> officers) {
        return officers.stream().flatMap(officer -> RevocationMail.toOfficer(revoked, officer).stream());
    }

    private static Stream<Notice> toThoseConcerned(Revoked revoked, @Nullable Holder holder) {
        return Stream.concat(
                RevocationMail.toSubscriber(revoked).stream(),
                holder == null ? Stream.empty() : RevocationMail.toHolder(revoked, holder).stream());
    }

    private Map<CertificateId, Holder> holders(TenantId tenant, List<Decided> decided) {
        return holders.of(tenant, decided.stream().map(Decided::id).toList());
    }

    private static Map<String, String> told(Decided decided) {
        Grounds grounds = decided.grounds();
        CertificateState.Revoked state = decided.revoked().state();
        Map<String, String> all = new HashMap<>(decided.facts());
        all.put("serial", decided.certificate().serial().hex());
        all.put("reason", grounds.reason().name());
        if (state.invalidityDate() != null) {
            all.put("invalidityDate", state.invalidityDate().toString());
        }
        if (grounds.reference() != null) {
            all.put("reference", grounds.reference());
        }
        return all;
    }
}
