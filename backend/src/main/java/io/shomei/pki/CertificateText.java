package io.shomei.pki;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/** Writes a certificate out for people, in the layout they know from OpenSSL. */
final class CertificateText {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();
    private static final int OCTETS_PER_LINE = 15;

    private static final Map<String, String> EXTENSION_NAMES = Map.ofEntries(
            Map.entry(Oids.SUBJECT_KEY_IDENTIFIER, "X509v3 Subject Key Identifier"),
            Map.entry(Oids.KEY_USAGE, "X509v3 Key Usage"),
            Map.entry(Oids.SUBJECT_ALTERNATIVE_NAME, "X509v3 Subject Alternative Name"),
            Map.entry(Oids.BASIC_CONSTRAINTS, "X509v3 Basic Constraints"),
            Map.entry(Oids.NAME_CONSTRAINTS, "X509v3 Name Constraints"),
            Map.entry(Oids.CRL_DISTRIBUTION_POINTS, "X509v3 CRL Distribution Points"),
            Map.entry(Oids.FRESHEST_CRL, "X509v3 Freshest CRL"),
            Map.entry(Oids.CERTIFICATE_POLICIES, "X509v3 Certificate Policies"),
            Map.entry(Oids.AUTHORITY_KEY_IDENTIFIER, "X509v3 Authority Key Identifier"),
            Map.entry(Oids.EXTENDED_KEY_USAGE, "X509v3 Extended Key Usage"),
            Map.entry(Oids.AUTHORITY_INFORMATION_ACCESS, "Authority Information Access"),
            Map.entry(Oids.OCSP_NO_CHECK, "OCSP No Check"));

    private final StringBuilder out = new StringBuilder(4096);

    private CertificateText() {}

    static String of(CertificateDer certificate) {
        var text = new CertificateText();
        text.write(certificate);
        return text.out.toString();
    }

    /** What is not signed yet: it has neither serial number nor fingerprints. */
    static String of(TbsCertificate tbs) throws DerException {
        var text = new CertificateText();
        text.line(0, "Certificate, not signed:");
        text.data(
                tbs,
                "(chosen when it is issued)",
                SignatureScheme.ofAlgorithmIdentifier(tbs.signatureAlgorithm())
                        .map(SignatureScheme::jcaName)
                        .orElse("unknown"),
                KeySpec.ofPublicKeyInfo(tbs.publicKeyInfo())
                        .map(KeySpec::displayName)
                        .orElse("unknown"),
                TbsCertificate.moment(tbs.notBefore()),
                TbsCertificate.moment(tbs.notAfter()));
        return text.out.toString();
    }

    private void write(CertificateDer certificate) {
        TbsCertificate tbs = certificate.tbs();
        line(0, "Certificate:");
        data(
                tbs,
                serial(tbs.serial()),
                certificate.signatureAlgorithm(),
                certificate.keyDescription(),
                certificate.notBefore(),
                certificate.notAfter());
        line(1, "SHA-256 Fingerprint: " + COLONS.formatHex(certificate.sha256Fingerprint()));
        line(1, "SHA-1 Fingerprint: " + COLONS.formatHex(certificate.sha1Fingerprint()));
    }

    private void data(
            TbsCertificate tbs, String serial, String signature, String key, Instant notBefore, Instant notAfter) {
        line(1, "Data:");
        line(2, "Version: %d (0x%x)".formatted(tbs.version(), tbs.version() - 1));
        line(2, "Serial Number:");
        line(3, serial);
        line(2, "Signature Algorithm: " + signature);
        line(2, "Issuer: " + name(tbs.issuer()));
        line(2, "Validity");
        line(3, "Not Before: " + notBefore);
        line(3, "Not After : " + notAfter);
        line(2, "Subject: " + name(tbs.subject()));
        line(2, "Subject Public Key Info:");
        line(3, "Public Key Algorithm: " + key);
        octets(4, tbs.publicKeyInfo());
        line(2, "X509v3 extensions:");
        tbs.extensions().forEach(this::write);
    }

    private void write(Extension extension) {
        String name = EXTENSION_NAMES.getOrDefault(extension.oid(), extension.oid());
        line(3, name + ":" + (extension.critical() ? " critical" : ""));
        try {
            for (String value : values(extension)) {
                line(4, value);
            }
        } catch (DerException e) {
            octets(4, extension.value());
        }
    }

    private static List<String> values(Extension extension) throws DerException {
        DerReader value = extension.reader();
        return switch (extension.oid()) {
            case Oids.SUBJECT_KEY_IDENTIFIER -> List.of(COLONS.formatHex(value.contents(Der.OCTET_STRING)));
            case Oids.AUTHORITY_KEY_IDENTIFIER ->
                List.of(COLONS.formatHex(value.sequence().contents(0x80)));
            case Oids.KEY_USAGE -> List.of(keyUsage(value.contents(Der.BIT_STRING)));
            case Oids.EXTENDED_KEY_USAGE -> purposes(value.sequence());
            case Oids.BASIC_CONSTRAINTS -> List.of(basicConstraints(value.sequence()));
            case Oids.SUBJECT_ALTERNATIVE_NAME -> generalNames(value.sequence());
            case Oids.CERTIFICATE_POLICIES -> policies(value.sequence());
            case Oids.CRL_DISTRIBUTION_POINTS, Oids.FRESHEST_CRL -> distributionPoints(value.sequence());
            case Oids.AUTHORITY_INFORMATION_ACCESS -> accesses(value.sequence());
            case Oids.OCSP_NO_CHECK -> List.of();
            default -> throw new DerException("shown as octets");
        };
    }

    private static String serial(BigInteger serial) {
        return SerialNumber.hex(serial).replaceAll("([0-9A-F]{2})(?=[0-9A-F])", "$1:");
    }

    private static String keyUsage(byte[] bits) {
        return KeyUsage.ofBits(bits).stream().map(KeyUsage::displayName).collect(Collectors.joining(", "));
    }

    private static List<String> purposes(DerReader reader) throws DerException {
        var names = new ArrayList<String>();
        while (!reader.atEnd()) {
            String oid = reader.oid();
            names.add(ExtendedKeyUsage.ofOid(oid)
                    .map(ExtendedKeyUsage::displayName)
                    .orElse(oid));
        }
        return names;
    }

    private static String basicConstraints(DerReader reader) throws DerException {
        boolean authority = reader.nextIs(Der.BOOLEAN) && reader.bool();
        String pathLength = reader.nextIs(Der.INTEGER) ? ", pathlen:" + reader.integer() : "";
        return (authority ? "CA:TRUE" : "CA:FALSE") + pathLength;
    }

    private static List<String> generalNames(DerReader reader) throws DerException {
        var names = new ArrayList<String>();
        while (!reader.atEnd()) {
            names.add(generalName(reader));
        }
        return names;
    }

    private static String generalName(DerReader reader) throws DerException {
        int tag = reader.nextTag();
        byte[] contents = reader.contents(tag);
        return switch (tag) {
            case AlternativeName.DNS_TAG -> "DNS:" + printable(contents);
            case AlternativeName.EMAIL_TAG -> "email:" + printable(contents);
            case AlternativeName.URI_TAG -> "URI:" + printable(contents);
            case AlternativeName.IP_TAG -> "IP Address:" + address(contents);
            case AlternativeName.OTHER_TAG -> "othername:" + new DerReader(contents).oid();
            case 0xA4 -> "DirName:" + name(contents);
            default -> "[%d]:%s".formatted(tag & 0x1F, COLONS.formatHex(contents));
        };
    }

    private static List<String> policies(DerReader reader) throws DerException {
        var lines = new ArrayList<String>();
        while (!reader.atEnd()) {
            DerReader policy = reader.sequence();
            lines.add("Policy: " + policy.oid());
            if (!policy.atEnd()) {
                DerReader qualifier = policy.sequence().sequence();
                if (qualifier.oid().equals(Oids.CPS_QUALIFIER)) {
                    lines.add("  CPS: " + printable(qualifier.contents(Der.IA5_STRING)));
                }
            }
        }
        return lines;
    }

    private static List<String> distributionPoints(DerReader reader) throws DerException {
        var lines = new ArrayList<String>();
        while (!reader.atEnd()) {
            DerReader point = reader.sequence();
            lines.addAll(generalNames(point.enter(0xA0).enter(0xA0)));
        }
        return lines;
    }

    private static List<String> accesses(DerReader reader) throws DerException {
        var lines = new ArrayList<String>();
        while (!reader.atEnd()) {
            DerReader description = reader.sequence();
            String method = switch (description.oid()) {
                case Oids.ACCESS_OCSP -> "OCSP";
                case Oids.ACCESS_CA_ISSUERS -> "CA Issuers";
                default -> "other";
            };
            lines.add(method + " - " + generalName(description));
        }
        return lines;
    }

    private static String address(byte[] contents) {
        try {
            return InetAddress.getByAddress(contents).getHostAddress();
        } catch (UnknownHostException e) {
            return COLONS.formatHex(contents);
        }
    }

    /** As we write names; one that we cannot read as RFC 2253 has it, and what is none as octets. */
    static String name(byte[] der) {
        try {
            return DistinguishedName.ofDer(der).text();
        } catch (DnSyntaxException notOurs) {
            return foreign(der);
        }
    }

    private static String foreign(byte[] der) {
        try {
            return new X500Principal(der).getName();
        } catch (IllegalArgumentException noName) {
            return COLONS.formatHex(der);
        }
    }

    /** Foreign bytes on a screen: what does not print becomes a question mark. */
    private static String printable(byte[] contents) {
        var text = new StringBuilder(contents.length);
        for (byte octet : contents) {
            text.append(octet >= 0x20 && octet < 0x7F ? (char) octet : '?');
        }
        return text.toString();
    }

    private void octets(int indent, byte[] octets) {
        for (int at = 0; at < octets.length; at += OCTETS_PER_LINE) {
            line(indent, COLONS.formatHex(octets, at, Math.min(octets.length, at + OCTETS_PER_LINE)));
        }
    }

    private void line(int indent, String text) {
        out.repeat(' ', 4 * indent).append(text).append('\n');
    }
}
