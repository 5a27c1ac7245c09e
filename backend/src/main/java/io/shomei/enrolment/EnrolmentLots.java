package io.shomei.enrolment;

import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_UNKNOWN;
import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_USED;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.escrow.Escrow;
import io.shomei.kernel.CertificateId;
import io.shomei.pki.Pkcs12;
import io.shomei.policy.Policies;
import io.shomei.profile.Delivery;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.text.TextEncoding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands out what a lot is collected by as a whole: its access PINs, and where it is an archive, its key files, to two people, in this
 * order. Each is written while it is sent; memory stays the same however many certificates there are.
 */
@ApplicationScoped
class EnrolmentLots {
    /** Enrolments that are read, and whose files are made, together. */
    private static final int CHUNK = 128;

    /** An archive of ten thousand key files is longer on its way than a transaction may last otherwise. */
    private static final int COLLECT_TIMEOUT_SECONDS = 300;

    private final EnrolmentLotRepository lots;
    private final HolderEnrolmentRepository enrolments;
    private final HolderCollections collections;
    private final HolderKeyFiles files;
    private final AccessPins pins;
    private final Escrow escrow;
    private final Tenants tenants;
    private final Policies policies;
    private final AuditLog audit;
    private final InstantSource clock;

    EnrolmentLots(
            EnrolmentLotRepository lots,
            HolderEnrolmentRepository enrolments,
            HolderCollections collections,
            HolderKeyFiles files,
            AccessPins pins,
            Escrow escrow,
            Tenants tenants,
            Policies policies,
            AuditLog audit,
            InstantSource clock) {
        this.lots = lots;
        this.enrolments = enrolments;
        this.collections = collections;
        this.files = files;
        this.pins = pins;
        this.escrow = escrow;
        this.tenants = tenants;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a URL leads to. */
    record View(EnrolmentLot lot, EnrolmentLot.Content content, Tenant tenant, Enrolment.State state, long count) {}

    @Transactional
    View view(String token) {
        byte[] digest = EnrolmentToken.digest(token);
        Optional<EnrolmentLot> ofPins = lots.findByToken(EnrolmentLot.Content.PINS, digest);
        EnrolmentLot lot = ofPins.or(() -> lots.findByToken(EnrolmentLot.Content.CERTIFICATES, digest))
                .orElseThrow(() -> ENROLMENT_UNKNOWN.because(""));
        EnrolmentLot.Content content =
                ofPins.isPresent() ? EnrolmentLot.Content.PINS : EnrolmentLot.Content.CERTIFICATES;
        long count = enrolments.count(lot);
        Enrolment.State state = lot.stateAt(clock.instant(), content);
        // All that it led to is in other lots by now, or revoked.
        boolean empty = count == 0 && state != Enrolment.State.COLLECTED;
        return new View(lot, content, tenants.get(lot.tenant()), empty ? Enrolment.State.WITHDRAWN : state, count);
    }

    /** Uses the right up; from here on {@link #write} may be called by whoever did. The same page may come again within ten minutes. */
    void collect(View view, Receipt receipt, HolderEnrolments.Origin origin) {
        EnrolmentLot lot = view.lot();
        EnrolmentLot.Collected before = lot.of(view.content());
        Instant now = clock.instant();
        if (receipt.repeats(before.at(), before.receipt(), now)) {
            return;
        }
        view.state().requireWaiting(before.at(), lot.deadline());
        QuarkusTransaction.requiringNew().timeout(COLLECT_TIMEOUT_SECONDS).run(() -> {
            if (!lots.collect(lot, view.content(), receipt, now, origin.address())) {
                throw ENROLMENT_USED.because("%s", now);
            }
            switch (view.content()) {
                case PINS -> notePins(lot, origin);
                case CERTIFICATES -> noteArchive(lot, now, origin);
            }
        });
    }

    private void notePins(EnrolmentLot lot, HolderEnrolments.Origin origin) {
        audit.append(AuditEntry.done(
                        lot.tenant(),
                        AuditOperation.ENROLMENT_FETCH_PINS,
                        actor(lot, EnrolmentLot.Content.PINS, origin))
                .on(lot.administrator().name(), lot.id().value())
                .with(Map.of("count", String.valueOf(enrolments.count(lot)))));
    }

    /** The keys are kept until the archive is written, and a little longer, in case it did not arrive. */
    private void noteArchive(EnrolmentLot lot, Instant now, HolderEnrolments.Origin origin) {
        Actor actor = actor(lot, EnrolmentLot.Content.CERTIFICATES, origin);
        inChunks(lot, some -> collections.note(some, true, now, actor));
        enrolments
                .ofLot(lot, 0, 1)
                .forEach(first -> collections.tell(first, enrolments.count(lot), enrolments.renewals(lot), now));
        enrolments.collectAll(lot, now, origin.address());
    }

    /** Writes the ZIP file. */
    void write(View view, Pkcs12.Profile profile, Receipt receipt, HolderEnrolments.Origin origin, OutputStream out)
            throws IOException {
        EnrolmentLot lot = view.lot();
        TextEncoding encoding = TextEncoding.ofLabel(
                        policies.of(lot.tenant()).lists().encoding())
                .orElseThrow();
        switch (view.content()) {
            case PINS -> {
                PinArchive archive = new PinArchive(out, encoding);
                inChunks(lot, some -> {
                    Map<CertificateId, String> found = pins.of(some);
                    some.forEach(each -> archive.add(each, Objects.requireNonNull(found.get(each.certificate()))));
                });
                archive.finish();
            }
            case CERTIFICATES -> {
                KeyFileArchive archive = new KeyFileArchive(out, encoding);
                inChunks(lot, archive::list);
                archive.endList();
                inChunks(lot, some -> archive.add(some, keyFiles(lot, some, profile)));
                archive.finish();
                if (!receipt.allowsRepetition()) {
                    destroyKeys(lot, origin);
                }
            }
        }
    }

    /** On all cores, in the order of the file. */
    private List<byte[]> keyFiles(EnrolmentLot lot, List<HolderEnrolment> some, Pkcs12.Profile profile) {
        Map<CertificateId, Escrow.Kept> keys = escrow.open(lot.tenant(), ids(some));
        return some.parallelStream()
                .map(each -> {
                    Escrow.Kept kept = keys.get(each.certificate());
                    if (kept == null) {
                        throw ENROLMENT_USED.because("%s", each.certificate());
                    }
                    return files.write(each, kept, pins.of(each, kept.pin()), profile);
                })
                .toList();
    }

    private void destroyKeys(EnrolmentLot lot, HolderEnrolments.Origin origin) {
        Actor actor = actor(lot, EnrolmentLot.Content.CERTIFICATES, origin);
        inChunks(
                lot,
                some -> QuarkusTransaction.requiringNew()
                        .run(() -> escrow.destroy(lot.tenant(), ids(some), Escrow.End.COLLECTED, actor)));
    }

    private void inChunks(EnrolmentLot lot, Consumer<List<HolderEnrolment>> work) {
        long line = 0;
        List<HolderEnrolment> some = next(lot, line);
        while (!some.isEmpty()) {
            work.accept(some);
            line = some.getLast().line();
            some = next(lot, line);
        }
    }

    private List<HolderEnrolment> next(EnrolmentLot lot, long line) {
        return QuarkusTransaction.joiningExisting().call(() -> enrolments.ofLot(lot, line, CHUNK));
    }

    private static List<CertificateId> ids(List<HolderEnrolment> some) {
        return some.stream().map(HolderEnrolment::certificate).toList();
    }

    private static Actor actor(EnrolmentLot lot, EnrolmentLot.Content content, HolderEnrolments.Origin origin) {
        boolean officers = content == EnrolmentLot.Content.PINS && lot.delivery() == Delivery.P12_BULK;
        EnrolmentLot.Person person = officers ? lot.officer() : lot.administrator();
        return HolderEnrolments.actor(person.email() == null ? "URL" : person.email(), origin);
    }
}
