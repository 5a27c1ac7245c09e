package io.shomei.renewal;

import io.shomei.certificate.Holder;
import io.shomei.certificate.Subscriber;
import io.shomei.profile.CertificateKind;
import io.shomei.request.RegisteredSubject;
import io.shomei.request.RequestField;
import io.shomei.request.bulk.RevocationRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a request file for certificates that there are: what was applied for, with the serial number of the one that is renewed or
 * revoked. A renewal needs a new key, so the CSR is left empty for whoever makes it; so is the access PIN, which nobody is told twice.
 */
final class RenewalRows {
    private static final int SERVER_COLUMNS = 13;
    private static final int CLIENT_COLUMNS = 15;

    /** A file in which the holder collects the certificate alone, as the number stands in column 3. */
    private static final String P12_INDIVIDUAL = "1";

    private static final String NAME_LABEL = "dNSName=";

    private final RenewalFileOperation operation;
    private final RegisteredSubject registered;
    /** In lower case, as a file of requests is checked. */
    private final Set<String> takenFileNames = new HashSet<>();

    /**
     * @param registered what the subject of a renewal is to hold
     */
    RenewalRows(RenewalFileOperation operation, RegisteredSubject registered) {
        this.operation = operation;
        this.registered = registered;
    }

    /** The next row of the file. */
    List<String> of(RenewalDraft draft) {
        return switch (operation) {
            case RENEW -> renewal(draft);
            case REVOKE -> revocation(draft);
        };
    }

    private List<String> renewal(RenewalDraft draft) {
        Row row = new Row(draft);
        Renewal of = draft.of();
        row.set(RequestField.SUBJECT_DN, of.renewedDn(registered));
        row.set(RequestField.SERIAL, of.serial().decimal());
        row.set(RequestField.PROFILE, of.profile());
        row.set(RequestField.SUBSCRIBER_NAME, of.subscriber().name());
        row.set(RequestField.SUBSCRIBER_UNIT, of.subscriber().unit());
        row.set(RequestField.SUBSCRIBER_EMAIL, of.subscriber().email());
        switch (of.kind()) {
            case SERVER -> {
                row.set(RequestField.FQDN, of.commonName());
                row.set(RequestField.SOFTWARE, of.subscriber().software());
                row.set(RequestField.DNS_NAMES, dnsNames(draft));
            }
            case CODE_SIGNING -> row.set(RequestField.SOFTWARE, of.subscriber().software());
            case CLIENT, SMIME -> {
                row.set(RequestField.DELIVERY, row.stated(RequestField.DELIVERY).orElse(P12_INDIVIDUAL));
                row.set(
                        RequestField.P12_FILE_NAME,
                        numbered(row.stated(RequestField.P12_FILE_NAME).orElseGet(() -> fileName(of))));
                Holder holder = holder(draft);
                row.set(RequestField.HOLDER_NAME, holder.name());
                row.set(RequestField.HOLDER_UNIT, holder.unit());
                row.set(RequestField.HOLDER_EMAIL, holder.email());
            }
            case OFFICER, ADMINISTRATOR, USER, OPERATOR, PLATFORM -> throw withoutFile(of.kind());
        }
        return row.cells();
    }

    private static List<String> revocation(RenewalDraft draft) {
        Renewal of = draft.of();
        return RevocationRow.of(
                        of.kind(),
                        of.subjectDn(),
                        of.serial(),
                        of.subscriber().email(),
                        holder(draft).email())
                .orElseThrow(() -> withoutFile(of.kind()))
                .cells();
    }

    private static IllegalArgumentException withoutFile(CertificateKind kind) {
        return new IllegalArgumentException(kind + " has no request file");
    }

    /** Where none was registered, the certificate's name and whoever is responsible for it. */
    private static Holder holder(RenewalDraft draft) {
        Holder holder = draft.holder();
        if (holder != null) {
            return holder;
        }
        Subscriber subscriber = draft.of().subscriber();
        return new Holder(draft.of().commonName(), text(subscriber.unit()), text(subscriber.email()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The names beside the CN, which stands in them of itself. */
    private static String dnsNames(RenewalDraft draft) {
        List<String> further = draft.dnsNames().stream()
                .filter(name -> !name.equals(draft.of().commonName()))
                .map(NAME_LABEL::concat)
                .toList();
        return String.join(",", further);
    }

    /** A name that begins with a letter or digit; a CN without any has the serial number in its place. */
    private static String fileName(Renewal of) {
        String plain = of.commonName().replaceAll("[^A-Za-z0-9]+", "-").replaceFirst("^-", "");
        return cut(plain.isEmpty() ? of.serial().decimal() : plain, RequestField.P12_FILE_NAME.maxLength());
    }

    /** Files that were applied for one by one may have had the same name; in one file they may not. */
    private String numbered(String fileName) {
        String numbered = fileName;
        for (int number = 2; !takenFileNames.add(numbered.toLowerCase(Locale.ROOT)); number++) {
            String end = "-" + number;
            numbered = cut(fileName, RequestField.P12_FILE_NAME.maxLength() - end.length()) + end;
        }
        return numbered;
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    /** A row as it is being filled. */
    private static final class Row {
        private final List<String> cells;
        private final RenewalDraft draft;

        Row(RenewalDraft draft) {
            this.draft = draft;
            boolean client =
                    draft.of().kind() == CertificateKind.CLIENT || draft.of().kind() == CertificateKind.SMIME;
            this.cells = new ArrayList<>(Collections.nCopies(client ? CLIENT_COLUMNS : SERVER_COLUMNS, ""));
        }

        void set(RequestField field, @Nullable String value) {
            cells.set(field.column() - 1, text(value));
        }

        /** What was stated in the application. */
        Optional<String> stated(RequestField field) {
            int index = field.column() - 1;
            return draft.cells().size() == cells.size()
                    ? Optional.of(draft.cells().get(index)).filter(stated -> !stated.isEmpty())
                    : Optional.empty();
        }

        List<String> cells() {
            return List.copyOf(cells);
        }
    }
}
