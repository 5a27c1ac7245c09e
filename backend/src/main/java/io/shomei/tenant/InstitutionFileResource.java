package io.shomei.tenant;

import static io.shomei.kernel.KernelProblem.MALFORMED_REQUEST;
import static io.shomei.kernel.Role.IS_OPERATOR;
import static io.shomei.tenant.InstitutionFileProblem.INSTITUTION_FILE_MISSING;

import io.shomei.api.AppointedOfficer;
import io.shomei.api.InstitutionDifference;
import io.shomei.api.InstitutionFileApi;
import io.shomei.api.InstitutionFilePlan;
import io.shomei.api.InstitutionOutcome;
import io.shomei.api.InstitutionRowCounts;
import io.shomei.api.RowError;
import io.shomei.kernel.Language;
import io.shomei.text.Excerpt;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Idempotency;
import io.shomei.web.InputFaults;
import io.shomei.web.RequestFacts;
import io.shomei.web.Uploads;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed(IS_OPERATOR)
class InstitutionFileResource implements InstitutionFileApi {
    private static final String OPERATION = "carryOutInstitutionFile";

    private final InstitutionFiles files;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final RequestFacts request;

    InstitutionFileResource(
            InstitutionFiles files, Idempotency idempotency, CurrentCaller caller, RequestFacts request) {
        this.files = files;
        this.idempotency = idempotency;
        this.caller = caller;
        this.request = request;
    }

    @Override
    public InstitutionFilePlan checkInstitutionFile(@Nullable FileUpload file) {
        return plan(files.check(upload(file)));
    }

    @Override
    public InstitutionFilePlan carryOutInstitutionFile(
            @Nullable FileUpload file, @Nullable String plan, @Nullable String idempotencyKey) {
        InstitutionFiles.Upload upload = upload(file);
        if (plan == null || plan.isBlank()) {
            throw MALFORMED_REQUEST.with(List.of(InputFaults.of("plan", "NotNull", request.language())));
        }
        return idempotency.once(
                caller.get(),
                idempotencyKey,
                OPERATION,
                upload.sha256() + "/" + plan,
                InstitutionFilePlan.class,
                () -> plan(files.carryOut(caller.get(), upload, plan, request.language())));
    }

    private static InstitutionFiles.Upload upload(@Nullable FileUpload file) {
        if (file == null || file.fileName() == null) {
            throw INSTITUTION_FILE_MISSING.because("");
        }
        return new InstitutionFiles.Upload(file.uploadedFile(), Uploads.baseName(file), Uploads.sha256(file));
    }

    private InstitutionFilePlan plan(InstitutionFiles.Plan plan) {
        Language language = request.language();
        return new InstitutionFilePlan(
                plan.encoding().label(),
                plan.digest(),
                new InstitutionRowCounts(
                        plan.rows().size(),
                        Math.toIntExact(plan.count(InstitutionRow.Outcome.NEW)),
                        Math.toIntExact(plan.count(InstitutionRow.Outcome.CHANGED)),
                        Math.toIntExact(plan.count(InstitutionRow.Outcome.UNCHANGED)),
                        Math.toIntExact(plan.count(InstitutionRow.Outcome.REFUSED))),
                plan.rows().stream().map(row -> row(row, language)).toList());
    }

    private static io.shomei.api.InstitutionRow row(InstitutionRow row, Language language) {
        return new io.shomei.api.InstitutionRow(
                row.line(),
                InstitutionOutcome.valueOf(row.outcome().name()),
                Excerpt.of(row.value(InstitutionColumn.CODE)),
                Excerpt.of(row.value(InstitutionColumn.NAME_JA)),
                row.step() instanceof InstitutionRow.Step.Change change
                        ? change.present().tenant().id().toString()
                        : null,
                row.step() instanceof InstitutionRow.Step.Change change
                        ? change.changes().entrySet().stream()
                                .map(each -> new InstitutionDifference(
                                        each.getKey(),
                                        InstitutionError.changed(each.getKey(), language),
                                        each.getValue().before(),
                                        each.getValue().after()))
                                .toList()
                        : List.of(),
                row.officer()
                        .map(officer -> new AppointedOfficer(officer.latinName(), officer.email()))
                        .orElse(null),
                row.errors().stream().map(error -> error(row, error, language)).toList());
    }

    private static RowError error(InstitutionRow row, InstitutionError error, Language language) {
        String value = row.value(error.column());
        return new RowError(
                error.column().number(),
                InstitutionError.title(error.column(), language),
                error.code().number(),
                error.message(language),
                error.cure(language),
                value.isEmpty() ? null : Excerpt.of(value));
    }
}
