package io.shomei.request.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.certificate.Certificate;
import io.shomei.enrolment.HolderEnrolments;
import io.shomei.enrolment.HolderInvitation;
import io.shomei.escrow.Escrow;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Outcome;
import io.shomei.issuance.SubjectNames;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Delivery;
import io.shomei.request.CertificateName;
import io.shomei.request.ClientIssue;
import io.shomei.request.ClientOrders;
import io.shomei.request.NamedCertificates;
import io.shomei.request.RowError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has certificates of persons issued: for key files with keys that are made here and wait in escrow, and for browsers when these come with
 * theirs. Holders are invited as the rows are carried out; access PINs and archives can be fetched when all are.
 */
@ApplicationScoped
class ClientIssueWork implements RowWork {
    private final ClientOrders orders;
    private final NamedRows named;
    private final Issuance issuance;
    private final SubjectNames names;
    private final HolderEnrolments enrolments;
    private final Escrow escrow;
    private final Accounts accounts;
    private final RequestFileRepository files;

    ClientIssueWork(
            ClientOrders orders,
            NamedRows named,
            Issuance issuance,
            SubjectNames names,
            HolderEnrolments enrolments,
            Escrow escrow,
            Accounts accounts,
            RequestFileRepository files) {
        this.orders = orders;
        this.named = named;
        this.issuance = issuance;
        this.names = names;
        this.enrolments = enrolments;
        this.escrow = escrow;
        this.accounts = accounts;
        this.files = files;
    }

    @Override
    public List<CheckedRow> compare(TenantId tenant, RequestFileFormat format, List<CheckedRow> rows) {
        Set<String> used = used(tenant, CertificateKind.CLIENT, RowClaim.NAME, rows);
        Set<String> usedForMail = used(tenant, CertificateKind.SMIME, RowClaim.MAIL_NAME, rows);
        Map<CertificateName, NamedCertificates.Found> renewed = named.find(tenant, format, rows);
        return rows.stream()
                .map(row -> row.with(conflicts(row, used, usedForMail, renewed)))
                .toList();
    }

    private Set<String> used(TenantId tenant, CertificateKind kind, RowClaim claim, List<CheckedRow> rows) {
        return issuance.usedNames(
                tenant,
                kind,
                rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.claim(claim)))
                        .toList());
    }

    private static List<RowError> conflicts(
            CheckedRow row,
            Set<String> used,
            Set<String> usedForMail,
            Map<CertificateName, NamedCertificates.Found> renewed) {
        List<RowError> found = new ArrayList<>(2);
        String name = row.claim(RowClaim.NAME);
        if (name != null && used.contains(name)) {
            found.add(ClientOrders.nameUsed(name));
        }
        String mailName = row.claim(RowClaim.MAIL_NAME);
        if (mailName != null && usedForMail.contains(mailName)) {
            found.add(ClientOrders.nameUsed(mailName));
        }
        found.addAll(againstRenewal(
                row.application() instanceof ClientIssue issue ? issue : null, renewed.get(row.names())));
        return found;
    }

    private static List<RowError> againstRenewal(
            @Nullable ClientIssue issue, NamedCertificates.@Nullable Found renewed) {
        return switch (renewed) {
            case null -> List.of();
            case NamedCertificates.Found.Absent(RowError error) -> List.of(error);
            case NamedCertificates.Found.Present(Certificate earlier) ->
                issue == null
                        ? List.of()
                        : ClientOrders.againstRenewal(
                                issue, earlier.subjectDn(), earlier.serial().decimal());
        };
    }

    @Override
    public Map<Long, List<RowError>> carryOut(RowBatch batch) {
        Map<Long, List<RowError>> failed = new HashMap<>();
        Map<Long, CertificateId> renews = new HashMap<>();
        Map<CertificateName, NamedCertificates.Found> renewed = named.find(batch);
        for (RowBatch.Row row : batch.rows()) {
            NamedCertificates.Found found = renewed.get(row.names());
            List<RowError> against = againstRenewal(issue(row), found);
            if (!against.isEmpty()) {
                failed.put(row.line(), against);
            } else if (found instanceof NamedCertificates.Found.Present(Certificate earlier)) {
                renews.put(row.line(), earlier.id());
            }
        }
        List<RowBatch.Row> good = batch.rows().stream()
                .filter(row -> !failed.containsKey(row.line()))
                .toList();
        HolderEnrolments.Officer officer = officer(batch);
        failed.putAll(issue(batch, rows(good, false), renews, officer));
        failed.putAll(reserve(batch, rows(good, true), renews, officer));
        return failed;
    }

    /** Keys on all cores, then the steps of an issue; keys, holders and invitations are stored with the certificates or not at all. */
    private Map<Long, List<RowError>> issue(
            RowBatch batch,
            List<RowBatch.Row> rows,
            Map<Long, CertificateId> renews,
            HolderEnrolments.Officer officer) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        if (batch.file().startedAt() != null) {
            QuarkusTransaction.requiringNew()
                    .run(() -> issuance.tellAbandoned(
                            batch.tenant(),
                            rows.stream().map(RowBatch.Row::certificate).toList()));
        }
        List<ClientOrders.WithKey> ordered = rows.parallelStream()
                .map(row -> orders.order(
                        row.certificate(),
                        issue(row),
                        new ClientOrders.Origin(batch.file().id(), row.line(), batch.collectBy())))
                .toList();
        Map<CertificateId, ClientOrders.WithKey> byId = new LinkedHashMap<>();
        ordered.forEach(each -> byId.put(each.id(), each));
        Map<CertificateId, RowBatch.Row> rowOf = batch.byCertificate();
        List<Outcome> outcomes = issuance.issue(
                batch.tenant(),
                ordered.stream()
                        .map(ClientOrders.WithKey::order)
                        .map(order -> order.renewing(renews.get(order.requestLine())))
                        .toList(),
                batch.actor(),
                issued -> {
                    keep(batch, issued, byId);
                    invite(
                            batch,
                            issued.stream().map(each -> rowOf.get(each.id())).toList(),
                            renews,
                            officer);
                    batch.progress().entered(issued.size());
                });
        return outcomes.stream()
                .filter(Outcome.Refused.class::isInstance)
                .map(Outcome.Refused.class::cast)
                .collect(Collectors.toMap(
                        refused ->
                                Objects.requireNonNull(rowOf.get(refused.id())).line(),
                        refused -> ClientOrders.errorsOf(
                                refused,
                                Objects.requireNonNull(byId.get(refused.id())).issue())));
    }

    private void keep(RowBatch batch, List<Outcome.Issued> issued, Map<CertificateId, ClientOrders.WithKey> byId) {
        escrow.keep(
                batch.tenant(),
                issued.stream()
                        .map(each -> Objects.requireNonNull(byId.get(each.id())))
                        .map(each -> new Escrow.Deposit(
                                each.id(),
                                each.pair().getPrivate(),
                                each.issue().pin(),
                                batch.collectBy()))
                        .toList());
    }

    /** What a browser will have certified: its name is taken now, so that nobody else is promised it meanwhile. */
    private Map<Long, List<RowError>> reserve(
            RowBatch batch,
            List<RowBatch.Row> rows,
            Map<Long, CertificateId> renews,
            HolderEnrolments.Officer officer) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            Set<CertificateId> taken = new HashSet<>();
            for (CertificateKind kind : batch.format().kind().certificates()) {
                taken.addAll(names.reserve(
                        batch.tenant(),
                        kind,
                        rows.stream()
                                .filter(row -> issue(row).kind() == kind && !renews.containsKey(row.line()))
                                .collect(Collectors.toMap(
                                        RowBatch.Row::certificate,
                                        row -> SubjectNames.of(kind, issue(row).subject())))));
            }
            List<RowBatch.Row> free = rows.stream()
                    .filter(row -> !taken.contains(row.certificate()))
                    .toList();
            invite(batch, free, renews, officer);
            batch.progress().done(free.stream().map(RowBatch.Row::line).toList());
            return rows.stream()
                    .filter(row -> taken.contains(row.certificate()))
                    .collect(Collectors.toMap(
                            RowBatch.Row::line,
                            row -> List.of(ClientOrders.nameUsed(SubjectNames.of(
                                    issue(row).kind(), issue(row).subject())))));
        });
    }

    private void invite(
            RowBatch batch,
            List<RowBatch.Row> rows,
            Map<Long, CertificateId> renews,
            HolderEnrolments.Officer officer) {
        enrolments.invite(
                batch.tenant(),
                batch.file().id(),
                officer,
                rows.stream()
                        .map(row -> invitation(row, renews.get(row.line())))
                        .toList(),
                batch.collectBy());
        files.forgetSecrets(
                batch.tenant(),
                batch.file().id(),
                rows.stream().map(RowBatch.Row::line).toList());
    }

    private static HolderInvitation invitation(RowBatch.Row row, @Nullable CertificateId renews) {
        ClientIssue issue = issue(row);
        return new HolderInvitation(
                row.certificate(),
                row.line(),
                issue.delivery(),
                issue.kind(),
                issue.profile(),
                issue.subject(),
                ClientOrders.administrator(issue),
                issue.holder(),
                issue.fileName(),
                renews);
    }

    @Override
    public void finish(RequestFile file) {
        QuarkusTransaction.requiringNew().run(() -> enrolments.open(file.tenant(), file.id()));
    }

    private HolderEnrolments.Officer officer(RowBatch batch) {
        Account account = batch.actor().account() == null
                ? null
                : accounts.find(batch.tenant(), batch.actor().account()).orElse(null);
        return new HolderEnrolments.Officer(batch.actor().name(), account == null ? null : account.email());
    }

    private static List<RowBatch.Row> rows(List<RowBatch.Row> rows, boolean forBrowsers) {
        return rows.stream()
                .filter(row -> (issue(row).delivery() == Delivery.BROWSER) == forBrowsers)
                .toList();
    }

    private static ClientIssue issue(RowBatch.Row row) {
        return (ClientIssue) row.application();
    }
}
