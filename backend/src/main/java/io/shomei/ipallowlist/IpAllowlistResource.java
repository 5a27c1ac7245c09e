package io.shomei.ipallowlist;

import static io.shomei.ipallowlist.IpAllowlistProblem.IP_ALLOWLIST_FAULTY;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.IpAllowlistApi;
import io.shomei.api.IpAllowlistChange;
import io.shomei.api.IpAllowlistCheck;
import io.shomei.api.IpAllowlistDraft;
import io.shomei.api.IpAllowlistEntry;
import io.shomei.api.IpAllowlistFault;
import io.shomei.api.IpAllowlistTrial;
import io.shomei.api.IpCombination;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import io.shomei.text.TextEncoding;
import io.shomei.web.AddressRange;
import io.shomei.web.CurrentCaller;
import io.shomei.web.EntityTags;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
class IpAllowlistResource implements IpAllowlistApi {
    private final IpAllowlists lists;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final EntityTags tags;
    private final InstantSource clock;

    IpAllowlistResource(
            IpAllowlists lists, CurrentCaller caller, RequestFacts request, EntityTags tags, InstantSource clock) {
        this.lists = lists;
        this.caller = caller;
        this.request = request;
        this.tags = tags;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR})
    public io.shomei.api.IpAllowlist getOwnIpAllowlist() {
        return answer(own(), lists.view(own()));
    }

    @Override
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR})
    public io.shomei.api.IpAllowlist changeOwnIpAllowlist(String ifMatch, IpAllowlistChange body) {
        return change(own(), ifMatch, body);
    }

    @Override
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR})
    public io.shomei.api.IpAllowlist confirmOwnIpAllowlist(String ifMatch) {
        return answer(own(), lists.confirm(caller.get(), EntityTags.version(ifMatch), withCertificate()));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.IpAllowlist getIpAllowlist(String id) {
        return answer(tenant(id), lists.view(tenant(id)));
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public io.shomei.api.IpAllowlist changeIpAllowlist(String ifMatch, String id, IpAllowlistChange body) {
        return change(tenant(id), ifMatch, body);
    }

    @Override
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR})
    public IpAllowlistCheck checkIpAllowlist(IpAllowlistDraft body) {
        return answer(check(body.entries()), null);
    }

    /** @param encoding how the file was written; null where there was none */
    IpAllowlistCheck answer(EntryCheck check, @Nullable TextEncoding encoding) {
        Language language = request.language();
        return new IpAllowlistCheck(
                encoding == null ? null : encoding.label(),
                check.entries().stream().map(IpAllowlistResource::entry).toList(),
                check.faults().stream()
                        .map(fault -> new IpAllowlistFault(
                                (int) fault.row(),
                                fault.column().number(),
                                fault.code().name(),
                                fault.message(language),
                                fault.cure(language).orElse(null)))
                        .toList(),
                ownAddress(),
                lists.admits(caller.get(), own(), check.entries(), withCertificate()));
    }

    private io.shomei.api.IpAllowlist change(TenantId tenant, String ifMatch, IpAllowlistChange body) {
        EntryCheck check = check(body.entries());
        if (!check.faults().isEmpty()) {
            Language language = request.language();
            throw IP_ALLOWLIST_FAULTY.with(check.faults().stream()
                    .map(fault -> fault.at(
                            "/entries/" + (fault.row() - 1) + "/"
                                    + fault.column().name().toLowerCase(Locale.ROOT),
                            language))
                    .toList());
        }
        return answer(
                tenant,
                lists.change(
                        caller.get(),
                        tenant,
                        new IpAllowlists.Change(
                                EntityTags.version(ifMatch),
                                check.entries(),
                                Boolean.TRUE.equals(body.confirmed()),
                                body.comment(),
                                withCertificate())));
    }

    private io.shomei.api.IpAllowlist answer(TenantId tenant, IpAllowlists.View view) {
        IpAllowlist list = view.list();
        Instant now = clock.instant();
        tags.show(list.version());
        return new io.shomei.api.IpAllowlist(
                list.version(),
                IpCombination.valueOf(view.combine().name()),
                entries(list.entries()),
                list.trialAt(now)
                        .map(trial -> new IpAllowlistTrial(entries(trial.entries()), trial.until()))
                        .orElse(null),
                view.trialPeriod().toString(),
                ownAddress(),
                lists.admits(caller.get(), tenant, list.inForceAt(now), withCertificate()),
                list.changedAt(),
                list.changedBy());
    }

    private static EntryCheck check(List<IpAllowlistEntry> entries) {
        return EntryCheck.of(IntStream.range(0, entries.size())
                .mapToObj(i -> new EntryCheck.Line(
                        i + 1,
                        entries.get(i).range(),
                        Objects.requireNonNullElse(entries.get(i).memo(), "")))
                .toList());
    }

    private static List<IpAllowlistEntry> entries(List<AllowedRange> entries) {
        return entries.stream().map(IpAllowlistResource::entry).toList();
    }

    private static IpAllowlistEntry entry(AllowedRange entry) {
        return new IpAllowlistEntry(entry.range().toString(), entry.memo());
    }

    private String ownAddress() {
        String address = request.address();
        return AddressRange.address(address).map(AddressRange::text).orElse(address);
    }

    private boolean withCertificate() {
        return request.presentedCertificate().isPresent();
    }

    private TenantId own() {
        return caller.get().tenant();
    }

    private static TenantId tenant(String id) {
        return TenantId.parse(id).orElseThrow(() -> NOT_FOUND.because(""));
    }
}
