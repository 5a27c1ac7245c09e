package io.shomei.authority;

import io.shomei.pki.CertificateDer;
import io.shomei.pki.SerialNumber;
import java.math.BigInteger;
import java.time.Instant;

/**
 * One generation of one of our certification authorities, as relying parties see it.
 *
 * @param name unique; that of the line for its first generation
 * @param line what profiles name; its newest active generation issues
 * @param issuer name of the authority that signed its certificate; its own for a root
 * @param crlShards over how many revocation lists the certificates it issues from now on are spread
 */
public record Authority(
        String name,
        String line,
        int generation,
        String label,
        String issuer,
        State state,
        CertificateDer certificate,
        int crlShards) {

    /** Whatever the state, the status of the certificates it issued goes on being told while its key is here. */
    public enum State {
        /** Issues, when it is the newest active one of its line. */
        ACTIVE,
        /** Issues nothing any more; answers for what it issued until the last of that has expired. */
        RETIRED,
        /** Its key is in other hands. Issues nothing; what it issued is revoked. */
        COMPROMISED,
        /** Its key is not here: an offline root, for instance. It is part of chains and does nothing. */
        EXTERNAL
    }

    public boolean isRoot() {
        return name.equals(issuer);
    }

    /** Whether it can sign at all. */
    public boolean hasKey() {
        return state != State.EXTERNAL;
    }

    boolean issuesAt(Instant now) {
        return state == State.ACTIVE && !now.isAfter(certificate.notAfter());
    }

    /** The revocation list a certificate would be on: chosen by its serial number, which is random. */
    public int shardOf(SerialNumber serial) {
        return serial.value().mod(BigInteger.valueOf(crlShards)).intValue();
    }
}
