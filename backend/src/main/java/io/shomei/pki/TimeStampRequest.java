package io.shomei.pki;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks a time-stamping authority for (RFC 3161 2.4.1).
 *
 * @param policy identifier of the policy the time stamp must be under; null for any
 * @param nonce repeated in the time stamp; null where there is none
 * @param certificateWanted whether the signer's certificate goes with the time stamp
 */
public record TimeStampRequest(
        MessageImprint imprint,
        @Nullable String policy,
        @Nullable BigInteger nonce,
        boolean certificateWanted) {
    /** A request is some hundred octets long; whatever is longer than this is none. */
    public static final int MAX_OCTETS = 4_096;

    private static final BigInteger VERSION = BigInteger.ONE;
    private static final int EXTENSIONS = 0xA0;

    /** Asks for a time stamp of this digest under any policy, without a nonce and without certificates. */
    public static TimeStampRequest of(MessageImprint imprint) {
        return new TimeStampRequest(imprint, null, null, false);
    }

    /**
     * Reads bytes that anybody may have sent.
     *
     * @throws TimeStampRefusal with the failure the protocol has for what is wrong with them
     */
    public static TimeStampRequest read(byte[] der) throws TimeStampRefusal {
        if (der.length > MAX_OCTETS) {
            throw TimeStampFailure.BAD_DATA_FORMAT.because("a request has at most %d octets", MAX_OCTETS);
        }
        try {
            DerReader outer = new DerReader(der);
            DerReader request = outer.sequence();
            outer.requireEnd();
            requireVersionOne(request.integer());
            MessageImprint imprint = MessageImprint.read(request.element(Der.SEQUENCE));
            String policy = request.nextIs(Der.OBJECT_IDENTIFIER) ? request.oid() : null;
            BigInteger nonce = request.nextIs(Der.INTEGER) ? request.integer() : null;
            // FALSE is the default, which DER leaves out; programs that write it mean the same.
            boolean certificateWanted = request.nextIs(Der.BOOLEAN) && request.bool();
            if (request.nextIs(EXTENSIONS)) {
                refuseExtensions(request.enter(EXTENSIONS));
            }
            request.requireEnd();
            return new TimeStampRequest(imprint, policy, nonce, certificateWanted);
        } catch (DerException malformed) {
            throw TimeStampFailure.BAD_DATA_FORMAT.because(
                    "this is no time-stamp request: %s", String.valueOf(malformed.getMessage()));
        }
    }

    /** TimeStampReq in DER. */
    public byte[] encoded() {
        List<byte[]> parts = new ArrayList<>(5);
        parts.add(Der.integer(VERSION));
        parts.add(imprint.encoded());
        if (policy != null) {
            parts.add(Der.oid(policy));
        }
        if (nonce != null) {
            parts.add(Der.integer(nonce));
        }
        if (certificateWanted) {
            parts.add(Der.bool(true));
        }
        return Der.sequence(Der.join(parts));
    }

    private static void requireVersionOne(BigInteger version) throws TimeStampRefusal {
        if (!version.equals(VERSION)) {
            throw TimeStampFailure.BAD_REQUEST.because("only version 1 of the protocol is spoken");
        }
    }

    /** RFC 3161 2.4.1: an extension that is not recognised, critical or not, is refused; we recognise none. */
    private static void refuseExtensions(DerReader extensions) throws DerException, TimeStampRefusal {
        List<String> found = new ArrayList<>();
        while (!extensions.atEnd()) {
            found.add(Extension.read(extensions.sequence()).oid());
        }
        if (found.isEmpty()) {
            throw new DerException("no extension in a list of extensions");
        }
        throw TimeStampFailure.UNACCEPTED_EXTENSION.because(
                "no extension is known, so not %s", String.join(", ", found));
    }
}
