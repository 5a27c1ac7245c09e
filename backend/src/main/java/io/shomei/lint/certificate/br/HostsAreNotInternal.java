package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.GeneralName;
import io.shomei.pki.AlternativeName;
import java.util.Locale;
import java.util.Set;

/** A name that is not unique in the public DNS belongs to nobody who could prove it. */
final class HostsAreNotInternal implements CertificateRule {
    // Special-use domain names of the IANA registry, and top-level domains ICANN withholds because networks use them
    // inside.
    private static final Set<String> TOP_LEVEL = Set.of(
            "alt",
            "arpa",
            "corp",
            "domain",
            "example",
            "home",
            "host",
            "internal",
            "intranet",
            "invalid",
            "lan",
            "local",
            "localdomain",
            "localhost",
            "mail",
            "onion",
            "private",
            "test");

    @Override
    public String source() {
        return "BR 4.2.2, 7.1.2.7.12, RFC 6761";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers()) {
            return;
        }
        for (GeneralName name : certificate.alternativeNames()) {
            if (name.tag() == AlternativeName.DNS_TAG && isInternal(name.text())) {
                findings.add("dNSName %s is internal", name.text());
            }
        }
    }

    /** Reverse zones end in arpa too (BR 7.1.2.7.12 since 2026-03-15). */
    private static boolean isInternal(String host) {
        int dot = host.lastIndexOf('.');
        return dot < 0 || TOP_LEVEL.contains(host.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
