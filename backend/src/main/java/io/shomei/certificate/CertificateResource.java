package io.shomei.certificate;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.AuditOutcome;
import io.shomei.api.CertificateApi;
import io.shomei.api.CertificateDetail;
import io.shomei.api.CertificateEvent;
import io.shomei.api.CertificateKind;
import io.shomei.api.CertificateMute;
import io.shomei.api.CertificateOrder;
import io.shomei.api.CertificatePage;
import io.shomei.api.CertificateStatus;
import io.shomei.api.ChainLink;
import io.shomei.api.CollectionState;
import io.shomei.api.EnrolmentState;
import io.shomei.api.GivenTo;
import io.shomei.api.HandedOut;
import io.shomei.api.LinkedHandOut;
import io.shomei.api.RelatedCertificate;
import io.shomei.api.RequestFileReference;
import io.shomei.api.Revocation;
import io.shomei.api.RevokedReason;
import io.shomei.api.TenantName;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditEventView;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Language;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Role;
import io.shomei.pki.CertificateDer;
import io.shomei.profile.Profiles;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Downloads;
import io.shomei.web.Pages;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR})
class CertificateResource implements CertificateApi {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String PEM = "application/x-pem-file";

    private final CertificateRegister register;
    private final Authorities authorities;
    private final Profiles profiles;
    private final Tenants tenants;
    private final AuditLog audit;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final InstantSource clock;

    CertificateResource(
            CertificateRegister register,
            Authorities authorities,
            Profiles profiles,
            Tenants tenants,
            AuditLog audit,
            CurrentCaller caller,
            RequestFacts request,
            InstantSource clock) {
        this.register = register;
        this.authorities = authorities;
        this.profiles = profiles;
        this.tenants = tenants;
        this.audit = audit;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({IS_OFFICER, IS_ADMINISTRATOR})
    public CertificatePage listCertificates(
            @Nullable CertificateKind kind,
            @Nullable CertificateStatus status,
            @Nullable Boolean valid,
            @Nullable String domain,
            @Nullable String q,
            @Nullable List<String> commonName,
            @Nullable Instant issuedFrom,
            @Nullable Instant issuedTo,
            @Nullable Instant expiresFrom,
            @Nullable Instant expiresTo,
            @Nullable HandedOut handedOut,
            @Nullable CertificateOrder sort,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var wanted = kind == null ? null : io.shomei.profile.CertificateKind.valueOf(kind.name());
        ReadingRights.require(caller.get(), wanted);
        var filter = new CertificateFilter(
                wanted,
                status == null ? null : Certificate.Status.valueOf(status.name()),
                domain,
                q,
                commonName == null ? Set.of() : Set.copyOf(commonName),
                issuedFrom,
                issuedTo,
                expiresFrom,
                expiresTo,
                Boolean.TRUE.equals(valid),
                handedOut == null ? null : CertificateFilter.HandedOut.valueOf(handedOut.name()),
                order(sort));
        var page = register.list(caller.get().tenant(), filter, PageRequest.of(limit, cursor));
        return new CertificatePage(
                page.items().stream().map(CertificateResource::line).toList(),
                page.next(),
                page.previous(),
                Pages.total(page));
    }

    @Override
    @RolesAllowed(IS_ADMINISTRATOR)
    public void noteGivenTo(String id, GivenTo body) {
        register.noteGivenTo(caller.get(), id, body.givenTo());
    }

    @Override
    public CertificateDetail getCertificate(String id) {
        Certificate certificate = certificate(id);
        CertificateDer der = CertificateDer.ofDer(certificate.der());
        Succession succession = register.successionOf(certificate);
        Language language = request.language();
        return new CertificateDetail(
                certificate.id().toString(),
                certificate.serial().hex(),
                certificate.serial().decimal(),
                CertificateKind.valueOf(certificate.kind().name()),
                certificate.profile(),
                profiles.find(certificate.profile())
                        .map(profile -> profile.name().in(language))
                        .orElse(null),
                certificate.profileVersion(),
                certificate.policyVersion(),
                CertificateStatus.valueOf(certificate.statusAt(clock.instant()).name()),
                certificate.subjectDn(),
                der.issuer().text(),
                certificate.commonName(),
                der.dnsNames(),
                der.emails(),
                certificate.notBefore(),
                certificate.notAfter(),
                certificate.issuedAt(),
                der.keyDescription(),
                der.signatureAlgorithm(),
                HEX.formatHex(der.sha1Fingerprint()),
                HEX.formatHex(der.sha256Fingerprint()),
                der.pem(),
                der.text(),
                certificate.authority(),
                authorities.chainOf(certificate.authority()).stream()
                        .map(CertificateResource::link)
                        .toList(),
                subscriber(certificate.subscriber()),
                caller.get().role() == Role.OPERATOR ? tenant(certificate) : null,
                reference(certificate),
                collection(certificate),
                revocation(certificate),
                mute(certificate),
                related(succession.earlier()),
                related(succession.successor()),
                audit.historyOf(certificate.tenant(), certificate.id().value()).stream()
                        .map(event -> event(event, language))
                        .toList());
    }

    @Override
    public Response downloadCertificate(String id) {
        Certificate certificate = certificate(id);
        record(certificate);
        return Downloads.text(
                PEM,
                fileName(certificate) + ".cer",
                CertificateDer.ofDer(certificate.der()).pem());
    }

    @Override
    public Response downloadCertificateChain(String id) {
        Certificate certificate = certificate(id);
        record(certificate);
        return Downloads.text(
                PEM,
                fileName(certificate) + "_fullchain.pem",
                authorities.chainPem(CertificateDer.ofDer(certificate.der()), certificate.authority()));
    }

    @Override
    @RolesAllowed({IS_OFFICER, IS_ADMINISTRATOR})
    public void muteCertificate(String id) {
        register.mute(caller.get(), id, true);
    }

    @Override
    @RolesAllowed({IS_OFFICER, IS_ADMINISTRATOR})
    public void unmuteCertificate(String id) {
        register.mute(caller.get(), id, false);
    }

    private static CertificateFilter.Order order(@Nullable CertificateOrder sort) {
        return switch (sort) {
            case null -> CertificateFilter.Order.NEWEST;
            case ISSUED_AT -> CertificateFilter.Order.NEWEST;
            case OLDEST -> CertificateFilter.Order.OLDEST;
            case EXPIRES_AT -> CertificateFilter.Order.SOONEST_TO_EXPIRE;
        };
    }

    /** The certificate of the caller's tenant, as far as the caller may read it; for an operator of any. */
    private Certificate certificate(String id) {
        Caller by = caller.get();
        Certificate certificate =
                by.role() == Role.OPERATOR ? register.getEveryones(id) : register.get(by.tenant(), id);
        ReadingRights.require(by, certificate);
        return certificate;
    }

    private TenantName tenant(Certificate certificate) {
        Tenant tenant = tenants.recent(certificate.tenant());
        return new TenantName(tenant.id().toString(), tenant.nameJa(), tenant.nameEn());
    }

    private String fileName(Certificate certificate) {
        return certificate.fileName(tenants.recent(certificate.tenant()).timeZone());
    }

    private void record(Certificate certificate) {
        Caller by = caller.get();
        audit.appendNow(AuditEntry.done(certificate.tenant(), AuditOperation.CERTIFICATE_DOWNLOAD, Actor.of(by))
                .on(certificate.commonName(), certificate.id().value()));
    }

    private static io.shomei.api.Certificate line(CertificateView view) {
        return new io.shomei.api.Certificate(
                view.id().toString(),
                view.serial(),
                CertificateKind.valueOf(view.kind().name()),
                view.profile(),
                CertificateStatus.valueOf(view.status().name()),
                view.subjectDn(),
                view.commonName(),
                view.notBefore(),
                view.notAfter(),
                view.issuedAt(),
                subscriber(view.subscriber()),
                view.revokedAt(),
                view.givenTo(),
                view.handedOutUntil() == null
                        ? null
                        : new LinkedHandOut(view.handedOutUntil(), view.handOutCollectedAt()));
    }

    private static io.shomei.api.@Nullable Subscriber subscriber(Subscriber subscriber) {
        return subscriber.email() == null
                ? null
                : new io.shomei.api.Subscriber(
                        subscriber.name(), subscriber.unit(), subscriber.email(), subscriber.software());
    }

    private static ChainLink link(Authority authority) {
        CertificateDer certificate = authority.certificate();
        return new ChainLink(
                authority.label(),
                certificate.subject().text(),
                certificate.notAfter(),
                HEX.formatHex(certificate.sha256Fingerprint()));
    }

    private static @Nullable RequestFileReference reference(Certificate certificate) {
        return certificate.requestFile() == null || certificate.requestLine() == null
                ? null
                : new RequestFileReference(certificate.requestFile().toString(), certificate.requestLine());
    }

    private @Nullable CollectionState collection(Certificate certificate) {
        if (certificate.collectBy() == null) {
            return null;
        }
        return new CollectionState(state(certificate), certificate.collectBy(), certificate.collectedAt());
    }

    private EnrolmentState state(Certificate certificate) {
        if (certificate.collectedAt() != null) {
            return EnrolmentState.COLLECTED;
        }
        if (certificate.state() instanceof CertificateState.Revoked) {
            return EnrolmentState.REVOKED;
        }
        boolean lapsed = certificate.collectBy() != null && clock.instant().isAfter(certificate.collectBy());
        return lapsed ? EnrolmentState.LAPSED : EnrolmentState.WAITING;
    }

    private @Nullable Revocation revocation(Certificate certificate) {
        return certificate.state() instanceof CertificateState.Revoked revoked
                ? new Revocation(
                        revoked.at(),
                        RevokedReason.valueOf(revoked.reason().name()),
                        revoked.invalidityDate(),
                        revoked.comment(),
                        register.crlVisibleSince(certificate.tenant(), certificate.id())
                                .orElse(null),
                        revoked.ocspVisibleSince())
                : null;
    }

    private static @Nullable CertificateMute mute(Certificate certificate) {
        Mute mute = certificate.mute();
        return mute == null ? null : new CertificateMute(mute.at(), mute.by());
    }

    private @Nullable RelatedCertificate related(@Nullable Certificate certificate) {
        return certificate == null
                ? null
                : new RelatedCertificate(
                        certificate.id().toString(),
                        certificate.serial().hex(),
                        certificate.commonName(),
                        CertificateStatus.valueOf(
                                certificate.statusAt(clock.instant()).name()),
                        certificate.notAfter());
    }

    private static CertificateEvent event(AuditEventView event, Language language) {
        return new CertificateEvent(
                event.at(),
                event.operation(),
                AuditOperation.title(event.operation(), language),
                event.actor() == null ? "" : event.actor(),
                event.address(),
                event.success() ? AuditOutcome.SUCCESS : AuditOutcome.FAILURE);
    }
}
