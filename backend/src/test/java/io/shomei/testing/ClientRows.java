package io.shomei.testing;

import java.util.List;
import java.util.Locale;

/** Lines of request files for client and S/MIME certificates: correct until a test bends them. */
public final class ClientRows {
    public static final int DELIVERY = 3;
    public static final int HOLDER_NAME = 11;
    public static final int FILE_NAME = 12;
    public static final int HOLDER_UNIT = 13;
    public static final int HOLDER_EMAIL = 14;
    public static final int PIN = 15;

    /** Where the mail addresses of holders lie. */
    public static final String DOMAIN = "c.ac.jp";

    public static final String P12 = "1";
    public static final String P12_BULK = "2";
    public static final String BROWSER = "3";

    private ClientRows() {}

    /** For a person of this name, with a P-256 key where it is made here. */
    public static Row of(Fixtures.Organisation tenant, String name, String delivery) {
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return new Row(List.of(
                tenant.dn(name + ",OU=No " + id),
                "17",
                delivery,
                "",
                "",
                "",
                "",
                "山田花子",
                "情報基盤センター",
                "admin-" + id + "@example.ac.jp",
                "鈴木" + id,
                id,
                "工学部",
                id + "@" + DOMAIN,
                ""));
    }

    /** A line that asks for the revocation of what a row asked for. */
    public static Row revocation(Row row, String serial, String reason) {
        return new Row(List.of(
                row.cells().getFirst(),
                "",
                "",
                serial,
                reason,
                "",
                "",
                "",
                "",
                row.email(),
                "",
                "",
                "",
                holderEmail(row),
                ""));
    }

    /** The mail address of the holder in a row. */
    public static String holderEmail(Row row) {
        return row.cells().get(HOLDER_EMAIL - 1);
    }
}
