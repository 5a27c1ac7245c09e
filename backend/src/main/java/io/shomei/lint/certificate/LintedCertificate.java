package io.shomei.lint.certificate;

import io.shomei.lint.Finding;
import io.shomei.lint.Linter;
import io.shomei.lint.Rule;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.UnsignedCertificate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Proof that a certificate passed every rule, for the issuer it was checked for. What signs takes nothing else. */
public final class LintedCertificate {
    private static final Map<Programme, Linter<CertificateTarget>> LINTERS = new EnumMap<>(Programme.class);

    static {
        for (Programme programme : Programme.values()) {
            LINTERS.put(programme, new Linter<>(CertificateRules.of(programme)));
        }
    }

    private final UnsignedCertificate certificate;
    private final Optional<CertificateDer> issuer;

    private LintedCertificate(UnsignedCertificate certificate, Optional<CertificateDer> issuer) {
        this.certificate = certificate;
        this.issuer = issuer;
    }

    /** Refuses with {@code LINT_FAILED}, naming every finding. */
    public static LintedCertificate check(UnsignedCertificate certificate, CertificateDer issuer, Programme programme) {
        linter(programme).require(() -> CertificateTarget.of(certificate, issuer, programme));
        return new LintedCertificate(certificate, Optional.of(issuer));
    }

    /** As {@link #check}, for a certificate that its own key signs. */
    public static LintedCertificate checkRoot(UnsignedCertificate certificate, Programme programme) {
        linter(programme).require(() -> CertificateTarget.ofRoot(certificate, programme));
        return new LintedCertificate(certificate, Optional.empty());
    }

    /** What the rules find, for those who only want to know: it proves nothing, and nothing is signed for it. */
    public static List<Finding> findings(UnsignedCertificate certificate, CertificateDer issuer, Programme programme) {
        return linter(programme).check(() -> CertificateTarget.of(certificate, issuer, programme));
    }

    public UnsignedCertificate certificate() {
        return certificate;
    }

    /** The rules that are asked under a programme. */
    public static List<? extends Rule<?>> rules(Programme programme) {
        return linter(programme).rules();
    }

    /** Whose key signs it; empty where it is its own. */
    public Optional<CertificateDer> issuer() {
        return issuer;
    }

    static Linter<CertificateTarget> linter(Programme programme) {
        return Objects.requireNonNull(LINTERS.get(programme));
    }
}
