package io.shomei.lint;

import io.shomei.pki.Oids;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Stream;

/** Key identifiers, CRLDP and AIA help; nobody may fail for them. */
@Singleton
final class LocatorsAreNotCritical implements CertificateRule {
    private static final Set<String> NEVER_CRITICAL = Set.of(
            Oids.AUTHORITY_KEY_IDENTIFIER,
            Oids.SUBJECT_KEY_IDENTIFIER,
            Oids.CRL_DISTRIBUTION_POINTS,
            Oids.FRESHEST_CRL,
            Oids.AUTHORITY_INFORMATION_ACCESS);

    @Override
    public String source() {
        return "RFC 5280 4.2.1.1, 4.2.1.2, 4.2.1.13, 4.2.2.1";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return certificate.tbs().extensions().stream()
                .filter(extension -> extension.critical() && NEVER_CRITICAL.contains(extension.oid()))
                .flatMap(extension -> finding("extension %s is critical", extension.oid()));
    }
}
