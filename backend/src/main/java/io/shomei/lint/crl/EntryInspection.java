package io.shomei.lint.crl;

import io.shomei.lint.Finding;
import io.shomei.lint.Linter;
import io.shomei.pki.CrlEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks at the entries of one list as they go by. */
final class EntryInspection implements Consumer<CrlEntry> {
    /** The first ones say what is wrong; a million times the same says no more. */
    private static final int ENOUGH = 10;

    private final Linter<CrlEntry> linter;
    private final SerialSet serials;
    private final List<Finding> findings = new ArrayList<>();
    private long repeated;
    private long removals;

    /**
     * @param expected how many entries there will be, as far as that is known
     */
    EntryInspection(Linter<CrlEntry> linter, long expected) {
        this.linter = linter;
        this.serials = new SerialSet(expected);
    }

    @Override
    public void accept(CrlEntry entry) {
        if (!serials.add(entry.serial())) {
            repeated++;
        }
        if (EntryReason.of(entry).equals(Optional.of(EntryReason.REMOVE_FROM_CRL))) {
            removals++;
        }
        if (findings.size() < ENOUGH) {
            findings.addAll(linter.check(() -> entry));
        }
    }

    List<Finding> findings() {
        return findings;
    }

    long repeated() {
        return repeated;
    }

    long removals() {
        return removals;
    }
}
