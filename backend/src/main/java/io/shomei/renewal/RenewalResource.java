package io.shomei.renewal;

import static io.shomei.kernel.Role.IS_OFFICER;

import io.shomei.api.AccessPinState;
import io.shomei.api.CertificateHolder;
import io.shomei.api.CertificateKind;
import io.shomei.api.EnrolmentDelivery;
import io.shomei.api.RenewalApi;
import io.shomei.api.RenewalCounts;
import io.shomei.api.RenewalFileOrder;
import io.shomei.api.RenewalMailOrder;
import io.shomei.api.RenewalMails;
import io.shomei.api.RenewalPage;
import io.shomei.api.RenewalSuccessor;
import io.shomei.api.Total;
import io.shomei.api.UncollectedPage;
import io.shomei.api.UncollectedState;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.pki.SerialNumber;
import io.shomei.policy.Policies;
import io.shomei.text.TextEncoding;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Downloads;
import io.shomei.web.Idempotency;
import io.shomei.web.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed(IS_OFFICER)
class RenewalResource implements RenewalApi {
    private static final String ASK = "askForRenewals";

    private final RenewalDesk desk;
    private final RenewalFiles files;
    private final Policies policies;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final InstantSource clock;

    RenewalResource(
            RenewalDesk desk,
            RenewalFiles files,
            Policies policies,
            Idempotency idempotency,
            CurrentCaller caller,
            InstantSource clock) {
        this.desk = desk;
        this.files = files;
        this.policies = policies;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public RenewalPage listRenewals(
            io.shomei.api.@Nullable RenewalFileKind kind,
            io.shomei.api.@Nullable RenewalState state,
            @Nullable String domain,
            @Nullable String q,
            @Nullable Instant expiresFrom,
            @Nullable Instant expiresTo,
            @Nullable Integer limit,
            @Nullable String cursor) {
        Caller by = caller.get();
        RenewalFilter all = RenewalFilter.of(kinds(by, kind), domain, q, expiresFrom, expiresTo, clock.instant());
        Page<Renewal> page = desk.list(
                by.tenant(),
                state == null ? all : all.in(RenewalState.valueOf(state.name())),
                PageRequest.of(limit, cursor));
        return new RenewalPage(
                page.items().stream().map(RenewalResource::renewal).toList(),
                page.next(),
                page.previous(),
                Pages.total(page));
    }

    @Override
    public RenewalCounts countRenewals(
            io.shomei.api.@Nullable RenewalFileKind kind,
            @Nullable String domain,
            @Nullable String q,
            @Nullable Instant expiresFrom,
            @Nullable Instant expiresTo) {
        Caller by = caller.get();
        Set<io.shomei.profile.CertificateKind> kinds = kinds(by, kind);
        Map<RenewalState, Page.Total> counts =
                desk.counts(by.tenant(), RenewalFilter.of(kinds, domain, q, expiresFrom, expiresTo, clock.instant()));
        Page.Total waiting = desk.waiting(by.tenant(), new UncollectedFilter(kinds, false, domain, q));
        return new RenewalCounts(
                total(counts, RenewalState.NOT_RENEWED),
                total(counts, RenewalState.NOT_COLLECTED),
                total(counts, RenewalState.RENEWED),
                new Total(waiting.value(), waiting.exact()),
                files.maxRows(by.tenant()));
    }

    @Override
    public Response makeRenewalFile(RenewalFileOrder body) {
        Caller by = caller.get();
        RenewalFileKind kind = RenewalFileKind.valueOf(body.kind().name());
        RenewalFileOperation operation =
                RenewalFileOperation.valueOf(body.operation().name());
        RenewalFiles.FileBody file = files.file(by, operation, kind, choice(kind, body.certificates(), body.filter()));
        TextEncoding encoding = policies.of(by.tenant()).lists().encodingOr(body.encoding());
        return Downloads.stream(
                "text/tab-separated-values;charset=" + encoding.label(),
                "%s-%s.tsv".formatted(kind, operation).toLowerCase(Locale.ROOT).replace('_', '-'),
                out -> file.write(encoding, out));
    }

    @Override
    public RenewalMails askForRenewals(RenewalMailOrder body, @Nullable String idempotencyKey) {
        RenewalFileKind kind = RenewalFileKind.valueOf(body.kind().name());
        RenewalFiles.Asked asked = idempotency.once(
                caller.get(),
                idempotencyKey,
                ASK,
                body.toString(),
                RenewalFiles.Asked.class,
                () -> files.ask(caller.get(), kind, choice(kind, body.certificates(), body.filter())));
        return new RenewalMails(asked.mails(), asked.certificates(), asked.unaddressed());
    }

    @Override
    public UncollectedPage listUncollected(
            @Nullable UncollectedState state,
            io.shomei.api.@Nullable RenewalFileKind kind,
            @Nullable String domain,
            @Nullable String q,
            @Nullable Integer limit,
            @Nullable String cursor) {
        Caller by = caller.get();
        Page<Uncollected> page = desk.uncollected(
                by.tenant(),
                new UncollectedFilter(kinds(by, kind), state == UncollectedState.LAPSED, domain, q),
                PageRequest.of(limit, cursor));
        int threshold = policies.of(by.tenant()).lockout().threshold();
        return new UncollectedPage(
                page.items().stream().map(each -> uncollected(each, threshold)).toList(),
                page.next(),
                page.previous(),
                Pages.total(page));
    }

    /** Those that the caller's rights are for. */
    private static Set<io.shomei.profile.CertificateKind> kinds(
            Caller by, io.shomei.api.@Nullable RenewalFileKind wanted) {
        if (wanted == null) {
            return Overseers.kindsOf(by.rights());
        }
        RenewalFileKind kind = RenewalFileKind.valueOf(wanted.name());
        return by.rights().contains(kind.right()) ? kind.kinds() : Set.of();
    }

    private RenewalChoice choice(
            RenewalFileKind kind, @Nullable List<String> certificates, io.shomei.api.@Nullable RenewalFilter filter) {
        if (certificates != null && !certificates.isEmpty()) {
            return new RenewalChoice.Selected(certificates.stream()
                    .flatMap(id -> CertificateId.parse(id).stream())
                    .toList());
        }
        return new RenewalChoice.Filtered(
                filter == null
                        ? RenewalFilter.of(kind.kinds(), null, null, null, null, clock.instant())
                        : RenewalFilter.of(
                                kind.kinds(),
                                filter.domain(),
                                filter.q(),
                                filter.expiresFrom(),
                                filter.expiresTo(),
                                clock.instant()));
    }

    private static Total total(Map<RenewalState, Page.Total> counts, RenewalState state) {
        Page.Total total = counts.getOrDefault(state, Page.Total.counted(0));
        return new Total(total.value(), total.exact());
    }

    private static io.shomei.api.Renewal renewal(Renewal of) {
        Renewal.Successor successor = of.successor();
        return new io.shomei.api.Renewal(
                of.id().toString(),
                of.serial().hex(),
                CertificateKind.valueOf(of.kind().name()),
                of.profile(),
                of.subjectDn(),
                of.commonName(),
                of.domain(),
                of.notAfter(),
                subscriber(of.subscriber()),
                io.shomei.api.RenewalState.valueOf(of.state().name()),
                successor == null
                        ? null
                        : new RenewalSuccessor(
                                successor.id().toString(), successor.collectBy(), successor.collectedAt()));
    }

    private static io.shomei.api.Uncollected uncollected(Uncollected of, int threshold) {
        SerialNumber serial = of.serial();
        Uncollected.Secret secret = of.secret();
        return new io.shomei.api.Uncollected(
                of.id().toString(),
                serial == null ? null : serial.hex(),
                CertificateKind.valueOf(of.kind().name()),
                of.subjectDn(),
                of.commonName(),
                of.issuedAt(),
                of.notAfter(),
                of.collectBy(),
                subscriber(of.subscriber()),
                of.holder() == null
                        ? null
                        : new CertificateHolder(
                                of.holder().name(),
                                of.holder().unit(),
                                of.holder().email()),
                of.renewal(),
                secret == null
                        ? EnrolmentDelivery.CERTIFICATE
                        : EnrolmentDelivery.valueOf(secret.delivery().name()),
                secret == null
                        ? null
                        : AccessPinState.valueOf(secret.state(threshold).name()));
    }

    private static io.shomei.api.@Nullable Subscriber subscriber(io.shomei.certificate.Subscriber subscriber) {
        return subscriber.email() == null
                ? null
                : new io.shomei.api.Subscriber(
                        subscriber.name(), subscriber.unit(), subscriber.email(), subscriber.software());
    }
}
