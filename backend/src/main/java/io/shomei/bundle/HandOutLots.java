package io.shomei.bundle;

import static io.shomei.bundle.BundleProblem.KEY_FILES_NOT_KEPT;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.enrolment.HandOuts;
import io.shomei.escrow.KeptKeys;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Language;
import io.shomei.session.RecentProofs;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Links for many recipients at once, told in two files that go two ways: one has the links, the other the secrets. What either says is one
 * line of the history with all names.
 */
@ApplicationScoped
class HandOutLots {
    private final Bundles bundles;
    private final HandOuts handOuts;
    private final RecentProofs proofs;
    private final AuditLog audit;
    private final Ids ids;

    HandOutLots(Bundles bundles, HandOuts handOuts, RecentProofs proofs, AuditLog audit, Ids ids) {
        this.bundles = bundles;
        this.handOuts = handOuts;
        this.proofs = proofs;
        this.audit = audit;
        this.ids = ids;
    }

    /** @param deadline of the link that ends first */
    record Lot(UUID id, int links, Instant deadline) {}

    /** Makes a link for each certificate of a selection, all or none; the earlier link of each ends. */
    Lot make(Caller caller, List<String> certificates, Language language) {
        Bundles.Content content = bundles.selected(caller, certificates, language);
        return QuarkusTransaction.requiringNew().call(() -> {
            UUID lot = ids.next();
            List<HandOuts.Made> made = handOuts.makeLot(
                    caller,
                    content.names().stream().map(KeptKeys.Name::certificate).toList(),
                    lot);
            Instant deadline = made.stream()
                    .map(HandOuts.Made::deadline)
                    .min(Instant::compareTo)
                    .orElseThrow(() -> KEY_FILES_NOT_KEPT.because(""));
            audit.append(entry(caller, AuditOperation.HANDOUT_CREATE, made)
                    .with(Map.of("count", String.valueOf(made.size()), "deadline", deadline.toString())));
            return new Lot(lot, made.size(), deadline);
        });
    }

    /**
     * What of a lot still waits, for whoever made it.
     *
     * @param operation what is told of it
     */
    List<HandOuts.Made> tell(Caller caller, String lot, AuditOperation operation) {
        proofs.require(caller);
        List<HandOuts.Made> waiting =
                Ids.parse(lot).map(id -> handOuts.waiting(caller, id)).orElse(List.of());
        if (waiting.isEmpty()) {
            throw NOT_FOUND.because("");
        }
        audit.appendNow(entry(caller, operation, waiting).with(Map.of("count", String.valueOf(waiting.size()))));
        return waiting;
    }

    /** Common name and what is told of each, no headings. */
    static void write(List<HandOuts.Made> made, Function<HandOuts.Made, String> told, OutputStream out)
            throws IOException {
        CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (HandOuts.Made each : made) {
            csv.writeRecord(each.commonName(), told.apply(each));
        }
        csv.flush();
    }

    private static AuditEntry entry(Caller caller, AuditOperation operation, List<HandOuts.Made> made) {
        String names = made.stream().map(HandOuts.Made::commonName).collect(Collectors.joining(", "));
        return AuditEntry.done(caller.tenant(), operation, Actor.of(caller)).on(names, null);
    }
}
