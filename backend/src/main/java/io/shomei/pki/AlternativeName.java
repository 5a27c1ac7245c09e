package io.shomei.pki;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One name of a subjectAltName (RFC 5280 4.2.1.6): the kinds we issue. */
public sealed interface AlternativeName {
    int EMAIL_TAG = 0x81;
    int DNS_TAG = 0x82;
    int URI_TAG = 0x86;
    int IP_TAG = 0x87;
    int OTHER_TAG = 0xA0;

    /** The GeneralName in DER. */
    byte[] encoded();

    record Dns(DnsName name) implements AlternativeName {
        @Override
        public byte[] encoded() {
            return Der.element(DNS_TAG, name.value().getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** An RFC 5321 mailbox in ASCII. */
    record Email(String address) implements AlternativeName {
        public Email {
            requireAscii(address);
        }

        @Override
        public byte[] encoded() {
            return Der.element(EMAIL_TAG, address.getBytes(StandardCharsets.US_ASCII));
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
    }

    record Ip(InetAddress address) implements AlternativeName {
        @Override
        public byte[] encoded() {
            return Der.element(IP_TAG, address.getAddress());
        }
    }

    /** The user principal name Windows logs in with: an otherName with a UTF8String. */
    record UserPrincipalName(String name) implements AlternativeName {
        @Override
        public byte[] encoded() {
            return Der.context(0, Der.oid(Oids.USER_PRINCIPAL_NAME), Der.context(0, Der.utf8(name)));
        }
    }

    /** The host name as a name of a certificate, where it is one. */
    static Optional<AlternativeName> ofDns(String host) {
        return DnsName.parse(host).map(Dns::new);
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
