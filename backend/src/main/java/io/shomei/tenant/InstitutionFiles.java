package io.shomei.tenant;

import static io.shomei.tenant.InstitutionFileProblem.INSTITUTION_FILE_HAS_REFUSED_ROWS;
import static io.shomei.tenant.InstitutionFileProblem.INSTITUTION_FILE_NOTHING_TO_DO;
import static io.shomei.tenant.InstitutionFileProblem.INSTITUTION_FILE_OUTDATED;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import io.shomei.pki.Digests;
import io.shomei.policy.Policies;
import io.shomei.text.Excerpt;
import io.shomei.text.TabbedFile;
import io.shomei.text.TabbedFileLimits;
import io.shomei.text.TabbedLine;
import io.shomei.text.TextEncoding;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Registers and changes many tenants by one file. What it would do is looked at first; it is carried out as a whole, in one
 * transaction, and only where it would still do exactly what was looked at. The officer of a new tenant is appointed with it.
 */
@ApplicationScoped
class InstitutionFiles {
    private static final int MOST_ROWS = 1_000;

    private final TenantRegistry registry;
    private final Tenants tenants;
    private final Policies policies;
    private final InstitutionOfficers officers;
    private final AuditLog audit;

    InstitutionFiles(
            TenantRegistry registry, Tenants tenants, Policies policies, InstitutionOfficers officers, AuditLog audit) {
        this.registry = registry;
        this.tenants = tenants;
        this.policies = policies;
        this.officers = officers;
        this.audit = audit;
    }

    /**
     * @param file where it was stored
     * @param name what it was called
     */
    record Upload(Path file, String name, String sha256) {}

    private record Read(TextEncoding encoding, List<TabbedLine> lines) {}

    /** What a file would do, or did. */
    record Plan(TextEncoding encoding, List<InstitutionRow> rows) {
        Plan {
            rows = List.copyOf(rows);
        }

        long count(InstitutionRow.Outcome outcome) {
            return rows.stream().filter(row -> row.outcome() == outcome).count();
        }

        long appointed() {
            return rows.stream().filter(row -> row.officer().isPresent()).count();
        }

        /** The same for the same rows, as long as no tenant of theirs changes. */
        String digest() {
            StringBuilder text = new StringBuilder();
            rows.forEach(row -> text.append(row.line())
                    .append('\t')
                    .append(row.outcome())
                    .append('\t')
                    .append(row.seen())
                    .append('\t')
                    .append(row.officer().isPresent())
                    .append('\t')
                    .append(String.join("\t", row.cells()))
                    .append('\n'));
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    Plan check(Upload upload) {
        Read read = read(upload);
        return QuarkusTransaction.requiringNew().call(() -> plan(read, registry::find));
    }

    /**
     * @param seen digest of the plan that the caller looked at
     */
    Plan carryOut(Caller caller, Upload upload, String seen, Language language) {
        Read read = read(upload);
        List<TenantId> changed = new ArrayList<>();
        Plan done = QuarkusTransaction.requiringNew().call(() -> {
            registry.begin();
            Plan plan = plan(read, registry::lock);
            if (!plan.digest().equals(seen)) {
                throw INSTITUTION_FILE_OUTDATED.because("");
            }
            if (plan.count(InstitutionRow.Outcome.REFUSED) > 0) {
                throw INSTITUTION_FILE_HAS_REFUSED_ROWS.because("");
            }
            if (plan.count(InstitutionRow.Outcome.UNCHANGED) == plan.rows().size()) {
                throw INSTITUTION_FILE_NOTHING_TO_DO.because("");
            }
            Actor actor = Actor.of(caller);
            plan.rows().forEach(row -> {
                TenantId tenant = carryOut(actor, row);
                changed.add(tenant);
                // The file is the document that they are appointed on.
                row.officer()
                        .ifPresent(officer ->
                                officers.appoint(caller, tenant, officer, Excerpt.of(upload.name()), language));
            });
            audit.append(AuditEntry.done(caller.tenant(), AuditOperation.INSTITUTIONFILE_CARRY_OUT, actor)
                    .on(upload.name(), null)
                    .with(Map.of(
                            "sha256", upload.sha256(),
                            "registered", String.valueOf(plan.count(InstitutionRow.Outcome.NEW)),
                            "appointed", String.valueOf(plan.appointed()),
                            "changed", String.valueOf(plan.count(InstitutionRow.Outcome.CHANGED)))));
            return plan;
        });
        changed.forEach(tenants::forget);
        return done;
    }

    private TenantId carryOut(Actor actor, InstitutionRow row) {
        return switch (row.step()) {
            case InstitutionRow.Step.Register(NewTenant tenant, var _) -> registry.add(actor, tenant);
            case InstitutionRow.Step.Change change -> {
                if (!change.changes().isEmpty()) {
                    registry.change(actor, change.present(), change.values(), change.approvals());
                }
                yield change.present().tenant().id();
            }
            case null -> throw new IllegalStateException("a refused row is carried out");
        };
    }

    private Plan plan(Read read, Function<String, Optional<Registration>> present) {
        InstitutionCheck check = new InstitutionCheck(
                present,
                policies::preset,
                registration -> policies.presetOf(registration.tenant().id()),
                officers::objection);
        return new Plan(read.encoding(), read.lines().stream().map(check::check).toList());
    }

    private static Read read(Upload upload) {
        try (TabbedFile file = TabbedFile.open(
                upload.file(), upload.name(), TabbedFileLimits.ofRows(MOST_ROWS), InstitutionFileProblem::of)) {
            List<TabbedLine> lines = new ArrayList<>();
            for (List<TabbedLine> some = file.read(MOST_ROWS); !some.isEmpty(); some = file.read(MOST_ROWS)) {
                lines.addAll(some);
            }
            return new Read(file.encoding(), lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
