package io.shomei.status.crl;

import io.shomei.certificate.CrlScope;
import io.shomei.certificate.Positions;
import io.shomei.certificate.RevokedCertificate;
import io.shomei.certificate.RevokedCertificates;
import io.shomei.pki.CrlEntries;
import io.shomei.pki.CrlEntryWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The entries of full lists, kept encoded in pieces: what is added goes into the last piece, and only the pieces from which
 * something is taken are written anew. Whoever changes them holds the lock of the scope.
 */
@ApplicationScoped
class CrlSegments {
    /** Entries of a full segment: some eighty thousand octets. */
    static final int FULL = 2_048;

    private final CrlSegmentRepository repository;
    private final RevokedCertificates revoked;

    CrlSegments(CrlSegmentRepository repository, RevokedCertificates revoked) {
        this.repository = repository;
        this.revoked = revoked;
    }

    /**
     * Encodes anew everything that has to be listed at a moment.
     *
     * @param told the position up to which all lists together tell
     * @param added what is listed for the first time or in another way; null for whatever waits now
     * @return the positions of what was waiting and is listed with this
     */
    Positions rebuild(CrlScope scope, Instant at, long told, @Nullable Positions added) {
        repository.clear(scope);
        Packing packing = new Packing(scope, new CrlSegment(0, 0, new byte[0]));
        Positions seen = revoked.forEach(scope, at, told, added, packing::add);
        packing.finish();
        return seen;
    }

    /** Takes entries out, and adds others behind what is left. */
    void update(CrlScope scope, Set<String> gone, List<RevokedCertificate> added) {
        if (!gone.isEmpty()) {
            repository.forEach(scope, segment -> takeOut(scope, segment, gone));
        }
        if (!added.isEmpty()) {
            Optional<CrlSegment> last = repository.last(scope);
            int next = last.map(segment -> segment.position() + 1).orElse(0);
            Packing packing = new Packing(
                    scope,
                    last.filter(segment -> segment.entries() < FULL).orElse(new CrlSegment(next, 0, new byte[0])));
            added.forEach(packing::add);
            packing.finish();
        }
    }

    /** The entries as they are now. */
    CrlEntries entries(CrlScope scope) {
        CrlSegmentRepository.Size size = repository.size(scope);
        return new CrlEntries() {
            @Override
            public long count() {
                return size.entries();
            }

            @Override
            public long length() {
                return size.octets();
            }

            @Override
            public void forEach(Consumer<byte[]> pieces) {
                repository.forEach(scope, segment -> pieces.accept(segment.der()));
            }
        };
    }

    /** Entries that are few enough to be held. */
    static CrlEntries held(List<RevokedCertificate> entries) {
        CrlEntryWriter writer = new CrlEntryWriter(entries.size());
        entries.forEach(each -> write(writer, each));
        return CrlEntries.of(writer.take(), entries.size());
    }

    private void takeOut(CrlScope scope, CrlSegment segment, Set<String> gone) {
        CrlSegment left = segment.without(gone);
        if (left.entries() == 0) {
            repository.remove(scope, segment);
        } else if (left.entries() < segment.entries()) {
            repository.put(scope, left);
        }
    }

    private static void write(CrlEntryWriter writer, RevokedCertificate entry) {
        writer.add(HexFormat.of().parseHex(entry.serial()), entry.revokedAt(), entry.reason(), entry.invalidityDate());
    }

    /** Fills one segment after the other. */
    private final class Packing {
        private final CrlScope scope;
        private final CrlEntryWriter writer = new CrlEntryWriter(FULL);
        private CrlSegment begun;

        Packing(CrlScope scope, CrlSegment begun) {
            this.scope = scope;
            this.begun = begun;
        }

        void add(RevokedCertificate entry) {
            write(writer, entry);
            if (begun.entries() + writer.count() == FULL) {
                finish();
                begun = new CrlSegment(begun.position() + 1, 0, new byte[0]);
            }
        }

        void finish() {
            int added = writer.count();
            if (added > 0) {
                byte[] before = begun.der();
                byte[] more = writer.take();
                byte[] together = Arrays.copyOf(before, before.length + more.length);
                System.arraycopy(more, 0, together, before.length, more.length);
                repository.put(scope, new CrlSegment(begun.position(), begun.entries() + added, together));
            }
        }
    }
}
