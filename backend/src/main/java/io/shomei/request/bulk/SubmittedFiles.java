package io.shomei.request.bulk;

import io.shomei.kernel.Caller;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.Digests;
import io.shomei.pki.SerialNumber;
import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.request.Subscriber;
import io.shomei.text.TabbedFile;
import io.shomei.text.TabbedFileLimits;
import io.shomei.text.TabbedLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Files that did not come as an officer's upload: what a check finds in them, and taking one over under an officer's name. */
@ApplicationScoped
public class SubmittedFiles {
    /** How long a transaction may last that checks a file. */
    public static final int TIMEOUT_SECONDS = RequestFileChecks.TIMEOUT_SECONDS;

    /** No file has more. */
    private static final int MOST_ROWS = 10_000;

    private final RequestFileChecks checks;
    private final RequestFiles files;
    private final CsrRows csrRows;

    SubmittedFiles(RequestFileChecks checks, RequestFiles files, CsrRows csrRows) {
        this.checks = checks;
        this.files = files;
        this.csrRows = csrRows;
    }

    /** A file, as it was handed in. */
    public record Source(RequestFileKind kind, RequestFileOperation operation, String fileName, byte[] content) {
        /** Files may hold secrets. */
        @Override
        public String toString() {
            return kind + " " + operation + " " + fileName;
        }
    }

    /**
     * What a check found.
     *
     * @param codes how many rows have which error, by the error's number
     */
    public record Found(String encoding, long rows, long refused, Map<String, Long> codes, List<FoundRow> lines) {
        public Found {
            codes = Map.copyOf(codes);
            lines = List.copyOf(lines);
        }
    }

    /** A row and what is wrong with it; no secret can be read of it. */
    public static final class FoundRow {
        private final CheckedRow row;

        FoundRow(CheckedRow row) {
            this.row = row;
        }

        public long line() {
            return row.line();
        }

        public List<RowError> errors() {
            return row.errors();
        }

        /** The value of a field; empty where the row has no such column, or it is secret. */
        public String value(RequestField field) {
            return field.isSecret() ? "" : row.value(field);
        }

        /** Names beside the CN; none where the file has no such column. */
        public List<String> dnsNames() {
            return StatedNames.in(row.value(RequestField.DNS_NAMES));
        }

        /** The beginning of the value that was refused. */
        public String refusedValue(RowError error) {
            return row.refusedValue(error);
        }
    }

    /**
     * How far a file has come.
     *
     * @param over whether nothing more becomes of it
     */
    public record Stage(String state, boolean over, long accepted, long done, long failed) {}

    /** A file with one row, for a certificate request and what was stated beside it. */
    public Source ofCsr(
            TenantId tenant, RequestFileKind kind, String csr, Subscriber subscriber, List<String> dnsNames) {
        return new Source(
                kind, RequestFileOperation.ISSUE, "request.tsv", csrRows.file(tenant, kind, csr, subscriber, dnsNames));
    }

    /**
     * A certificate that is renewed with a new key.
     *
     * @param commonName of the certificate, and of its successor
     * @param profile of the certificate
     * @param dnsNames names beside the CN
     */
    public record Renewal(
            SerialNumber serial,
            String commonName,
            String profile,
            String csr,
            Subscriber subscriber,
            List<String> dnsNames) {
        public Renewal {
            dnsNames = List.copyOf(dnsNames);
        }
    }

    /** A file with a row for each renewal, in their order. */
    public Source ofRenewals(TenantId tenant, RequestFileKind kind, List<Renewal> renewals) {
        return new Source(kind, RequestFileOperation.RENEW, "renewal.tsv", csrRows.file(tenant, kind, renewals));
    }

    /**
     * Checks as an upload is checked; nothing is stored.
     *
     * @throws io.shomei.kernel.ProblemException a {@link RequestFileProblem} where it cannot be read as a file
     */
    public Found check(TenantId tenant, Source source, int maxRows) {
        RequestFileChecks.Preview found = stored(source, Set.of(), upload -> checks.preview(tenant, upload, maxRows));
        return new Found(
                found.encoding().label(),
                found.rows().size(),
                found.refused(),
                found.codes(),
                found.rows().stream().map(FoundRow::new).toList());
    }

    /**
     * Checks it under an officer's name, keeps it and confirms it for the officer, all in the running transaction.
     *
     * @param without lines that are left out of it
     * @param confirmed the review items that were affirmed
     */
    public RequestFileId confirm(Caller caller, Source source, Set<Long> without, List<String> confirmed) {
        RequestFileId file = stored(source, without, upload -> checks.checkNow(caller, upload))
                .id();
        files.submit(caller, file.toString(), confirmed);
        return file;
    }

    /** How far these files have come. */
    public Map<RequestFileId, Stage> stages(TenantId tenant, List<RequestFileId> ids) {
        return files.find(tenant, ids).stream()
                .collect(Collectors.toMap(
                        RequestFile::id,
                        file -> new Stage(
                                file.state().name(),
                                file.state().isFinal(),
                                file.accepted(),
                                file.done(),
                                file.failed())));
    }

    /** What each line is about, in the order of the file: its DN, without a look at anything else. */
    public Map<Long, String> names(Source source) {
        RequestFileFormat format = RequestFileFormat.of(source.kind(), source.operation());
        return stored(source, Set.of(), upload -> {
            try (TabbedFile file =
                    RequestFileReader.open(upload.content(), upload.fileName(), TabbedFileLimits.ofRows(MOST_ROWS))) {
                return file.read(MOST_ROWS).stream()
                        .collect(Collectors.toMap(
                                TabbedLine::number,
                                line -> RowSecrets.shown(format, line.cells()).getFirst(),
                                (first, again) -> first,
                                LinkedHashMap::new));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private static <T> T stored(Source source, Set<Long> without, Function<RequestFileChecks.Upload, T> work) {
        try {
            Path file = Files.createTempFile("submission", ".tsv");
            try {
                Files.write(file, source.content());
                return work.apply(new RequestFileChecks.Upload(
                        source.kind(),
                        source.operation(),
                        RequestFile.OnError.ABORT,
                        file,
                        source.fileName(),
                        HexFormat.of().withUpperCase().formatHex(Digests.sha256(source.content())),
                        without));
            } finally {
                Files.delete(file);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
