package io.shomei.tenant;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;
import static io.shomei.kernel.Role.IS_USER;

import io.shomei.api.BulkWay;
import io.shomei.api.DomainApproval;
import io.shomei.api.NewContact;
import io.shomei.api.NewSubject;
import io.shomei.api.PermittedUnit;
import io.shomei.api.ReviewConclusion;
import io.shomei.api.ReviewStart;
import io.shomei.api.RevocationOffer;
import io.shomei.api.Revoker;
import io.shomei.api.StateReason;
import io.shomei.api.TenantApi;
import io.shomei.api.TenantChange;
import io.shomei.api.TenantEnd;
import io.shomei.api.TenantLabel;
import io.shomei.api.TenantPage;
import io.shomei.api.TenantReview;
import io.shomei.api.TenantState;
import io.shomei.api.UnitState;
import io.shomei.audit.Actor;
import io.shomei.kernel.Caller;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.web.CurrentCaller;
import io.shomei.web.EntityTags;
import io.shomei.web.Idempotency;
import io.shomei.web.Pages;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
class TenantResource implements TenantApi {
    private static final String REGISTER = "registerTenant";

    private final Tenants tenants;
    private final TenantRegistry registry;
    private final TenantStates states;
    private final Reviews reviews;
    private final Policies policies;
    private final Idempotency idempotency;
    private final EntityTags tags;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final InstantSource clock;

    TenantResource(
            Tenants tenants,
            TenantRegistry registry,
            TenantStates states,
            Reviews reviews,
            Policies policies,
            Idempotency idempotency,
            EntityTags tags,
            CurrentCaller caller,
            RequestFacts request,
            InstantSource clock) {
        this.tenants = tenants;
        this.registry = registry;
        this.states = states;
        this.reviews = reviews;
        this.policies = policies;
        this.idempotency = idempotency;
        this.tags = tags;
        this.caller = caller;
        this.request = request;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({IS_OFFICER, IS_ADMINISTRATOR, IS_USER})
    public io.shomei.api.Tenant getOwnTenant() {
        Caller by = caller.get();
        return tenant(registry.get(by.tenant()), by.role() != Role.USER);
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public TenantPage listTenants(
            @Nullable String q, @Nullable TenantState state, @Nullable Integer limit, @Nullable String cursor) {
        var page = tenants.list(
                q, state == null ? null : Tenant.State.valueOf(state.name()), PageRequest.of(limit, cursor));
        return new TenantPage(
                page.items().stream().map(this::line).toList(), page.next(), page.previous(), Pages.total(page));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.Tenant getTenant(String id) {
        return shown(id(id));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.Tenant registerTenant(io.shomei.api.NewTenant body, @Nullable String idempotencyKey) {
        var tenant = new NewTenant(
                body.code(),
                new TenantValues(
                        body.nameJa(),
                        body.nameEn(),
                        subject(body.subject()),
                        body.timeZone(),
                        body.contacts().stream().map(TenantResource::contact).toList(),
                        body.licences()),
                body.preset(),
                body.domains().stream()
                        .map(domain -> new Approval(
                                domain.name(), domain.issuingDeadline(), domain.wildcardAllowed(), domain.units()))
                        .toList());
        String id = idempotency.once(
                caller.get(),
                idempotencyKey,
                REGISTER,
                tenant.toString(),
                String.class,
                () -> registry.register(caller.get(), tenant, request.language())
                        .toString());
        return shown(id(id));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.Tenant changeTenant(String ifMatch, String id, TenantChange body) {
        registry.change(
                caller.get(),
                id(id),
                EntityTags.version(ifMatch),
                new TenantValues(
                        body.nameJa(),
                        body.nameEn(),
                        subject(body.subject()),
                        body.timeZone(),
                        body.contacts().stream().map(TenantResource::contact).toList(),
                        body.licences()),
                request.language());
        return shown(id(id));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.Tenant putDomain(String ifMatch, String id, String name, DomainApproval body) {
        registry.putDomain(
                caller.get(),
                id(id),
                EntityTags.version(ifMatch),
                new Approval(name, body.issuingDeadline(), body.wildcardAllowed(), body.units()),
                request.language());
        return shown(id(id));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.Tenant removeDomain(String ifMatch, String id, String name) {
        registry.removeDomain(caller.get(), id(id), EntityTags.version(ifMatch), name);
        return shown(id(id));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.Tenant suspendTenant(String id, StateReason body) {
        states.suspend(Actor.of(caller.get()), id(id), body.reason());
        return shown(id(id));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.Tenant resumeTenant(String id, StateReason body) {
        states.resume(Actor.of(caller.get()), id(id), body.reason());
        return shown(id(id));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.Tenant endTenant(String id, TenantEnd body) {
        states.end(
                Actor.of(caller.get()),
                id(id),
                body.reason(),
                body.confirmation(),
                TenantStates.Certificates.valueOf(body.certificates().name()));
        return shown(id(id));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.Tenant startReview(String id, ReviewStart body) {
        reviews.start(caller.get(), id(id), body.reference());
        return shown(id(id));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.Tenant concludeReview(String id, ReviewConclusion body) {
        reviews.conclude(
                caller.get(),
                id(id),
                body.approved(),
                body.domains() == null ? List.of() : body.domains(),
                body.comment());
        return shown(id(id));
    }

    private static TenantId id(String id) {
        return TenantId.parse(id).orElseThrow(() -> NOT_FOUND.because(""));
    }

    private io.shomei.api.TenantLine line(TenantLine line) {
        return new io.shomei.api.TenantLine(
                line.id().toString(),
                line.code(),
                TenantLabel.valueOf(policies.of(line.id()).tenantLabel().name()),
                line.nameJa(),
                line.nameEn(),
                TenantState.valueOf(line.state().name()));
    }

    private io.shomei.api.Tenant shown(TenantId id) {
        Registration registration = registry.get(id);
        tags.show(registration.version());
        return tenant(registration, true);
    }

    private io.shomei.api.Tenant tenant(Registration registration, boolean withContacts) {
        Tenant tenant = registration.tenant();
        Policy policy = policies.of(tenant.id());
        Instant now = clock.instant();
        return new io.shomei.api.Tenant(
                tenant.id().toString(),
                tenant.code(),
                TenantLabel.valueOf(policy.tenantLabel().name()),
                tenant.nameJa(),
                tenant.nameEn(),
                TenantState.valueOf(tenant.state().name()),
                registration.stateSince(),
                registration.stateReason(),
                tenant.timeZone().getId(),
                subject(tenant.subject()),
                tenant.domains().stream().map(domain -> domain(domain, now)).toList(),
                withContacts
                        ? registration.contacts().stream()
                                .map(TenantResource::contact)
                                .toList()
                        : null,
                registration.licences(),
                policy.lists().encoding(),
                offer(policy.revocation()),
                withContacts
                        ? reviews.of(tenant.id()).map(TenantResource::review).orElse(null)
                        : null);
    }

    private static TenantReview review(Review review) {
        Review.UnderWay underWay = review.underWay();
        return new TenantReview(
                TenantReview.StateEnum.valueOf(review.state().name()),
                review.approvedAt(),
                review.dueAt(),
                review.deadline(),
                underWay == null ? null : underWay.reference(),
                underWay == null ? null : underWay.startedAt(),
                underWay == null ? null : underWay.startedBy(),
                underWay == null ? null : underWay.answerBy());
    }

    private static RevocationOffer offer(Policy.Revocation policy) {
        return new RevocationOffer(
                policy.by().stream().map(each -> Revoker.valueOf(each.name())).toList(),
                policy.bulk().stream().map(each -> BulkWay.valueOf(each.name())).toList());
    }

    private static RegisteredSubject subject(NewSubject subject) {
        return new RegisteredSubject(subject.o(), subject.st(), subject.l(), subject.c());
    }

    private static io.shomei.api.RegisteredSubject subject(RegisteredSubject subject) {
        return new io.shomei.api.RegisteredSubject(subject.o(), subject.st(), subject.l(), subject.c());
    }

    private static Contact contact(NewContact contact) {
        return new Contact(
                contact.name(),
                contact.latinName(),
                contact.unit(),
                contact.email(),
                contact.phone(),
                Boolean.TRUE.equals(contact.head()));
    }

    private static io.shomei.api.Contact contact(Contact contact) {
        return new io.shomei.api.Contact(
                contact.name(),
                contact.latinName(),
                contact.unit(),
                contact.email(),
                contact.phone(),
                contact.head() ? true : null);
    }

    private static io.shomei.api.Domain domain(Domain domain, Instant now) {
        return new io.shomei.api.Domain(
                domain.name(),
                domain.issuingDeadline(),
                domain.wildcardAllowed(),
                domain.isPermittedAt(now),
                domain.units().stream()
                        .map(unit -> new PermittedUnit(
                                unit.name(), UnitState.valueOf(unit.state().name()), unit.registeredAt()))
                        .toList());
    }
}
