package io.shomei.authority;

import static io.shomei.authority.AuthorityProblem.AUTHORITY_STATE_FORBIDS;
import static io.shomei.authority.AuthorityProblem.CRL_SHARDS_ONLY_GROW;

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
 * @param hasKey whether its key is here, so that it can sign at all
 */
public record Authority(
        String name,
        String line,
        int generation,
        String label,
        String issuer,
        State state,
        CertificateDer certificate,
        int crlShards,
        boolean hasKey)
        implements Generation {

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

    /** RFC 5280 4.1.2.5: notAfter is inclusive. */
    public boolean isExpiredAt(Instant now) {
        return !now.isBefore(certificate.notAfter().plusSeconds(1));
    }

    boolean issuesAt(Instant now) {
        return state == State.ACTIVE && !isExpiredAt(now);
    }

    /** The revocation list a certificate would be on: chosen by its serial number, which is random. */
    public int shardOf(SerialNumber serial) {
        return serial.value().mod(BigInteger.valueOf(crlShards)).intValue();
    }

    /** Issues nothing from now on. */
    Authority retired() {
        return switch (state) {
            case ACTIVE -> in(State.RETIRED);
            case RETIRED, COMPROMISED, EXTERNAL -> throw AUTHORITY_STATE_FORBIDS.because("%s: %s", name, state);
        };
    }

    /** Is not to be trusted from now on, whatever it did before, and wherever its key is. */
    Authority compromised() {
        return switch (state) {
            case ACTIVE, RETIRED, EXTERNAL -> in(State.COMPROMISED);
            case COMPROMISED -> throw AUTHORITY_STATE_FORBIDS.because("%s: %s", name, state);
        };
    }

    /** Certificates name their list for ever, so a list never goes away: there can only be more of them. */
    Authority spreadOver(int shards) {
        return switch (state) {
            case ACTIVE -> {
                if (shards <= crlShards) {
                    throw CRL_SHARDS_ONLY_GROW.because("%d", crlShards);
                }
                yield new Authority(name, line, generation, label, issuer, state, certificate, shards, hasKey);
            }
            case RETIRED, COMPROMISED, EXTERNAL -> throw AUTHORITY_STATE_FORBIDS.because("%s: %s", name, state);
        };
    }

    private Authority in(State next) {
        return new Authority(name, line, generation, label, issuer, next, certificate, crlShards, hasKey);
    }
}
