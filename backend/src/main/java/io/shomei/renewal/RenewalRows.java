package io.shomei.renewal;

import io.shomei.certificate.Holder;
import io.shomei.certificate.Subscriber;
import io.shomei.profile.CertificateKind;
import io.shomei.request.RegisteredSubject;
import io.shomei.request.RequestField;
import io.shomei.request.bulk.RevocationRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of request files for certificates that there are: what was applied for, with the serial number of the one that is renewed or
 * revoked. A renewal needs a new key, so the CSR is left empty for whoever makes it; so is the access PIN, which nobody is told twice.
 */
final class RenewalRows {
    private static final int SERVER_COLUMNS = 13;
    private static final int CLIENT_COLUMNS = 15;

    /** A file in which the holder collects the certificate alone, as the number stands in column 3. */
    private static final String P12_INDIVIDUAL = "1";

    private static final String NAME_LABEL = "dNSName=";

    private RenewalRows() {}

    /** @param registered what the subject of a renewal is to hold */
    static List<String> of(RenewalFileOperation operation, RenewalDraft draft, RegisteredSubject registered) {
        return switch (operation) {
            case RENEW -> renewal(draft, registered);
            case REVOKE -> revocation(draft);
        };
    }

    private static List<String> renewal(RenewalDraft draft, RegisteredSubject registered) {
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
                row.keep(RequestField.DELIVERY, P12_INDIVIDUAL);
                row.keep(RequestField.P12_FILE_NAME, fileName(of.commonName()));
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

    private static String fileName(String commonName) {
        String plain = commonName.replaceAll("[^A-Za-z0-9-]+", "-");
        return plain.substring(0, Math.min(plain.length(), RequestField.P12_FILE_NAME.maxLength()));
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

        /** What was stated in the application, or something in its place. */
        void keep(RequestField field, String otherwise) {
            int index = field.column() - 1;
            String stated = draft.cells().size() == cells.size() ? draft.cells().get(index) : "";
            set(field, stated.isEmpty() ? otherwise : stated);
        }

        List<String> cells() {
            return List.copyOf(cells);
        }
    }
}
