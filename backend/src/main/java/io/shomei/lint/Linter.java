package io.shomei.lint;

import io.quarkus.arc.All;
import io.shomei.pki.DerException;
import io.shomei.pki.UnsignedCertificate;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Applies every rule to a certificate that is about to be signed. */
@Singleton
public class Linter {
    private final List<CertificateRule> rules;

    @Inject
    public Linter(@All List<CertificateRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** All rules without a container, for tests and tools. */
    public static Linter standard() {
        return new Linter(StandardRules.all());
    }

    public List<Finding> check(UnsignedCertificate certificate) {
        LintTarget target;
        try {
            target = LintTarget.of(certificate);
        } catch (DerException e) {
            return List.of(new Finding("CertificateIsDer", "RFC 5280 4.1", String.valueOf(e.getMessage())));
        }
        return rules.stream().flatMap(rule -> rule.check(target)).toList();
    }

    List<CertificateRule> rules() {
        return rules;
    }
}
