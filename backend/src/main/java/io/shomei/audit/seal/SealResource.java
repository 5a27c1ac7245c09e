package io.shomei.audit.seal;

import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.shomei.api.AuditOutcome;
import io.shomei.api.AuditProof;
import io.shomei.api.AuditSeal;
import io.shomei.api.AuditSealPage;
import io.shomei.api.SealApi;
import io.shomei.audit.AuditFilter;
import io.shomei.kernel.Caller;
import io.shomei.kernel.PageRequest;
import io.shomei.pki.CertificateDer;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Downloads;
import io.shomei.web.Pages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR})
class SealResource implements SealApi {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final SealedHistory history;
    private final CurrentCaller caller;

    SealResource(SealedHistory history, CurrentCaller caller) {
        this.history = history;
        this.caller = caller;
    }

    @Override
    public AuditSealPage listAuditSeals(@Nullable Integer limit, @Nullable String cursor) {
        var page = history.seals(PageRequest.of(limit, cursor));
        return new AuditSealPage(
                page.items().stream().map(SealResource::seal).toList(),
                page.next(),
                page.previous(),
                Pages.total(page));
    }

    @Override
    public AuditProof getAuditProof(String id) {
        SealedHistory.Proof proof = history.proof(caller.get(), id);
        return new AuditProof(
                new String(proof.text(), UTF_8),
                proof.position(),
                proof.path().stream().map(BASE64::encodeToString).toList(),
                seal(proof.seal()));
    }

    @Override
    public Response exportSealedEvents(
            @Nullable Instant from,
            @Nullable Instant to,
            List<String> operation,
            @Nullable AuditOutcome outcome,
            @Nullable String actor,
            @Nullable String target,
            @Nullable String address,
            @Nullable String q) {
        Caller who = caller.get();
        Seal seal = history.sealForExport(who);
        AuditFilter filter = new AuditFilter(
                from,
                to,
                operation,
                outcome == null ? null : outcome == AuditOutcome.SUCCESS,
                actor,
                target,
                address,
                q);
        return Downloads.stream(
                "text/plain; charset=utf-8",
                "shomei-audit-" + seal.head().size() + ".txt",
                out -> history.export(who, filter, seal, out));
    }

    private static AuditSeal seal(Seal seal) {
        byte[] timeStamp = seal.timeStamp();
        return new AuditSeal(
                seal.head().size(),
                BASE64.encodeToString(seal.head().root()),
                seal.head().at(),
                seal.text(),
                BASE64.encodeToString(seal.signature()),
                seal.certificates().stream().map(CertificateDer::pem).toList(),
                timeStamp == null ? null : BASE64.encodeToString(timeStamp));
    }
}
