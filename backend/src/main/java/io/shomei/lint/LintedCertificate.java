package io.shomei.lint;

import io.shomei.pki.UnsignedCertificate;
import java.util.List;
import java.util.stream.Collectors;

/** Proof that a certificate passed every rule. What signs takes nothing else. */
public final class LintedCertificate {
    private final UnsignedCertificate certificate;

    private LintedCertificate(UnsignedCertificate certificate) {
        this.certificate = certificate;
    }

    /** Refuses with {@link LintProblem#LINT_FAILED}, naming every finding. */
    public static LintedCertificate check(UnsignedCertificate certificate, Linter linter) {
        List<Finding> findings = linter.check(certificate);
        if (!findings.isEmpty()) {
            throw LintProblem.LINT_FAILED.because(
                    "%s", findings.stream().map(Finding::toString).collect(Collectors.joining("; ")));
        }
        return new LintedCertificate(certificate);
    }

    public UnsignedCertificate certificate() {
        return certificate;
    }
}
