package io.shomei.request;

import static io.shomei.request.RequestProblem.REQUEST_REFUSED;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.Right;
import io.shomei.profile.CertificateKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Single applications, issued at once. */
@ApplicationScoped
class Requests {
    private final CheckContexts contexts;
    private final CsrOrders orders;
    private final LoneCsrRepository csrs;
    private final Issuance issuance;
    private final AuditLog audit;
    private final Ids ids;

    Requests(
            CheckContexts contexts,
            CsrOrders orders,
            LoneCsrRepository csrs,
            Issuance issuance,
            AuditLog audit,
            Ids ids) {
        this.contexts = contexts;
        this.orders = orders;
        this.csrs = csrs;
        this.issuance = issuance;
        this.audit = audit;
        this.ids = ids;
    }

    /**
     * Checks an application and has it issued; the certificate is delivered with the answer.
     *
     * @param language of the errors
     */
    Outcome.Issued apply(Caller caller, CsrApplication application, Language language) {
        caller.require(Right.SERVER);
        CheckContext context = contexts.of(caller.tenant(), Set.of(CertificateKind.SERVER));
        CsrApplicationResult result = CsrApplicationCheck.check(application, context);
        CsrIssue issue = result.issue();
        if (issue == null) {
            throw refused(caller, result.errors(), language);
        }
        var order = orders.order(new CertificateId(ids.next()), issue, null, null);
        String csr = Objects.requireNonNull(application.csr());
        return switch (issuance.issue(
                        caller.tenant(),
                        List.of(order),
                        Actor.of(caller),
                        issued -> issued.forEach(each -> csrs.add(caller.tenant(), each.id(), csr)))
                .getFirst()) {
            case Outcome.Issued issued -> issued;
            case Outcome.Refused conflict -> throw refused(caller, CsrOrders.errorsOf(conflict, issue), language);
        };
    }

    private ProblemException refused(Caller caller, List<RowError> errors, Language language) {
        audit.appendNow(AuditEntry.failed(caller.tenant(), AuditOperation.CERTIFICATE_ISSUE, Actor.of(caller))
                .with(Map.of(
                        "codes",
                        String.join(
                                ",",
                                errors.stream()
                                        .map(each -> each.code().number())
                                        .toList()))));
        RowErrorText texts = RowErrorText.in(language.locale());
        return REQUEST_REFUSED
                .with(errors.stream()
                        .map(error -> new InputFault(
                                error.field().pointer(),
                                error.column(),
                                error.code().number(),
                                texts.message(error),
                                texts.cure(error)))
                        .toList())
                .inHistory();
    }
}
