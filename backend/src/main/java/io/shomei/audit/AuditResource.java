package io.shomei.audit;

import static io.shomei.kernel.KernelProblem.MALFORMED_REQUEST;
import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shomei.api.AuditApi;
import io.shomei.api.AuditEvent;
import io.shomei.api.AuditEventPage;
import io.shomei.api.AuditOutcome;
import io.shomei.api.Role;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Language;
import io.shomei.kernel.PageRequest;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Downloads;
import io.shomei.web.InputFaults;
import io.shomei.web.Pages;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR})
class AuditResource implements AuditApi {
    private final AuditLog log;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final ObjectMapper json;

    AuditResource(AuditLog log, CurrentCaller caller, RequestFacts request, ObjectMapper json) {
        this.log = log;
        this.caller = caller;
        this.request = request;
        this.json = json;
    }

    @Override
    public AuditEventPage listAuditEvents(
            @Nullable Instant from,
            @Nullable Instant to,
            List<String> operation,
            @Nullable AuditOutcome outcome,
            @Nullable String actor,
            @Nullable String target,
            @Nullable String address,
            @Nullable String q,
            @Nullable Integer limit,
            @Nullable String cursor) {
        var page = log.list(
                caller.get(),
                filter(from, to, operation, outcome, actor, target, address, q),
                PageRequest.of(limit, cursor));
        Language language = request.language();
        return new AuditEventPage(
                page.items().stream().map(event -> event(event, language)).toList(),
                page.next(),
                page.previous(),
                Pages.total(page));
    }

    @Override
    public Response exportAuditEvents(
            @Nullable Instant from,
            @Nullable Instant to,
            List<String> operation,
            @Nullable AuditOutcome outcome,
            @Nullable String actor,
            @Nullable String target,
            @Nullable String address,
            @Nullable String q,
            @Nullable String timeZone) {
        Caller who = caller.get();
        Language language = request.language();
        ZoneId zone = zone(timeZone);
        AuditFilter filter = filter(from, to, operation, outcome, actor, target, address, q);
        log.tellExport(who, "CSV");
        return Downloads.stream(
                "text/csv; charset=utf-8",
                "shomei-audit.csv",
                out -> log.export(who, filter, new AuditCsv(out, language, zone)));
    }

    @Override
    public Response exportAuditEventsAsJson(
            @Nullable Instant from,
            @Nullable Instant to,
            List<String> operation,
            @Nullable AuditOutcome outcome,
            @Nullable String actor,
            @Nullable String target,
            @Nullable String address,
            @Nullable String q) {
        Caller who = caller.get();
        Language language = request.language();
        AuditFilter filter = filter(from, to, operation, outcome, actor, target, address, q);
        log.tellExport(who, "JSON");
        return Downloads.stream(
                "application/x-ndjson",
                "shomei-audit.ndjson",
                out -> log.export(who, filter, new AuditJsonLines(out, json, event -> event(event, language))));
    }

    private static AuditFilter filter(
            @Nullable Instant from,
            @Nullable Instant to,
            List<String> operation,
            @Nullable AuditOutcome outcome,
            @Nullable String actor,
            @Nullable String target,
            @Nullable String address,
            @Nullable String q) {
        return new AuditFilter(
                from,
                to,
                operation,
                outcome == null ? null : outcome == AuditOutcome.SUCCESS,
                actor,
                target,
                address,
                q);
    }

    private ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw MALFORMED_REQUEST.with(List.of(InputFaults.of("timeZone", "Pattern", request.language())));
        }
    }

    private static AuditEvent event(AuditEventView event, Language language) {
        return new AuditEvent(
                event.id().toString(),
                event.at(),
                event.operation(),
                AuditOperation.title(event.operation(), language),
                AuditSummary.of(event, language),
                event.success() ? AuditOutcome.SUCCESS : AuditOutcome.FAILURE,
                event.actor(),
                text(event.actorId()),
                event.actorRole() == null
                        ? null
                        : Role.valueOf(event.actorRole().name()),
                event.address(),
                event.target(),
                text(event.targetId()),
                event.requestId(),
                event.detail().isEmpty() ? null : event.detail());
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
