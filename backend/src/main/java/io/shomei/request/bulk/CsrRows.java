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
import org.jspecify.annotations.Nullable;

/**
 * Writes the row of a request file for somebody who has a certificate request and no file: the DN is the request's CN among the registered
 * values, the profile the first permitted one that takes the key.
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
        CertificateKind certificates = switch (kind) {
            case SERVER -> CertificateKind.SERVER;
            case CODE_SIGNING -> CertificateKind.CODE_SIGNING;
            // Keys of the others are not their applicants' to make.
            case CLIENT, SUBSCRIBER -> throw REQUEST_FILE_OPERATION_UNKNOWN.because("%s", kind);
        };
        boolean server = kind == RequestFileKind.SERVER;
        String base64 = CsrApplication.base64(csr);
        CsrCheck found = CsrCheck.ofBase64(base64, EnumSet.allOf(KeySpec.class));
        String commonName = commonName(found);
        String host = commonName == null || !server ? "" : commonName.toLowerCase(Locale.ROOT);
        List<String> cells = new ArrayList<>(Collections.nCopies(RequestFileColumns.SERVER_LAYOUT.size(), ""));
        put(cells, RequestField.SUBJECT_DN, commonName == null ? "" : subject(tenant, commonName));
        put(cells, RequestField.PROFILE, profile(tenant, certificates, found));
        put(cells, RequestField.CSR, base64);
        put(cells, RequestField.SUBSCRIBER_NAME, subscriber.name());
        put(cells, RequestField.SUBSCRIBER_UNIT, subscriber.unit());
        put(cells, RequestField.SUBSCRIBER_EMAIL, subscriber.email());
        put(cells, RequestField.FQDN, host);
        put(cells, RequestField.SOFTWARE, subscriber.software());
        put(
                cells,
                RequestField.DNS_NAMES,
                dnsNames.stream().map(name -> "dNSName=" + name).collect(Collectors.joining(",")));
        return (String.join("\t", cells) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private String subject(TenantId tenant, String commonName) {
        return RegisteredSubject.of(tenants.recent(tenant)).named(commonName).text();
    }

    /** The first that takes the key; where none does, the first, so that the check says which keys it takes. */
    private String profile(TenantId tenant, CertificateKind kind, CsrCheck csr) {
        List<Profile> permitted = policies.of(tenant).profiles().permitted().stream()
                .map(profiles::get)
                .filter(profile -> profile.kind() == kind)
                .sorted(Comparator.comparing(Profile::id))
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
