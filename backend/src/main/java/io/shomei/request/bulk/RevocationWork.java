package io.shomei.request.bulk;

import static io.shomei.request.RequestField.SERIAL;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policy;
import io.shomei.request.RevocationApplication;
import io.shomei.request.RowError;
import io.shomei.request.RowErrorCode;
import io.shomei.revocation.Grounds;
import io.shomei.revocation.RevocationRights;
import io.shomei.revocation.Revocations;
import io.shomei.revocation.Revoked;
import io.shomei.revocation.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Has certificates revoked that rows name, with the same effects as a revocation on screen, and tells everybody concerned. */
@ApplicationScoped
class RevocationWork implements RowWork {
    private final NamedRows named;
    private final CertificateRegister register;
    private final Revocations revocations;
    private final InstantSource clock;

    RevocationWork(NamedRows named, CertificateRegister register, Revocations revocations, InstantSource clock) {
        this.named = named;
        this.register = register;
        this.revocations = revocations;
        this.clock = clock;
    }

    @Override
    public void require(Policy policy) {
        RevocationRights.bulkRefusal(Role.OFFICER, policy, Policy.Revocation.Bulk.REQUEST_FILE)
                .ifPresent(problem -> {
                    throw problem.because("");
                });
    }

    @Override
    public List<CheckedRow> compare(TenantId tenant, RequestFileFormat format, List<CheckedRow> rows) {
        Instant now = clock.instant();
        return named.join(tenant, format, rows, (row, certificate) -> objections(row, certificate, now));
    }

    private static List<RowError> objections(CheckedRow row, Certificate certificate, Instant now) {
        return row.application() instanceof RevocationApplication application
                ? objections(Verdict.on(certificate, grounds(application), "", now))
                : List.of();
    }

    @Override
    public Map<Long, List<RowError>> carryOut(RowBatch batch) {
        Map<Long, List<RowError>> failed = new HashMap<>();
        List<Certificate> revoked = QuarkusTransaction.requiringNew().call(() -> revoke(batch, failed));
        revocations.published(revoked);
        if (batch.rows().stream().anyMatch(row -> application(row).reason().isCompromise())) {
            revocations.endBlockedKeys();
        }
        return failed;
    }

    private List<Certificate> revoke(RowBatch batch, Map<Long, List<RowError>> failed) {
        Map<CertificateId, RowBatch.Row> rows = batch.byCertificate();
        Instant now = clock.instant();
        Map<Grounds, List<Revoked>> byGrounds = new LinkedHashMap<>();
        List<Long> done = new ArrayList<>();
        for (Certificate certificate : register.lock(batch.tenant(), rows.keySet())) {
            RowBatch.Row row = Objects.requireNonNull(rows.get(certificate.id()));
            Grounds grounds = grounds(application(row));
            Verdict verdict = Verdict.on(certificate, grounds, batch.actor().name(), now);
            switch (verdict) {
                case Verdict.Revocable(CertificateState.Revoked state) ->
                    add(byGrounds, grounds, new Revoked(certificate, state));
                case Verdict.Replaceable(CertificateState.Revoked state) ->
                    add(byGrounds, grounds, new Revoked(certificate, state));
                case Verdict.AlreadyRevoked none -> failed.put(row.line(), objections(verdict));
                case Verdict.Expired none -> failed.put(row.line(), objections(verdict));
            }
            if (!failed.containsKey(row.line())) {
                done.add(row.line());
            }
        }
        Map<String, String> facts = Map.of("requestFile", batch.file().id().toString());
        byGrounds.forEach((grounds, revoked) -> revocations.applyApplied(
                batch.tenant(), revoked, batch.actor(), grounds, facts, addressees(revoked, rows)));
        batch.progress().done(done);
        return byGrounds.values().stream()
                .flatMap(List::stream)
                .map(Revoked::certificate)
                .toList();
    }

    private static Map<CertificateId, List<String>> addressees(
            List<Revoked> revoked, Map<CertificateId, RowBatch.Row> rows) {
        return revoked.stream()
                .map(each -> each.certificate().id())
                .collect(Collectors.toMap(
                        id -> id,
                        id -> application(Objects.requireNonNull(rows.get(id))).addressees()));
    }

    private static void add(Map<Grounds, List<Revoked>> byGrounds, Grounds grounds, Revoked revoked) {
        byGrounds.computeIfAbsent(grounds, _ -> new ArrayList<>()).add(revoked);
    }

    private static List<RowError> objections(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Revocable none -> List.of();
            case Verdict.Replaceable none -> List.of();
            case Verdict.AlreadyRevoked none -> List.of(RowError.of(SERIAL, RowErrorCode.CERTIFICATE_REVOKED));
            case Verdict.Expired none -> List.of(RowError.of(SERIAL, RowErrorCode.CERTIFICATE_EXPIRED));
        };
    }

    private static RevocationApplication application(RowBatch.Row row) {
        return (RevocationApplication) row.application();
    }

    private static Grounds grounds(RevocationApplication application) {
        return new Grounds(application.reason(), null, application.comment(), null);
    }
}
