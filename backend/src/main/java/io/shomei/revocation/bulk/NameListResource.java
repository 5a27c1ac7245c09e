package io.shomei.revocation.bulk;

import static io.shomei.kernel.KernelProblem.MALFORMED_REQUEST;
import static io.shomei.kernel.Role.IS_ADMINISTRATOR;
import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;
import static io.shomei.revocation.bulk.BulkRevocationProblem.NAME_LIST_MISSING;

import io.shomei.api.BulkRevocation;
import io.shomei.api.RevocationReason;
import io.shomei.kernel.Scoped;
import io.shomei.revocation.Grounds;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Idempotency;
import io.shomei.web.InputFaults;
import io.shomei.web.RequestFacts;
import io.shomei.web.Uploads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The operation {@code checkBulkRevocation} for a file of names: one operation of the contract that takes two types of content. */
@RunOnVirtualThread
@Path("/api/v1/revocations")
class NameListResource {
    private static final String ONE_LINE = "[^\\x00-\\x1F\\x7F-\\x9F]*";

    private final BulkRevocations bulks;
    private final BulkRevocationResource answers;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final RequestFacts request;

    NameListResource(
            BulkRevocations bulks,
            BulkRevocationResource answers,
            Idempotency idempotency,
            CurrentCaller caller,
            RequestFacts request) {
        this.bulks = bulks;
        this.answers = answers;
        this.idempotency = idempotency;
        this.caller = caller;
        this.request = request;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces({MediaType.APPLICATION_JSON, "application/problem+json"})
    @ResponseStatus(201)
    @RolesAllowed({IS_OPERATOR, IS_OFFICER, IS_ADMINISTRATOR})
    @Scoped("certificates:revoke")
    public BulkRevocation checkNameList(
            @RestForm @Nullable FileUpload file,
            @RestForm @Nullable RevocationReason reason,
            @RestForm @Nullable Instant invalidityDate,
            @RestForm @Nullable @Size(max = 128) @Pattern(regexp = ONE_LINE) String comment,
            @RestForm @Nullable @Size(max = 64) @Pattern(regexp = ONE_LINE) String reference,
            @HeaderParam("Idempotency-Key") @Nullable @Size(min = 1, max = 128) String idempotencyKey) {
        if (reason == null) {
            throw MALFORMED_REQUEST.with(List.of(InputFaults.of("reason", "NotNull", request.language())));
        }
        if (file == null || file.fileName() == null) {
            throw NAME_LIST_MISSING.because("");
        }
        var grounds =
                new Grounds(io.shomei.pki.RevocationReason.valueOf(reason.name()), invalidityDate, comment, reference);
        String id = idempotency.once(
                caller.get(),
                idempotencyKey,
                BulkRevocationResource.OPERATION,
                String.join("/", grounds.toString(), Uploads.sha256(file)),
                String.class,
                () -> bulks.checkNames(caller.get(), file.uploadedFile(), Uploads.baseName(file), grounds)
                        .id()
                        .toString());
        return answers.getBulkRevocation(id);
    }
}
