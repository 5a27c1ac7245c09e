package io.shomei.issuance;

import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.profile.CertificateKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that a tenant uses once, for certificates that will be issued later than they are promised. */
@ApplicationScoped
public class SubjectNames {
    private final SubjectNameRepository repository;

    SubjectNames(SubjectNameRepository repository) {
        this.repository = repository;
    }

    /**
     * What tells a subject from the tenant's others of the same kind: the CN, and for persons, who may have a namesake, the OUs beside
     * it. Names of persons are compared without regard to case (X.520 caseIgnoreMatch).
     */
    public static String of(CertificateKind kind, DistinguishedName subject) {
        String commonName = subject.first(AttributeType.CN).orElse("");
        return switch (kind) {
            case CLIENT, SMIME ->
                Stream.concat(Stream.of(commonName), subject.all(AttributeType.OU).stream())
                        .collect(Collectors.joining(",OU="))
                        .toLowerCase(Locale.ROOT);
            case SERVER, CODE_SIGNING, OFFICER, ADMINISTRATOR, USER, OPERATOR, PLATFORM -> commonName;
        };
    }

    /**
     * Takes names in the running transaction. The order that is carried out later under the same id finds its name taken by itself.
     *
     * @return those whose name was taken before by another certificate
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<CertificateId> reserve(TenantId tenant, CertificateKind kind, Map<CertificateId, String> names) {
        return names.isEmpty() ? Set.of() : repository.reserve(tenant, kind, names);
    }

    /** Gives back names for which nothing was issued, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void release(TenantId tenant, Collection<CertificateId> certificates) {
        repository.release(tenant, certificates);
    }
}
