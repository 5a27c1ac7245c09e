package io.shomei.download;

import static io.shomei.kernel.Role.IS_OFFICER;

import io.shomei.api.DownloadApi;
import io.shomei.api.ExportKind;
import io.shomei.kernel.Caller;
import io.shomei.policy.Policies;
import io.shomei.text.TextEncoding;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Downloads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
class DownloadResource implements DownloadApi {
    private final CertificateLists lists;
    private final Policies policies;
    private final CurrentCaller caller;

    DownloadResource(CertificateLists lists, Policies policies, CurrentCaller caller) {
        this.lists = lists;
        this.policies = policies;
        this.caller = caller;
    }

    @Override
    @RolesAllowed(IS_OFFICER)
    public Response exportCertificates(@Nullable ExportKind kind, @Nullable String encoding) {
        Caller by = caller.get();
        TextEncoding encoded = policies.of(by.tenant()).lists().encodingOr(encoding);
        ExportKind wanted = kind == null ? ExportKind.ALL : kind;
        lists.authorise(by, wanted.name());
        return Downloads.stream(
                "text/tab-separated-values;charset=" + encoded.label(),
                fileName(wanted),
                out -> lists.write(by, kinds(wanted), encoded, out));
    }

    private static List<String> kinds(ExportKind kind) {
        return switch (kind) {
            case SERVER -> List.of("SERVER");
            case CLIENT -> List.of("CLIENT", "SMIME");
            case CODE_SIGNING -> List.of("CODE_SIGNING");
            case ALL -> List.of("SERVER", "CLIENT", "SMIME", "CODE_SIGNING");
        };
    }

    private static String fileName(ExportKind kind) {
        return switch (kind) {
            case SERVER -> "serverAll.tsv";
            case CLIENT -> "clientAll.tsv";
            case CODE_SIGNING -> "codeSigningAll.tsv";
            case ALL -> "all.tsv";
        };
    }
}
