package io.shomei.revocation.bulk;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what lines name, in the register of the caller's tenant; for an operator in those of all. */
@ApplicationScoped
class NamedCertificates {
    /** Lines that are looked up together; of the certificates found no more than these are in memory. */
    private static final int CHUNK = 1_000;

    private final CertificateRegister register;

    NamedCertificates(CertificateRegister register) {
        this.register = register;
    }

    List<BulkRevocationLine> ofIds(Caller caller, List<String> given, LineCheck check) {
        List<BulkRevocationLine> lines = new ArrayList<>(given.size());
        for (int from = 0; from < given.size(); from += CHUNK) {
            List<String> chunk = given.subList(from, Math.min(given.size(), from + CHUNK));
            List<CertificateId> ids = chunk.stream()
                    .flatMap(text -> CertificateId.parse(text).stream())
                    .distinct()
                    .toList();
            Map<CertificateId, Certificate> found =
                    find(caller, ids).stream().collect(Collectors.toMap(Certificate::id, Function.identity()));
            for (String text : chunk) {
                Certificate certificate =
                        CertificateId.parse(text).map(found::get).orElse(null);
                lines.add(check.ofId(lines.size() + 1L, text, certificate));
            }
        }
        return lines;
    }

    List<BulkRevocationLine> ofNames(Caller caller, List<NameList.Entry> entries, LineCheck check) {
        List<BulkRevocationLine> lines = new ArrayList<>(entries.size());
        for (int from = 0; from < entries.size(); from += CHUNK) {
            List<NameList.Entry> chunk = entries.subList(from, Math.min(entries.size(), from + CHUNK));
            // Host names are registered in lower case, however people write them.
            Set<String> names = new HashSet<>();
            chunk.forEach(entry -> {
                names.add(entry.name());
                names.add(entry.name().toLowerCase(Locale.ROOT));
            });
            Map<String, List<Certificate>> found =
                    named(caller, names).stream().collect(Collectors.groupingBy(Certificate::commonName));
            for (NameList.Entry entry : chunk) {
                List<Certificate> exact = found.getOrDefault(entry.name(), List.of());
                List<Certificate> meant =
                        exact.isEmpty() ? found.getOrDefault(entry.name().toLowerCase(Locale.ROOT), List.of()) : exact;
                lines.addAll(check.ofName(entry.line(), entry.name(), meant));
            }
        }
        return lines;
    }

    /** The certificates of lines that are shown. */
    Map<CertificateId, Certificate> ofLines(Caller caller, List<BulkRevocationLine> lines) {
        List<CertificateId> ids = lines.stream()
                .map(BulkRevocationLine::target)
                .filter(Objects::nonNull)
                .map(BulkRevocationLine.Target::certificate)
                .toList();
        return find(caller, ids).stream().collect(Collectors.toMap(Certificate::id, Function.identity()));
    }

    private List<Certificate> find(Caller caller, Collection<CertificateId> ids) {
        return caller.role() == Role.OPERATOR ? register.everyonesWithIds(ids) : register.withIds(caller.tenant(), ids);
    }

    private List<Certificate> named(Caller caller, Set<String> names) {
        return caller.role() == Role.OPERATOR ? register.everyonesNamed(names) : register.named(caller.tenant(), names);
    }
}
