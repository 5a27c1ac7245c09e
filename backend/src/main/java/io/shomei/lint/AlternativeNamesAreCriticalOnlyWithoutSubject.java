package io.shomei.lint;

import io.shomei.pki.Oids;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Critical when it is the only name; otherwise not, because old readers would refuse. */
@Singleton
final class AlternativeNamesAreCriticalOnlyWithoutSubject implements CertificateRule {

    @Override
    public String source() {
        return "RFC 5280 4.2.1.6";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        boolean empty = certificate.subject().isEmpty();
        return certificate
                .extension(Oids.SUBJECT_ALTERNATIVE_NAME)
                .map(extension -> require(extension.critical() == empty, "criticality does not follow the subject"))
                .orElseGet(() -> require(!empty, "neither subject nor alternative name"));
    }
}
