package io.shomei.pki;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where a revocation list is, as certificates (CRLDP) and the lists themselves (IDP) say it. */
public final class DistributionPoint {
    private DistributionPoint() {}

    /** RFC 5280 4.2.1.13. */
    static byte[] of(List<String> uris) {
        return Der.sequence(name(uris));
    }

    /** RFC 5280 5.2.5: the list is the one certificates name with these addresses, and only those certificates are on it. */
    public static byte[] issuing(List<String> uris) {
        return Der.sequence(name(uris));
    }

    /** As {@link #issuing}, for subscriber certificates only or for authority certificates only. */
    public static byte[] issuing(List<String> uris, boolean onlyAuthorities) {
        return Der.sequence(name(uris), Der.contextPrimitive(onlyAuthorities ? 2 : 1, new byte[] {(byte) 0xFF}));
    }

    private static byte[] name(List<String> uris) {
        byte[][] names = uris.stream()
                .map(uri -> Der.element(AlternativeName.URI_TAG, uri.getBytes(StandardCharsets.US_ASCII)))
                .toArray(byte[][]::new);
        return Der.context(0, Der.context(0, names));
    }
}
