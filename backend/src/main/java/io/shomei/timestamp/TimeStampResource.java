package io.shomei.timestamp;

import static io.shomei.kernel.KernelProblem.MALFORMED_REQUEST;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.TimeStampCertificate;
import io.shomei.api.TimeStampDay;
import io.shomei.api.TimeStampRefusals;
import io.shomei.api.TimeStampService;
import io.shomei.api.TimeStampTenantUsage;
import io.shomei.api.TimeStamping;
import io.shomei.api.TimestampApi;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.web.CurrentCaller;
import io.shomei.web.InputFaults;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
class TimeStampResource implements TimestampApi {
    private static final int DEFAULT_DAYS = 30;
    private static final int MAX_DAYS = 366;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final TimeStampServices services;
    private final TimeStampUsage usage;
    private final CurrentCaller caller;
    private final RequestFacts request;

    TimeStampResource(TimeStampServices services, TimeStampUsage usage, CurrentCaller caller, RequestFacts request) {
        this.services = services;
        this.usage = usage;
        this.caller = caller;
        this.request = request;
    }

    @Override
    @PermitAll
    public TimeStampService getPublicTimeStampService() {
        return service(services.of(TenantId.PLATFORM));
    }

    @Override
    @RolesAllowed({IS_OFFICER, IS_OPERATOR})
    public TimeStamping getTimeStamping(@Nullable LocalDate from, @Nullable LocalDate to) {
        Caller who = caller.get();
        TimeStampServices.Service service = services.of(who.tenant());
        LocalDate last = to == null ? service.today() : to;
        LocalDate first = from == null ? last.minusDays(DEFAULT_DAYS - 1) : from;
        requireRange(first, last);
        Usage used = who.role() == Role.OPERATOR ? usage.ofAll(first, last) : usage.of(who.tenant(), first, last);
        return new TimeStamping(service(service), usage(used));
    }

    private void requireRange(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw MALFORMED_REQUEST.with(List.of(InputFaults.of("to", "Min", request.language())));
        }
        if (from.plusDays(MAX_DAYS).isBefore(to)) {
            throw MALFORMED_REQUEST.with(List.of(InputFaults.of("to", "Max", request.language())));
        }
    }

    private static TimeStampService service(TimeStampServices.Service service) {
        return new TimeStampService(
                service.url(),
                service.secureUrl(),
                service.policy(),
                service.accuracy().toString(),
                service.hashAlgorithms(),
                service.signatureAlgorithm(),
                service.chain().stream().map(TimeStampResource::certificate).toList());
    }

    private static TimeStampCertificate certificate(io.shomei.pki.CertificateDer certificate) {
        return new TimeStampCertificate(
                certificate.subject().text(),
                certificate.keyDescription(),
                certificate.notBefore(),
                certificate.notAfter(),
                HEX.formatHex(certificate.sha256Fingerprint()),
                certificate.pem());
    }

    private static io.shomei.api.TimeStampUsage usage(Usage used) {
        return new io.shomei.api.TimeStampUsage(
                used.from(),
                used.to(),
                used.granted(),
                used.refused(),
                used.days().stream().map(TimeStampResource::day).toList(),
                used.tenants().isEmpty()
                        ? null
                        : used.tenants().stream().map(TimeStampResource::tenant).toList());
    }

    private static TimeStampDay day(Usage.Day day) {
        return new TimeStampDay(
                day.day(),
                day.granted(),
                day.refusedInAll(),
                day.refused().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new TimeStampRefusals(
                                io.shomei.api.TimeStampFailure.valueOf(
                                        each.getKey().name()),
                                each.getValue()))
                        .toList());
    }

    private static TimeStampTenantUsage tenant(Usage.OfTenant tenant) {
        return new TimeStampTenantUsage(
                tenant.id().toString(),
                tenant.code(),
                tenant.nameJa(),
                tenant.nameEn(),
                tenant.granted(),
                tenant.refused());
    }
}
