package io.shomei.pki;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One name of a subjectAltName (RFC 5280 4.2.1.6): the kinds we issue. What cannot stand there cannot be made. */
public sealed interface AlternativeName {
    int EMAIL_TAG = 0x81;
    int DNS_TAG = 0x82;
    int URI_TAG = 0x86;
    int IP_TAG = 0x87;
    int OTHER_TAG = 0xA0;

    /** The GeneralName in DER. */
    byte[] encoded();

    /** For reading. */
    String text();

    /** The domain that whoever is certified must have; empty where the name has none. */
    default Optional<DnsName> domain() {
        return Optional.empty();
    }

    /** A host, by name or by all names of one level. */
    sealed interface Host extends AlternativeName {
        @Override
        default byte[] encoded() {
            return Der.element(DNS_TAG, text().getBytes(StandardCharsets.US_ASCII));
        }
    }

    record Dns(DnsName name) implements Host {
        @Override
        public String text() {
            return name.value();
        }

        @Override
        public Optional<DnsName> domain() {
            return Optional.of(name);
        }
    }

    /** Every host directly below a name (BR 1.6.1, RFC 6125 6.4.3). */
    record Wildcard(DnsName below) implements Host {
        public static final String PREFIX = "*.";

        @Override
        public String text() {
            return PREFIX + below.value();
        }

        @Override
        public Optional<DnsName> domain() {
            return Optional.of(below);
        }
    }

    record Email(MailAddress address) implements AlternativeName {
        @Override
        public byte[] encoded() {
            return Der.element(EMAIL_TAG, text().getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public String text() {
            return address.toString();
        }

        @Override
        public Optional<DnsName> domain() {
            return Optional.of(address.domain());
        }
    }

    record Uri(String uri) implements AlternativeName {
        public Uri {
            requireAscii(uri);
        }

        @Override
        public byte[] encoded() {
            return Der.element(URI_TAG, uri.getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public String text() {
            return uri;
        }
    }

    record Ip(InetAddress address) implements AlternativeName {
        @Override
        public byte[] encoded() {
            return Der.element(IP_TAG, address.getAddress());
        }

        @Override
        public String text() {
            return address.getHostAddress();
        }
    }

    /** The user principal name Windows logs in with: an otherName with a UTF8String. */
    record UserPrincipalName(String name) implements AlternativeName {
        @Override
        public byte[] encoded() {
            return Der.context(0, Der.oid(Oids.USER_PRINCIPAL_NAME), Der.context(0, Der.utf8(name)));
        }

        @Override
        public String text() {
            return name;
        }
    }

    /** The host, or all hosts below a name where the text begins with {@code *.}; empty where it is neither. */
    static Optional<Host> ofHost(String text) {
        return text.startsWith(Wildcard.PREFIX)
                ? DnsName.parse(text.substring(Wildcard.PREFIX.length())).map(Wildcard::new)
                : DnsName.parse(text).map(Dns::new);
    }

    static String ascii(byte[] contents) {
        return new String(contents, StandardCharsets.US_ASCII);
    }

    private static void requireAscii(String value) {
        if (value.isEmpty() || !value.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw new IllegalArgumentException("not printable ASCII");
        }
    }
}
