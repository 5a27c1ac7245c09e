package io.shomei.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** The history for programs: one event in each line. */
final class AuditJsonLines implements AuditExport {
    private final SequenceWriter out;
    private final Function<AuditEventView, ?> shown;

    /**
     * @param shown an event as the contract has it
     */
    AuditJsonLines(OutputStream out, ObjectMapper json, Function<AuditEventView, ?> shown) throws IOException {
        this.out = json.writer().withRootValueSeparator("\n").writeValues(out);
        this.shown = shown;
    }

    @Override
    public void event(AuditEventView event) {
        try {
            out.write(shown.apply(event));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
