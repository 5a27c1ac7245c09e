package io.shomei.lint.certificate.br;

import io.shomei.lint.Findings;
import io.shomei.lint.certificate.AddressBlock;
import io.shomei.lint.certificate.CertificateRule;
import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.GeneralName;
import io.shomei.pki.AlternativeName;
import java.util.HexFormat;
import java.util.List;

/** An address that everybody may use inside belongs to nobody who could prove it. */
final class AddressesAreNotReserved implements CertificateRule {
    // The registries of special-purpose addresses of the IANA, and what is for groups.
    private static final List<AddressBlock> RESERVED = List.of(
            AddressBlock.of("00000000", 8),
            AddressBlock.of("0a000000", 8),
            AddressBlock.of("64400000", 10),
            AddressBlock.of("7f000000", 8),
            AddressBlock.of("a9fe0000", 16),
            AddressBlock.of("ac100000", 12),
            AddressBlock.of("c0000000", 24),
            AddressBlock.of("c0000200", 24),
            AddressBlock.of("c0586300", 24),
            AddressBlock.of("c0a80000", 16),
            AddressBlock.of("c6120000", 15),
            AddressBlock.of("c6336400", 24),
            AddressBlock.of("cb007100", 24),
            AddressBlock.of("e0000000", 3),
            AddressBlock.of("20010000000000000000000000000000", 23),
            AddressBlock.of("20010db8000000000000000000000000", 32),
            AddressBlock.of("20020000000000000000000000000000", 16),
            AddressBlock.of("3fff0000000000000000000000000000", 20));

    /** RFC 4291 2.5.4, IANA: all global unicast addresses of version 6 that were given out. */
    private static final AddressBlock GLOBAL_VERSION_6 = AddressBlock.of("20000000000000000000000000000000", 3);

    private static final int OCTETS_OF_VERSION_6 = 16;

    @Override
    public String source() {
        return "BR 4.2.2, 7.1.2.7.12, RFC 6890";
    }

    @Override
    public void check(CertificateTarget certificate, Findings findings) {
        if (!certificate.isSubscribers()) {
            return;
        }
        for (GeneralName name : certificate.alternativeNames()) {
            if (name.tag() == AlternativeName.IP_TAG && isReserved(name.octets())) {
                findings.add("iPAddress %s", HexFormat.of().formatHex(name.octets()));
            }
        }
    }

    private static boolean isReserved(byte[] address) {
        if (address.length == OCTETS_OF_VERSION_6 && !GLOBAL_VERSION_6.contains(address)) {
            return true;
        }
        for (AddressBlock block : RESERVED) {
            if (block.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
