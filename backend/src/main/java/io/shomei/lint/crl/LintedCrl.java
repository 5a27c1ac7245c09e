package io.shomei.lint.crl;

import io.shomei.lint.Finding;
import io.shomei.lint.Linter;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.CrlEntry;
import io.shomei.pki.Digests;
import io.shomei.pki.UnsignedCrl;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Proof that a revocation list and each of its entries passed every rule, for the issuer it was checked for. What signs takes
 * nothing else, and signs exactly the bytes that were gone through here.
 */
public final class LintedCrl {
    private static final Linter<CrlTarget> LISTS = new Linter<>(CrlRules.all());
    private static final Linter<CrlEntry> ENTRIES = new Linter<>(CrlRules.onEntries());

    private final UnsignedCrl crl;
    private final CertificateDer issuer;
    private final byte[] sha256;

    private LintedCrl(UnsignedCrl crl, CertificateDer issuer, byte[] sha256) {
        this.crl = crl;
        this.issuer = issuer;
        this.sha256 = sha256;
    }

    /** Refuses with {@code LINT_FAILED}, naming every finding, of many wrong entries the first ones. */
    public static LintedCrl check(UnsignedCrl crl, CertificateDer issuer) {
        MessageDigest digest = Digests.sha256();
        Linter.requireNone(findings(crl, issuer, digest));
        return new LintedCrl(crl, issuer, digest.digest());
    }

    public UnsignedCrl crl() {
        return crl;
    }

    /** Whose key signs it. */
    public CertificateDer issuer() {
        return issuer;
    }

    /** SHA-256 of the bytes that were gone through. */
    public byte[] sha256() {
        return sha256.clone();
    }

    static List<Finding> findings(UnsignedCrl crl, CertificateDer issuer, MessageDigest digest) {
        var entries = new EntryInspection(ENTRIES, crl.entries());
        List<Finding> onTheList = LISTS.check(() -> CrlTarget.of(crl.read(entries, digest::update), issuer, entries));
        List<Finding> findings = new ArrayList<>(entries.findings());
        findings.addAll(onTheList);
        return findings;
    }
}
