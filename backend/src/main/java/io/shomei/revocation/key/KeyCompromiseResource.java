package io.shomei.revocation.key;

import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.BlockedKeyCause;
import io.shomei.api.BlockedKeyPage;
import io.shomei.api.CertificateKind;
import io.shomei.api.CertificateSearch;
import io.shomei.api.CertificateStatus;
import io.shomei.api.FoundBy;
import io.shomei.api.FoundCertificate;
import io.shomei.api.FoundCertificatePage;
import io.shomei.api.KeyCertificates;
import io.shomei.api.KeyCompromiseApi;
import io.shomei.api.KeyCompromisePage;
import io.shomei.api.KeyCompromiseRequest;
import io.shomei.api.KeyCompromiseState;
import io.shomei.api.KeyCompromiseSubmission;
import io.shomei.api.KeyFacts;
import io.shomei.api.KeyProof;
import io.shomei.api.KeyProofKind;
import io.shomei.api.KeyReportRequest;
import io.shomei.api.KeyReportState;
import io.shomei.api.Revocation;
import io.shomei.api.RevokedReason;
import io.shomei.api.TenantName;
import io.shomei.authority.Authority;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.certificate.Subscriber;
import io.shomei.issuance.BlockedKey;
import io.shomei.issuance.BlockedKeys;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.PageRequest;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeyFingerprint;
import io.shomei.pki.KeySpec;
import io.shomei.pki.RevocationReason;
import io.shomei.revocation.Grounds;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Idempotency;
import io.shomei.web.Pages;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed(IS_OPERATOR)
class KeyCompromiseResource implements KeyCompromiseApi {
    private final KeyCompromises compromises;
    private final KeyReports reports;
    private final BlockedKeys blockedKeys;
    private final CertificateRegister register;
    private final Tenants tenants;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final InstantSource clock;

    KeyCompromiseResource(
            KeyCompromises compromises,
            KeyReports reports,
            BlockedKeys blockedKeys,
            CertificateRegister register,
            Tenants tenants,
            Idempotency idempotency,
            CurrentCaller caller,
            RequestFacts request,
            InstantSource clock) {
        this.compromises = compromises;
        this.reports = reports;
        this.blockedKeys = blockedKeys;
        this.register = register;
        this.tenants = tenants;
        this.idempotency = idempotency;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
    }

    @Override
    public FoundCertificatePage searchCertificates(
            CertificateSearch body, @Nullable Integer limit, @Nullable String cursor) {
        CertificateFinder finder = CertificateFinder.of(body.text());
        var page = register.search(finder.search(), PageRequest.of(limit, cursor));
        Map<CertificateId, Instant> listed = register.everyonesCrlVisibleSince(page.items().stream()
                .filter(each -> each.state() instanceof CertificateState.Revoked)
                .map(Certificate::id)
                .toList());
        byte[] info = finder.publicKeyInfo();
        return new FoundCertificatePage(
                FoundBy.valueOf(finder.by().name()),
                info == null ? null : facts(KeyFingerprint.of(info), info),
                page.items().stream()
                        .map(each -> found(each, listed.get(each.id())))
                        .toList(),
                page.next(),
                page.previous(),
                Pages.total(page));
    }

    @Override
    public io.shomei.api.KeyCompromise openKeyCompromise(KeyCompromiseRequest body, @Nullable String idempotencyKey) {
        String id = idempotency.once(
                caller.get(),
                idempotencyKey,
                "openKeyCompromise",
                body.key(),
                String.class,
                () -> compromises.open(caller.get(), body.key()).id().toString());
        return getKeyCompromise(id);
    }

    @Override
    public KeyCompromisePage listKeyCompromises(
            @Nullable KeyCompromiseState state, @Nullable Integer limit, @Nullable String cursor) {
        var page = compromises.list(
                state == null ? null : KeyCompromise.State.valueOf(state.name()), PageRequest.of(limit, cursor));
        return new KeyCompromisePage(
                page.items().stream().map(this::compromise).toList(), page.next(), page.previous(), Pages.total(page));
    }

    @Override
    @PermitAll
    public io.shomei.api.KeyReport openKeyReport(KeyReportRequest body) {
        return report(reports.open(body.key(), body.comment(), request.address(), request.requestId()), null);
    }

    @Override
    @PermitAll
    public io.shomei.api.KeyReport proveKeyReport(String id, KeyProof body) {
        KeyCompromise proven = reports.prove(id, body.csr(), body.signature(), request.address(), request.requestId());
        return report(proven, reports.unexpired(proven.key()));
    }

    @Override
    public io.shomei.api.KeyCompromise getKeyCompromise(String id) {
        return compromise(compromises.get(id));
    }

    @Override
    public io.shomei.api.KeyCompromise proveKeyCompromise(String id, KeyProof body) {
        return compromise(compromises.prove(caller.get(), id, body.csr(), body.signature()));
    }

    @Override
    public io.shomei.api.KeyCompromise submitKeyCompromise(String id, KeyCompromiseSubmission body) {
        var grounds =
                new Grounds(RevocationReason.KEY_COMPROMISE, body.invalidityDate(), body.comment(), body.reference());
        return compromise(compromises.submit(caller.get(), id, grounds));
    }

    @Override
    public BlockedKeyPage listBlockedKeys(
            @Nullable String q, @Nullable BlockedKeyCause cause, @Nullable Integer limit, @Nullable String cursor) {
        var page = blockedKeys.list(
                q, cause == null ? null : BlockedKey.Cause.valueOf(cause.name()), PageRequest.of(limit, cursor));
        return new BlockedKeyPage(
                page.items().stream().map(KeyCompromiseResource::blocked).toList(),
                page.next(),
                page.previous(),
                Pages.total(page));
    }

    private io.shomei.api.KeyCompromise compromise(KeyCompromise compromise) {
        KeyCompromise.Proof proof = compromise.proof();
        return new io.shomei.api.KeyCompromise(
                compromise.id().toString(),
                KeyCompromiseState.valueOf(compromise.stateAt(clock.instant()).name()),
                facts(compromise.key(), compromise.publicKeyInfo()),
                compromise.challenge(),
                compromise.publicKeyInfo() != null,
                count(register.everyonesOfKey(compromise.key())),
                compromise.openedAt(),
                compromise.opener(),
                compromise.comment(),
                compromise.expiresAt(),
                proof == null ? null : proof.at(),
                proof == null ? null : KeyProofKind.valueOf(proof.kind().name()),
                compromise.submittedAt(),
                compromise.bulk() == null ? null : compromise.bulk().toString());
    }

    private io.shomei.api.KeyReport report(KeyCompromise report, @Nullable Integer certificates) {
        byte[] info = report.publicKeyInfo();
        return new io.shomei.api.KeyReport(
                report.id().toString(),
                switch (report.stateAt(clock.instant())) {
                    case OPEN -> KeyReportState.OPEN;
                    case PROVEN -> KeyReportState.PASSED_ON;
                    case SUBMITTED -> KeyReportState.ENDED;
                    case LAPSED -> KeyReportState.LAPSED;
                },
                report.key().hex(),
                info == null
                        ? null
                        : KeySpec.ofPublicKeyInfo(info)
                                .map(KeySpec::displayName)
                                .orElse(null),
                report.challenge(),
                info != null,
                report.expiresAt(),
                certificates);
    }

    private KeyFacts facts(KeyFingerprint key, byte @Nullable [] publicKeyInfo) {
        return new KeyFacts(
                key.hex(),
                publicKeyInfo == null
                        ? null
                        : KeySpec.ofPublicKeyInfo(publicKeyInfo)
                                .map(KeySpec::displayName)
                                .orElse(null),
                blockedKeys.find(key).map(BlockedKey::since).orElse(null),
                reports.authorityOf(key).map(Authority::name).orElse(null));
    }

    private KeyCertificates count(List<Certificate> certificates) {
        Instant now = clock.instant();
        int revoked = (int) certificates.stream()
                .filter(each -> each.state() instanceof CertificateState.Revoked)
                .count();
        int expired = (int) certificates.stream()
                .filter(each -> !(each.state() instanceof CertificateState.Revoked) && each.isExpiredAt(now))
                .count();
        return new KeyCertificates(certificates.size() - revoked - expired, revoked, expired);
    }

    private FoundCertificate found(Certificate certificate, @Nullable Instant listed) {
        Subscriber subscriber = certificate.subscriber();
        return new FoundCertificate(
                certificate.id().toString(),
                name(tenants.recent(certificate.tenant())),
                certificate.serial().hex(),
                CertificateKind.valueOf(certificate.kind().name()),
                CertificateStatus.valueOf(certificate.statusAt(clock.instant()).name()),
                certificate.subjectDn(),
                certificate.commonName(),
                certificate.notBefore(),
                certificate.notAfter(),
                certificate.authority(),
                KeyFingerprint.of(CertificateDer.ofDer(certificate.der()).publicKeyInfo())
                        .hex(),
                subscriber.email() == null
                        ? null
                        : new io.shomei.api.Subscriber(
                                subscriber.name(), subscriber.unit(), subscriber.email(), subscriber.software()),
                certificate.state() instanceof CertificateState.Revoked revoked ? revocation(revoked, listed) : null);
    }

    private static Revocation revocation(CertificateState.Revoked revoked, @Nullable Instant listed) {
        return new Revocation(
                revoked.at(),
                RevokedReason.valueOf(revoked.reason().name()),
                revoked.invalidityDate(),
                revoked.comment(),
                listed,
                revoked.ocspVisibleSince());
    }

    private static TenantName name(Tenant tenant) {
        return new TenantName(tenant.id().toString(), tenant.nameJa(), tenant.nameEn());
    }

    private static io.shomei.api.BlockedKey blocked(BlockedKey blocked) {
        return new io.shomei.api.BlockedKey(
                blocked.key().hex(),
                blocked.since(),
                BlockedKeyCause.valueOf(blocked.cause().name()),
                blocked.account() == null && blocked.cause() == BlockedKey.Cause.PROVEN ? null : blocked.by(),
                blocked.reference(),
                blocked.comment());
    }
}
