package io.shomei.request.bulk;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.certificate.Subscriber;
import io.shomei.enrolment.Enrolments;
import io.shomei.enrolment.InvitationAddresses;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.request.RowErrorCode;
import io.shomei.request.SubscriberUpdate;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Changes who is responsible for certificates that rows name. Where one still waits to be collected, whoever is responsible now gets the
 * mail with its URL; of a person's, the one with the URL of a new access PIN, or of the archive.
 */
@ApplicationScoped
class SubscriberWork implements RowWork {
    private final NamedRows named;
    private final CertificateRegister register;
    private final Enrolments enrolments;
    private final InvitationAddresses addresses;
    private final AuditLog audit;
    private final InstantSource clock;

    SubscriberWork(
            NamedRows named,
            CertificateRegister register,
            Enrolments enrolments,
            InvitationAddresses addresses,
            AuditLog audit,
            InstantSource clock) {
        this.named = named;
        this.register = register;
        this.enrolments = enrolments;
        this.addresses = addresses;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<CheckedRow> compare(TenantId tenant, RequestFileFormat format, List<CheckedRow> rows) {
        Instant now = clock.instant();
        return named.join(tenant, format, rows, (row, certificate) -> objections(certificate, now));
    }

    /** Nobody is responsible any more for what nobody may use any more. */
    private static List<RowError> objections(Certificate certificate, Instant now) {
        if (certificate.state() instanceof CertificateState.Revoked) {
            return List.of(RowError.of(RequestField.SERIAL, RowErrorCode.CERTIFICATE_REVOKED));
        }
        return certificate.isExpiredAt(now)
                ? List.of(RowError.of(RequestField.SERIAL, RowErrorCode.CERTIFICATE_EXPIRED))
                : List.of();
    }

    @Override
    public Map<Long, List<RowError>> carryOut(RowBatch batch) {
        Map<Long, List<RowError>> failed = new HashMap<>();
        QuarkusTransaction.requiringNew().run(() -> change(batch, failed));
        return failed;
    }

    private void change(RowBatch batch, Map<Long, List<RowError>> failed) {
        Map<CertificateId, RowBatch.Row> rows = batch.byCertificate();
        Instant now = clock.instant();
        Map<CertificateId, Subscriber> changed = new LinkedHashMap<>();
        Map<CertificateId, Subscriber> moved = new LinkedHashMap<>();
        List<AuditEntry> told = new ArrayList<>();
        List<Long> done = new ArrayList<>();
        for (Certificate certificate : register.lock(batch.tenant(), rows.keySet())) {
            RowBatch.Row row = Objects.requireNonNull(rows.get(certificate.id()));
            List<RowError> objections = objections(certificate, now);
            if (!objections.isEmpty()) {
                failed.put(row.line(), objections);
                continue;
            }
            Subscriber responsible = certificate.subscriber().with(changes(row));
            changed.put(certificate.id(), responsible);
            if (!Objects.equals(responsible.email(), certificate.subscriber().email())) {
                moved.put(certificate.id(), responsible);
            }
            done.add(row.line());
            told.add(AuditEntry.done(batch.tenant(), AuditOperation.CERTIFICATE_REASSIGN, batch.actor())
                    .on(certificate.commonName(), certificate.id().value())
                    .with(Map.of(
                            "serial",
                            certificate.serial().hex(),
                            "requestFile",
                            batch.file().id().toString())));
        }
        register.reassign(batch.tenant(), changed);
        enrolments.inviteResponsible(batch.tenant(), moved.keySet());
        addresses.entrust(batch.tenant(), moved);
        audit.append(told);
        batch.progress().done(done);
    }

    private static Subscriber changes(RowBatch.Row row) {
        return ((SubscriberUpdate) row.application()).changes();
    }
}
