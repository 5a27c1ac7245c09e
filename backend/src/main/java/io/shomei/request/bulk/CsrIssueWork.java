package io.shomei.request.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.certificate.Certificate;
import io.shomei.enrolment.Enrolments;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Order;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.profile.CertificateKind;
import io.shomei.request.CertificateName;
import io.shomei.request.CsrIssue;
import io.shomei.request.CsrOrders;
import io.shomei.request.NamedCertificates;
import io.shomei.request.RowError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Has certificates issued for keys that their applicants hold, new ones and such as take the place of earlier ones, and invites the people
 * responsible to collect them.
 */
@ApplicationScoped
class CsrIssueWork implements RowWork {
    private final CsrOrders orders;
    private final NamedRows named;
    private final Issuance issuance;
    private final Enrolments enrolments;

    CsrIssueWork(CsrOrders orders, NamedRows named, Issuance issuance, Enrolments enrolments) {
        this.orders = orders;
        this.named = named;
        this.issuance = issuance;
        this.enrolments = enrolments;
    }

    @Override
    public List<CheckedRow> compare(TenantId tenant, RequestFileFormat format, List<CheckedRow> rows) {
        List<@Nullable String> names = new ArrayList<>(rows.size());
        List<@Nullable String> keys = new ArrayList<>(rows.size());
        for (CheckedRow row : rows) {
            names.add(row.claim(RowClaim.NAME));
            keys.add(row.claim(RowClaim.KEY));
        }
        List<List<RowError>> conflicts = orders.conflicts(tenant, kind(format.kind()), names, keys);
        Map<CertificateName, NamedCertificates.Found> renewed = named.find(tenant, format, rows);
        List<CheckedRow> compared = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            CheckedRow row = rows.get(i).with(conflicts.get(i));
            compared.add(
                    renewed.get(row.names()) instanceof NamedCertificates.Found.Absent(RowError error)
                            ? row.with(List.of(error))
                            : row);
        }
        return compared;
    }

    @Override
    public Map<Long, List<RowError>> carryOut(RowBatch batch) {
        RequestFile file = batch.file();
        if (file.startedAt() != null) {
            QuarkusTransaction.requiringNew()
                    .run(() -> issuance.tellAbandoned(
                            batch.tenant(),
                            batch.rows().stream().map(RowBatch.Row::certificate).toList()));
        }
        Map<Long, List<RowError>> failed = new HashMap<>();
        Map<CertificateId, RowBatch.Row> rows = batch.byCertificate();
        List<Order> ordered = new ArrayList<>(rows.size());
        Map<CertificateName, NamedCertificates.Found> renewed = named.find(batch);
        for (RowBatch.Row row : batch.rows()) {
            NamedCertificates.Found earlier = renewed.get(row.names());
            if (earlier instanceof NamedCertificates.Found.Absent(RowError error)) {
                failed.put(row.line(), List.of(error));
                continue;
            }
            CsrOrders.Origin origin = new CsrOrders.Origin(file.id(), row.line());
            Order order = orders.order(row.certificate(), issue(row), origin, batch.collectBy());
            ordered.add(
                    earlier instanceof NamedCertificates.Found.Present(Certificate certificate)
                            ? order.renewing(certificate.id())
                            : order);
        }
        // 3. to 7. See Issuance.
        List<Outcome> outcomes = issuance.issue(
                batch.tenant(), ordered, batch.actor(), issued -> invite(batch, kind(file.kind()), issued, rows));
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Refused refused) {
                RowBatch.Row row = Objects.requireNonNull(rows.get(refused.id()));
                failed.put(row.line(), CsrOrders.errorsOf(refused, issue(row)));
            }
        }
        return failed;
    }

    private void invite(
            RowBatch batch, CertificateKind kind, List<Outcome.Issued> issued, Map<CertificateId, RowBatch.Row> rows) {
        enrolments.invite(
                batch.tenant(),
                issued.stream()
                        .map(each -> {
                            CsrIssue issue = issue(Objects.requireNonNull(rows.get(each.id())));
                            return new Enrolments.Invitation(
                                    each.id(),
                                    kind,
                                    issue.subscriber().email(),
                                    issue.subscriber().name(),
                                    issue.subject());
                        })
                        .toList(),
                batch.collectBy());
        batch.progress().entered(issued.size());
    }

    private static CsrIssue issue(RowBatch.Row row) {
        return (CsrIssue) row.application();
    }

    /** Server or code-signing: files of these hold certificates of one kind. */
    private static CertificateKind kind(RequestFileKind files) {
        return files.certificates().iterator().next();
    }
}
