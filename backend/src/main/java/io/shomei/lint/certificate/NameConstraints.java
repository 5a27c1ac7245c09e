package io.shomei.lint.certificate;

import io.shomei.pki.AlternativeName;
import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which names an authority may certify (RFC 5280 4.2.1.10). */
public final class NameConstraints {
    private static final int PERMITTED = 0xA0;
    private static final int EXCLUDED = 0xA1;

    private final List<GeneralName> permitted;
    private final List<GeneralName> excluded;

    private NameConstraints(List<GeneralName> permitted, List<GeneralName> excluded) {
        this.permitted = permitted;
        this.excluded = excluded;
    }

    public static NameConstraints read(DerReader constraints) throws DerException {
        return new NameConstraints(subtrees(PERMITTED, constraints), subtrees(EXCLUDED, constraints));
    }

    /** A kind of name that is not constrained is permitted; one whose constraint cannot be read is not. */
    public boolean permit(GeneralName name) throws DerException {
        for (GeneralName subtree : excluded) {
            if (subtree.tag() == name.tag() && (!isReadable(subtree) || isWithin(name, subtree))) {
                return false;
            }
        }
        boolean constrained = false;
        for (GeneralName subtree : permitted) {
            if (subtree.tag() == name.tag()) {
                if (isReadable(subtree) && isWithin(name, subtree)) {
                    return true;
                }
                constrained = true;
            }
        }
        return !constrained;
    }

    private static List<GeneralName> subtrees(int tag, DerReader constraints) throws DerException {
        var read = new ArrayList<GeneralName>(4);
        if (constraints.nextIs(tag)) {
            DerReader list = constraints.enter(tag);
            while (!list.atEnd()) {
                read.add(GeneralName.read(list.sequence()));
            }
        }
        return read;
    }

    private static boolean isReadable(GeneralName subtree) {
        return switch (subtree.tag()) {
            case AlternativeName.DNS_TAG,
                    AlternativeName.EMAIL_TAG,
                    AlternativeName.IP_TAG,
                    GeneralName.DIRECTORY_TAG -> true;
            default -> false;
        };
    }

    private static boolean isWithin(GeneralName name, GeneralName subtree) throws DerException {
        return switch (subtree.tag()) {
            case AlternativeName.DNS_TAG -> isHostWithin(name.text(), subtree.text());
            case AlternativeName.EMAIL_TAG -> isMailboxWithin(name.text(), subtree.text());
            case AlternativeName.IP_TAG -> isAddressWithin(name.octets(), subtree.octets());
            default -> isNameWithin(name.octets(), subtree.octets());
        };
    }

    /** The host itself or one below it; an empty constraint holds all. */
    private static boolean isHostWithin(String host, String constraint) {
        String own = host.toLowerCase(Locale.ROOT);
        String base = constraint.toLowerCase(Locale.ROOT);
        return base.isEmpty() || own.equals(base) || own.endsWith(base.startsWith(".") ? base : "." + base);
    }

    /** One mailbox, all of one host, or, after a dot, all of the hosts below. */
    private static boolean isMailboxWithin(String mailbox, String constraint) {
        String base = constraint.toLowerCase(Locale.ROOT);
        if (base.indexOf('@') >= 0) {
            return mailbox.equalsIgnoreCase(constraint);
        }
        String host = mailbox.substring(mailbox.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return base.startsWith(".") ? host.endsWith(base) : host.equals(base);
    }

    private static boolean isAddressWithin(byte[] address, byte[] constraint) {
        int half = constraint.length / 2;
        return constraint.length % 2 == 0
                && new AddressBlock(
                                Arrays.copyOf(constraint, half),
                                Arrays.copyOfRange(constraint, half, constraint.length))
                        .contains(address);
    }

    /** Whether the name begins with all levels of the constraint, byte for byte. */
    private static boolean isNameWithin(byte[] name, byte[] constraint) throws DerException {
        DerReader levels = new DerReader(name).sequence();
        DerReader wanted = new DerReader(constraint).sequence();
        while (!wanted.atEnd()) {
            if (levels.atEnd() || !Arrays.equals(levels.element(Der.SET), wanted.element(Der.SET))) {
                return false;
            }
        }
        return true;
    }
}
