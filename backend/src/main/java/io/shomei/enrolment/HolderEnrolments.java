package io.shomei.enrolment;

import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_USED;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.certificate.Holders;
import io.shomei.escrow.Escrow;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.pki.Pkcs12;
import io.shomei.policy.Policies;
import io.shomei.profile.Delivery;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Invites the holders of client certificates, and hands one key file to the one who has both the URL and the access PIN. The PINs go to
 * another person than the URLs, and no URL is of use before somebody has the PINs.
 */
@ApplicationScoped
public class HolderEnrolments {
    private final HolderEnrolmentRepository enrolments;
    private final EnrolmentLotRepository lots;
    private final EnrolmentToken tokens;
    private final AccessPins pins;
    private final PinRefusals refusals;
    private final HolderKeyFiles files;
    private final HolderCollections collections;
    private final Holders holders;
    private final Escrow escrow;
    private final Tenants tenants;
    private final Policies policies;
    private final Outbox outbox;
    private final InstantSource clock;

    HolderEnrolments(
            HolderEnrolmentRepository enrolments,
            EnrolmentLotRepository lots,
            EnrolmentToken tokens,
            AccessPins pins,
            PinRefusals refusals,
            HolderKeyFiles files,
            HolderCollections collections,
            Holders holders,
            Escrow escrow,
            Tenants tenants,
            Policies policies,
            Outbox outbox,
            InstantSource clock) {
        this.enrolments = enrolments;
        this.lots = lots;
        this.tokens = tokens;
        this.pins = pins;
        this.refusals = refusals;
        this.files = files;
        this.collections = collections;
        this.holders = holders;
        this.escrow = escrow;
        this.tenants = tenants;
        this.policies = policies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Who confirmed a file, and gets the access PINs of its archives. */
    public record Officer(String name, @Nullable String email) {}

    /** What a URL leads to. */
    record View(HolderEnrolment enrolment, Tenant tenant, Enrolment.State state) {}

    /**
     * Gives holders the right to their certificates, in the running transaction. Those who collect the own one get their URL; nobody gets
     * access PINs before {@link #open}.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void invite(
            TenantId tenant,
            RequestFileId file,
            Officer officer,
            List<HolderInvitation> invitations,
            Instant deadline) {
        if (invitations.isEmpty()) {
            return;
        }
        holders.enter(
                tenant,
                invitations.stream().collect(Collectors.toMap(HolderInvitation::certificate, each -> each.holder())));
        Map<List<String>, CertificateId> known = new HashMap<>();
        List<CertificateId> lotOfEach = new ArrayList<>(invitations.size());
        List<byte @Nullable []> urls = new ArrayList<>(invitations.size());
        List<Notice> mails = new ArrayList<>();
        for (HolderInvitation each : invitations) {
            String administrator = Objects.requireNonNull(each.administrator().email());
            lotOfEach.add(known.computeIfAbsent(
                    List.of(each.delivery().name(), administrator),
                    _ -> found(tenant, file, officer, each, administrator, deadline)));
            boolean inPerson = each.delivery() != Delivery.P12_BULK;
            urls.add(inPerson ? EnrolmentToken.digest(tokens.of(each.certificate())) : null);
            if (inPerson) {
                mails.add(HolderMail.ready(each, deadline));
            }
        }
        enrolments.add(tenant, invitations, lotOfEach, urls);
        outbox.enqueue(tenant, mails);
    }

    /** Has the mails sent that lead to access PINs and archives, once the whole file was carried out; in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void open(TenantId tenant, RequestFileId file) {
        List<EnrolmentLot> opened = lots.open(tenant, file, clock.instant());
        outbox.enqueue(
                tenant,
                opened.stream()
                        .flatMap(lot -> LotMail.waiting(lot, enrolments.count(lot)))
                        .toList());
    }

    /** Which of these certificates somebody was invited to collect. */
    @Transactional
    public List<CertificateId> invited(TenantId tenant, List<CertificateId> certificates) {
        return enrolments.invited(tenant, certificates);
    }

    @Transactional
    Optional<View> find(String token) {
        return enrolments
                .findByToken(EnrolmentToken.digest(token))
                .map(each -> new View(each, tenants.get(each.tenant()), each.stateAt(clock.instant())));
    }

    /** Where a request comes from. */
    record Origin(String address, String requestId) {}

    /**
     * The key file of a holder who has the PIN; once, but for the same page again within ten minutes. It is made now, opens with the PIN,
     * and is not kept.
     *
     * @param pin as it was typed; null where nothing was
     */
    byte[] collect(View view, @Nullable String pin, Pkcs12.Profile profile, Receipt receipt, Origin origin) {
        HolderEnrolment enrolment = view.enrolment();
        Instant now = clock.instant();
        boolean again = receipt.repeats(
                enrolment.collected().at(), enrolment.collected().receipt(), now);
        // 1. It waits, or the same page comes again; a wrong PIN counts before it is known to be wrong.
        if (!again) {
            enrolment.requireWaiting(now);
        }
        String password = requirePin(enrolment, pin, origin);
        // 2. The file is made first, so that a fault of ours uses nothing up.
        Escrow.Kept kept = escrow.open(enrolment.tenant(), enrolment.certificate())
                .orElseThrow(() -> ENROLMENT_USED.because(
                        "%s", String.valueOf(enrolment.collected().at())));
        byte[] file = files.write(enrolment, kept, password, profile);
        // 3. The right is used up, the key ends, the history and the mails: one transaction. Two people with one URL
        // get one file.
        if (!again) {
            QuarkusTransaction.requiringNew().run(() -> {
                if (!enrolments.collect(enrolment, receipt.digest(), now, origin.address())) {
                    throw ENROLMENT_USED.because("%s", now);
                }
                collections.note(
                        List.of(enrolment),
                        receipt.allowsRepetition(),
                        now,
                        actor(enrolment.holder().email(), origin));
                collections.tell(enrolment, now);
            });
        }
        return file;
    }

    /**
     * The access PIN of an enrolment, to whoever typed it.
     *
     * @throws io.shomei.kernel.ProblemException ACCESS_PIN_WRONG, ACCESS_PIN_LOCKED
     */
    String requirePin(HolderEnrolment enrolment, @Nullable String typed, Origin origin) {
        int threshold = policies.of(enrolment.tenant()).lockout().threshold();
        PinRefusals.Attempt attempt = new PinRefusals.Attempt(
                enrolment.tenant(),
                enrolment.certificate(),
                enrolment.holder().name(),
                actor(enrolment.holder().email(), origin));
        int failures = QuarkusTransaction.requiringNew()
                .call(() -> enrolments.count(enrolment, threshold))
                .orElseThrow(() -> refusals.locked(attempt));
        String expected = pins.of(enrolment);
        if (!AccessPins.isSame(expected, typed == null ? "" : typed)) {
            throw refusals.wrong(attempt, failures >= threshold);
        }
        QuarkusTransaction.requiringNew().run(() -> enrolments.forgive(enrolment));
        return expected;
    }

    static Actor actor(String name, Origin origin) {
        return Actor.anonymous(name, origin.address(), origin.requestId());
    }

    private CertificateId found(
            TenantId tenant,
            RequestFileId file,
            Officer officer,
            HolderInvitation first,
            String administrator,
            Instant deadline) {
        String name = first.administrator().name();
        CertificateId id = first.certificate();
        return lots.found(
                new EnrolmentLot(
                        tenant,
                        id,
                        file,
                        first.delivery(),
                        new EnrolmentLot.Person(name == null ? "" : name, administrator),
                        new EnrolmentLot.Person(officer.name(), officer.email()),
                        deadline,
                        null,
                        EnrolmentLot.Collected.NOT_YET,
                        EnrolmentLot.Collected.NOT_YET),
                EnrolmentToken.digest(tokens.ofPins(id)),
                first.delivery() == Delivery.P12_BULK ? EnrolmentToken.digest(tokens.ofArchive(id)) : null,
                clock.instant());
    }
}
