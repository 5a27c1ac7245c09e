package io.shomei.request;

import io.shomei.issuance.BlockedKeys;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Order;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.AttributeType;
import io.shomei.pki.KeyFingerprint;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From checked applications with CSRs to orders, and from conflicts back to errors. */
@ApplicationScoped
public class CsrOrders {
    private static final HexFormat HEX = HexFormat.of();

    private final Issuance issuance;
    private final BlockedKeys blockedKeys;
    private final Profiles profiles;

    CsrOrders(Issuance issuance, BlockedKeys blockedKeys, Profiles profiles) {
        this.issuance = issuance;
        this.blockedKeys = blockedKeys;
        this.profiles = profiles;
    }

    /** Where an order comes from in a file; null for a single request. */
    public record Origin(RequestFileId file, long line) {}

    public Order order(CertificateId id, CsrIssue application, @Nullable Origin origin, @Nullable Instant collectBy) {
        return new Order(
                id,
                profiles.get(application.profile()),
                application.subject(),
                application.names(),
                Order.Key.of(application.csr()),
                subscriber(application.subscriber()),
                null,
                origin == null ? null : origin.file(),
                origin == null ? null : origin.line(),
                collectBy);
    }

    /**
     * What the register has against applications, by their place in the list: a name or key that was used before, a key that
     * is blocked.
     *
     * @param names common names, null where one could not be read
     * @param keys fingerprints in hexadecimal, null where there is none
     */
    public List<List<RowError>> conflicts(
            TenantId tenant, CertificateKind kind, List<@Nullable String> names, List<@Nullable String> keys) {
        Set<String> usedNames = issuance.usedNames(tenant, kind, present(names));
        Set<String> usedKeys =
                issuance.usedKeys(present(keys).stream().map(HEX::parseHex).toList());
        Set<KeyFingerprint> blocked = blockedKeys.among(present(keys).stream()
                .flatMap(key -> KeyFingerprint.parse(key).stream())
                .toList());
        List<List<RowError>> errors = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            List<RowError> found = new ArrayList<>(2);
            String name = names.get(i);
            if (name != null && usedNames.contains(name)) {
                found.add(nameUsed(name));
            }
            String key = keys.get(i);
            if (key != null
                    && KeyFingerprint.parse(key).filter(blocked::contains).isPresent()) {
                found.add(keyBlocked());
            } else if (key != null && usedKeys.contains(key.toUpperCase(Locale.ROOT))) {
                found.add(keyUsed());
            }
            errors.add(List.copyOf(found));
        }
        return errors;
    }

    /** What to tell of an order that another one was faster than. */
    public static List<RowError> errorsOf(Outcome.Refused refused, CsrIssue application) {
        return refused.conflicts().stream()
                .map(conflict -> switch (conflict) {
                    case NAME_USED ->
                        nameUsed(application.subject().first(AttributeType.CN).orElse(""));
                    case KEY_USED -> keyUsed();
                    case KEY_BLOCKED -> keyBlocked();
                    case NO_LICENCE -> RowError.of(RequestField.ROW, RowErrorCode.NO_LICENCE);
                })
                .toList();
    }

    private static RowError nameUsed(String name) {
        return RowError.of(RequestField.SUBJECT_DN, RowErrorCode.DN_EXISTS, name);
    }

    private static RowError keyUsed() {
        return RowError.of(RequestField.CSR, RowErrorCode.KEY_USED);
    }

    private static RowError keyBlocked() {
        return RowError.of(RequestField.CSR, RowErrorCode.KEY_BLOCKED);
    }

    private static List<String> present(Collection<@Nullable String> values) {
        List<String> found = new ArrayList<>(values.size());
        for (String value : values) {
            if (value != null) {
                found.add(value);
            }
        }
        return found;
    }

    private static io.shomei.certificate.Subscriber subscriber(Subscriber subscriber) {
        return new io.shomei.certificate.Subscriber(
                subscriber.name(), subscriber.unit(), subscriber.email(), subscriber.software());
    }
}
