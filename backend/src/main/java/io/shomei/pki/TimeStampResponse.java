package io.shomei.pki;

import java.util.List;

/** What a time-stamping authority answers (RFC 3161 2.4.2): a time stamp, or why there is none. */
public final class TimeStampResponse {
    private static final byte[] GRANTED = Der.sequence(Der.integer(0));
    private static final byte[] REJECTION = Der.integer(2);

    private TimeStampResponse() {}

    /**
     * TimeStampResp in DER.
     *
     * @param token from {@link UnsignedTimeStamp#assemble}
     */
    public static byte[] granted(byte[] token) {
        return Der.sequence(GRANTED, token);
    }

    public static byte[] refused(TimeStampRefusal refusal) {
        byte[] text = Der.sequence(Der.utf8(refusal.sentence()));
        byte[] failure = Der.namedBits(List.of(refusal.failure().bit()));
        return Der.sequence(Der.sequence(REJECTION, text, failure));
    }
}
