package io.shomei.testing;

import io.shomei.pki.KeySpec;
import java.nio.charset.Charset;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line of a request file for new server certificates: correct until a test bends it. */
public record Row(List<String> cells) {
    public static final int DN = 1;
    public static final int PROFILE = 2;
    public static final int SERIAL = 4;
    public static final int REASON = 5;
    public static final int COMMENT = 6;
    public static final int CSR = 7;
    public static final int NAME = 8;
    public static final int UNIT = 9;
    public static final int EMAIL = 10;
    public static final int FQDN = 11;
    public static final int SOFTWARE = 12;
    public static final int DNS_NAMES = 13;

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    public Row {
        cells = List.copyOf(cells);
    }

    /** A good row with a key of its own. */
    public static Row of(Fixtures.Organisation tenant, String host) {
        return of(tenant, host, Csrs.key(KeySpec.P256));
    }

    public static Row of(Fixtures.Organisation tenant, String host, KeyPair key) {
        String dn = tenant.dn(host);
        return of(dn, host, Csrs.base64(dn, key));
    }

    public static Row of(String dn, String host, String csr) {
        return new Row(List.of(
                dn,
                "12",
                "",
                "",
                "",
                "",
                csr,
                "山田花子",
                "情報基盤センター",
                host.replaceAll("[^a-z0-9.]", "x") + "@example.ac.jp",
                host,
                "Apache 2.4",
                ""));
    }

    /** A line that asks for a revocation. */
    public static Row revocation(String dn, String serial, String reason, String comment) {
        return new Row(List.of(dn, "", "", serial, reason, comment, "", "", "", "", "", "", ""));
    }

    public Row with(int column, String value) {
        List<String> changed = new ArrayList<>(cells);
        changed.set(column - 1, value);
        return new Row(changed);
    }

    public String line() {
        return String.join("\t", cells);
    }

    /** The mail address of the administrator in this row. */
    public String email() {
        return cells.get(EMAIL - 1);
    }

    public static byte[] file(Row... rows) {
        return Stream.of(rows)
                .map(Row::line)
                .collect(Collectors.joining("\r\n", "", "\r\n"))
                .getBytes(SHIFT_JIS);
    }
}
