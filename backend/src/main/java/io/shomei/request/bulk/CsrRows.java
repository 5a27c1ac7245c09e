package io.shomei.request.bulk;

import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_OPERATION_UNKNOWN;

import io.shomei.kernel.TenantId;
import io.shomei.pki.AttributeType;
import io.shomei.pki.CsrCheck;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.policy.Policies;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import io.shomei.request.CsrApplication;
import io.shomei.request.RegisteredSubject;
import io.shomei.request.RequestField;
import io.shomei.request.Subscriber;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a request file for somebody who has certificate requests and no file: the DN is the CN, of the request or of the
 * certificate that is renewed, among the registered values; the profile is the first permitted one that takes the key, and that of the
 * earlier certificate before all others.
 */
@ApplicationScoped
class CsrRows {
    private final Tenants tenants;
    private final Policies policies;
    private final Profiles profiles;

    CsrRows(Tenants tenants, Policies policies, Profiles profiles) {
        this.tenants = tenants;
        this.policies = policies;
        this.profiles = profiles;
    }

    byte[] file(TenantId tenant, RequestFileKind kind, String csr, Subscriber subscriber, List<String> dnsNames) {
        CertificateKind certificates = certificates(kind);
        String base64 = CsrApplication.base64(csr);
        CsrCheck found = check(base64);
        List<String> cells = row(tenant, certificates, commonName(found), base64, subscriber, dnsNames);
        put(cells, RequestField.PROFILE, profile(tenant, certificates, found, null));
        return file(Stream.of(cells));
    }

    byte[] file(TenantId tenant, RequestFileKind kind, List<SubmittedFiles.Renewal> renewals) {
        CertificateKind certificates = certificates(kind);
        return file(renewals.stream().map(renewal -> {
            String base64 = CsrApplication.base64(renewal.csr());
            List<String> cells =
                    row(tenant, certificates, renewal.commonName(), base64, renewal.subscriber(), renewal.dnsNames());
            put(cells, RequestField.PROFILE, profile(tenant, certificates, check(base64), renewal.profile()));
            put(cells, RequestField.SERIAL, renewal.serial().decimal());
            return cells;
        }));
    }

    private static CertificateKind certificates(RequestFileKind kind) {
        return kind.byCsr().orElseThrow(() -> REQUEST_FILE_OPERATION_UNKNOWN.because("%s", kind));
    }

    private static CsrCheck check(String base64) {
        return CsrCheck.ofBase64(base64, EnumSet.allOf(KeySpec.class));
    }

    /** All but the profile. */
    private List<String> row(
            TenantId tenant,
            CertificateKind kind,
            @Nullable String commonName,
            String csr,
            Subscriber subscriber,
            List<String> dnsNames) {
        boolean server = kind == CertificateKind.SERVER;
        String host = commonName == null || !server ? "" : commonName.toLowerCase(Locale.ROOT);
        List<String> cells = new ArrayList<>(Collections.nCopies(RequestFileColumns.SERVER_LAYOUT.size(), ""));
        put(cells, RequestField.SUBJECT_DN, commonName == null ? "" : subject(tenant, commonName));
        put(cells, RequestField.CSR, csr);
        put(cells, RequestField.SUBSCRIBER_NAME, subscriber.name());
        put(cells, RequestField.SUBSCRIBER_UNIT, subscriber.unit());
        put(cells, RequestField.SUBSCRIBER_EMAIL, subscriber.email());
        put(cells, RequestField.FQDN, host);
        put(cells, RequestField.SOFTWARE, subscriber.software());
        put(
                cells,
                RequestField.DNS_NAMES,
                dnsNames.stream().map(name -> StatedNames.LABEL + name).collect(Collectors.joining(",")));
        return cells;
    }

    private static byte[] file(Stream<List<String>> rows) {
        return rows.map(cells -> String.join("\t", cells) + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private String subject(TenantId tenant, String commonName) {
        return RegisteredSubject.of(tenants.recent(tenant)).named(commonName).text();
    }

    /**
     * The first that takes the key; where none does, the first, so that the check says which keys it takes.
     *
     * @param earlier comes before all others
     */
    private String profile(TenantId tenant, CertificateKind kind, CsrCheck csr, @Nullable String earlier) {
        List<Profile> permitted = policies.of(tenant).profiles().permitted().stream()
                .map(profiles::get)
                .filter(profile -> profile.kind() == kind)
                .sorted(Comparator.comparing((Profile profile) -> !profile.id().equals(earlier))
                        .thenComparing(Profile::id))
                .toList();
        return permitted.stream()
                .filter(profile ->
                        csr instanceof CsrCheck.Good(var good) && profile.keys().contains(good.keySpec()))
                .findFirst()
                .or(() -> permitted.stream().findFirst())
                .map(Profile::id)
                .orElse("");
    }

    private static @Nullable String commonName(CsrCheck csr) {
        DistinguishedName subject = switch (csr) {
            case CsrCheck.Good(var good) -> good.subject();
            case CsrCheck.Bad bad -> bad.subject();
        };
        return subject == null ? null : subject.first(AttributeType.CN).orElse(null);
    }

    private static void put(List<String> cells, RequestField field, String value) {
        cells.set(field.column() - 1, value);
    }
}
