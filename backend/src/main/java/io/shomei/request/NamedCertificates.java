package io.shomei.request;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.kernel.TenantId;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the certificates that applications name: to renew them, to revoke them, to change who is responsible. */
@ApplicationScoped
public class NamedCertificates {
    private final CertificateRegister register;

    NamedCertificates(CertificateRegister register) {
        this.register = register;
    }

    /** What a name leads to. */
    public sealed interface Found {
        record Present(Certificate certificate) implements Found {}

        /** There is no such certificate, or it is somebody else's. */
        record Absent(RowError error) implements Found {}
    }

    /** Looks for certificates of these kinds among the tenant's: what each of the names leads to. */
    public Map<CertificateName, Found> find(TenantId tenant, Set<CertificateKind> kinds, List<CertificateName> names) {
        Map<SerialNumber, List<Certificate>> bySerial =
                register
                        .withSerials(
                                tenant,
                                kinds,
                                names.stream().map(CertificateName::serial).toList())
                        .stream()
                        .collect(Collectors.groupingBy(Certificate::serial));
        Map<CertificateName, Found> found = new HashMap<>();
        names.forEach(name -> found.put(name, found(name, bySerial.getOrDefault(name.serial(), List.of()))));
        return found;
    }

    private static Found found(CertificateName name, List<Certificate> certificates) {
        String serial = name.serial().decimal();
        if (certificates.isEmpty()) {
            return new Found.Absent(RowError.of(RequestField.SERIAL, RowErrorCode.SERIAL_UNKNOWN, serial));
        }
        NamedSubject subject = name.subject();
        return certificates.stream()
                .filter(each -> subject == null || subject.isOf(each))
                .findFirst()
                .<Found>map(Found.Present::new)
                .orElseGet(() ->
                        new Found.Absent(ofOther(serial, Objects.requireNonNull(subject), certificates.getFirst())));
    }

    /** Both subjects in full: they may differ at their ends. Neither is longer than its column. */
    private static RowError ofOther(String serial, NamedSubject subject, Certificate certificate) {
        return new RowError(
                RequestField.SERIAL,
                RowErrorCode.SERIAL_OF_OTHER,
                List.of(serial, subject.textOf(certificate), subject.text()));
    }
}
