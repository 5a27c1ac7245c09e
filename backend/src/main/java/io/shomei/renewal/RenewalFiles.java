package io.shomei.renewal;

import static io.shomei.renewal.RenewalProblem.RENEWAL_NOTHING_TO_DO;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.TenantId;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.policy.Policies;
import io.shomei.request.RegisteredSubject;
import io.shomei.request.bulk.RequestFileKind;
import io.shomei.submission.SubmissionLinks;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.text.TabbedWriter;
import io.shomei.text.TextEncoding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Gatherers;

/** Makes the files with which officers renew and clear away, and asks subscriber administrators for what these still need. */
@ApplicationScoped
class RenewalFiles {
    /** A file is read as fast as it is taken away. */
    private static final int TIMEOUT_SECONDS = 600;

    private final RenewalRepository renewals;
    private final SubmissionLinks links;
    private final Tenants tenants;
    private final Policies policies;
    private final Outbox outbox;
    private final AuditLog audit;
    private final InstantSource clock;

    RenewalFiles(
            RenewalRepository renewals,
            SubmissionLinks links,
            Tenants tenants,
            Policies policies,
            Outbox outbox,
            AuditLog audit,
            InstantSource clock) {
        this.renewals = renewals;
        this.links = links;
        this.tenants = tenants;
        this.policies = policies;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The most rows that a file can have which is to be uploaded again. */
    int maxRows(TenantId tenant) {
        return policies.of(tenant).requestFile().maxRows();
    }

    /**
     * Refuses who may not have a file, and where it would be empty; writes down who takes one.
     *
     * @return writes the file
     */
    @Transactional
    FileBody file(Caller caller, RenewalFileOperation operation, RenewalFileKind kind, RenewalChoice choice) {
        caller.require(kind.right());
        List<RenewalDraft> first = new ArrayList<>(1);
        each(caller.tenant(), operation.state(), kind, choice, 1, first::add);
        if (first.isEmpty()) {
            throw RENEWAL_NOTHING_TO_DO.because("");
        }
        audit.append(AuditEntry.done(caller.tenant(), AuditOperation.RENEWAL_FILE, Actor.of(caller))
                .on(kind + " " + operation, null));
        int rows = maxRows(caller.tenant());
        return (encoding, out) -> write(caller.tenant(), operation, kind, choice, rows, encoding, out);
    }

    /** A file, written while its rows are read. */
    @FunctionalInterface
    interface FileBody {
        void write(TextEncoding encoding, OutputStream out) throws IOException;
    }

    /**
     * What came of asking.
     *
     * @param mails one for each subscriber administrator, and more where a link cannot be for so many certificates
     * @param certificates what they are about
     * @param unaddressed certificates without anybody to write to
     */
    record Asked(int mails, int certificates, int unaddressed) {}

    /**
     * Asks the subscriber administrators for what is needed to renew their certificates, each in one mail. Where keys are theirs to make and
     * submissions are offered, it brings a link with which the CSRs for these certificates are handed in.
     */
    @Transactional
    Asked ask(Caller caller, RenewalFileKind kind, RenewalChoice choice) {
        caller.require(kind.right());
        Tenant tenant = tenants.recent(caller.tenant());
        RenewalMail mail = new RenewalMail(
                kind, RegisteredSubject.of(tenant), new Calendar(tenant.timeZone()), caller.name(), clock.instant());
        List<RenewalDraft> drafts = new ArrayList<>();
        each(caller.tenant(), RenewalState.NOT_RENEWED, kind, choice, maxRows(caller.tenant()), drafts::add);
        if (drafts.isEmpty()) {
            throw RENEWAL_NOTHING_TO_DO.because("");
        }
        Map<String, List<RenewalDraft>> byAddress = new LinkedHashMap<>();
        int unaddressed = 0;
        for (RenewalDraft draft : drafts) {
            String address = draft.of().subscriber().email();
            if (address == null || address.isEmpty()) {
                unaddressed++;
            } else {
                byAddress.computeIfAbsent(address, _ -> new ArrayList<>()).add(draft);
            }
        }
        RequestFileKind submitted = RequestFileKind.valueOf(kind.name());
        OptionalInt most = links.mostInMail(caller.tenant(), submitted);
        List<Notice> mails = new ArrayList<>();
        byAddress.forEach((address, theirs) -> theirs.stream()
                .gather(Gatherers.windowFixed(most.orElse(theirs.size())))
                .map(some -> mail.to(address, some, most.isEmpty() ? Map.of() : link(caller, submitted, address, some)))
                .forEach(mails::add));
        outbox.enqueue(caller.tenant(), mails);
        Asked asked = new Asked(mails.size(), drafts.size() - unaddressed, unaddressed);
        audit.append(AuditEntry.done(caller.tenant(), AuditOperation.RENEWAL_ASK, Actor.of(caller))
                .on(kind.name(), null)
                .with(Map.of("certificates", String.valueOf(asked.certificates()))));
        return asked;
    }

    private Map<String, String> link(Caller caller, RequestFileKind kind, String address, List<RenewalDraft> drafts) {
        String name = drafts.getFirst().of().subscriber().name();
        return links.forMail(
                caller,
                kind,
                name == null ? "" : name,
                address,
                drafts.stream().map(draft -> draft.of().id()).toList());
    }

    private void write(
            TenantId tenant,
            RenewalFileOperation operation,
            RenewalFileKind kind,
            RenewalChoice choice,
            int rows,
            TextEncoding encoding,
            OutputStream out)
            throws IOException {
        RenewalRows made = new RenewalRows(operation, RegisteredSubject.of(tenants.recent(tenant)));
        try (var file = new TabbedWriter(out, encoding)) {
            QuarkusTransaction.requiringNew()
                    .timeout(TIMEOUT_SECONDS)
                    .run(() -> each(tenant, operation.state(), kind, choice, rows, draft -> row(file, made.of(draft))));
        }
    }

    private static void row(TabbedWriter file, List<String> cells) {
        try {
            file.row(cells);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void each(
            TenantId tenant,
            RenewalState state,
            RenewalFileKind kind,
            RenewalChoice choice,
            int limit,
            Consumer<RenewalDraft> consumer) {
        switch (choice) {
            case RenewalChoice.Selected(var certificates) ->
                renewals.stream(tenant, certificates, kind.kinds(), state, limit, consumer);
            case RenewalChoice.Filtered(RenewalFilter filter) ->
                renewals.stream(
                        tenant,
                        new RenewalFilter(
                                kind.kinds(),
                                Set.of(state),
                                filter.domain(),
                                filter.text(),
                                filter.from(),
                                filter.to()),
                        limit,
                        consumer);
        }
    }
}
