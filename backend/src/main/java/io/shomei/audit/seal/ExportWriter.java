package io.shomei.audit.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shomei.audit.SealedEvent;
import io.shomei.audit.seal.MerkleTree.Subtree;
import io.shomei.pki.CertificateDer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;

/**
 * An export that proves itself (docs/operations/audit.md): the signed text, what it is verified by, an empty line, and then the leaves of
 * the tree from the first to the last. An event stands there as it was sealed; in place of leaves that are not shown stand the hashes of
 * the fewest subtrees that have them.
 */
final class ExportWriter {
    private final OutputStream out;
    private final Seal seal;
    private final MerkleTree tree;
    private long next;

    ExportWriter(OutputStream out, Seal seal, MerkleTree tree) {
        this.out = out;
        this.seal = seal;
        this.tree = tree;
        begin();
    }

    void event(SealedEvent event) {
        hide(event.position());
        write("event ".getBytes(UTF_8));
        write(EventText.octets(event.event()));
        write(new byte[] {'\n'});
        next = event.position() + 1;
    }

    void end() {
        hide(seal.head().size());
    }

    private void begin() {
        write(seal.text().getBytes(UTF_8));
        line("signature", seal.signature());
        for (CertificateDer certificate : seal.certificates()) {
            line("certificate", certificate.encoded());
        }
        byte[] timeStamp = seal.timeStamp();
        if (timeStamp != null) {
            line("time-stamp", timeStamp);
        }
        write(new byte[] {'\n'});
    }

    private void hide(long until) {
        for (Subtree hidden : MerkleTree.subtrees(next, until)) {
            line("hidden " + hidden.level(), tree.hash(hidden));
        }
    }

    private void line(String word, byte[] octets) {
        write((word + ' ' + Base64.getEncoder().encodeToString(octets) + '\n').getBytes(UTF_8));
    }

    private void write(byte[] octets) {
        try {
            out.write(octets);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
