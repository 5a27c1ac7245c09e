package io.shomei.pki;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Questions to an OCSP responder, as relying parties write them and as nobody should. */
public final class OcspRequests {
    private OcspRequests() {}

    /** About these certificates, without extensions. */
    public static byte[] of(CertId... certificates) {
        return of(List.of(certificates));
    }

    /** About these certificates, with these extensions of the request. */
    public static byte[] of(List<CertId> certificates, Extension... extensions) {
        return request(list(certificates), extensions);
    }

    /** With a nonce of these octets, whatever their number. */
    public static byte[] withNonce(byte[] nonce, CertId... certificates) {
        return of(List.of(certificates), new Extension(Oids.OCSP_NONCE, false, Der.octets(nonce)));
    }

    static byte[] list(List<CertId> certificates) {
        return Der.sequence(certificates.stream()
                .map(certificate -> Der.sequence(certificate.encoded()))
                .toArray(byte[][]::new));
    }

    /** With a requestList of any kind. */
    static byte[] request(byte[] requestList, Extension... extensions) {
        return Der.sequence(tbs(new byte[0], requestList, extensions));
    }

    /** TBSRequest with what stands before the list. */
    static byte[] tbs(byte[] before, byte[] requestList, Extension... extensions) {
        byte[] list = Der.sequence(Stream.of(extensions).map(Extension::encoded).toArray(byte[][]::new));
        return Der.sequence(before, requestList, extensions.length == 0 ? new byte[0] : Der.context(2, list));
    }

    static byte[] nonce(int octets) {
        byte[] nonce = new byte[octets];
        Arrays.fill(nonce, (byte) 0x5A);
        return nonce;
    }
}
