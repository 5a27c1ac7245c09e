package io.shomei.status.crl;

import java.time.Instant;
import java.util.Arrays;

/** The newest revocation list of an authority. */
public record Crl(String authority, long number, Instant thisUpdate, Instant nextUpdate, long entries, byte[] der) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Crl crl
                && number == crl.number
                && authority.equals(crl.authority)
                && Arrays.equals(der, crl.der);
    }

    @Override
    public int hashCode() {
        return authority.hashCode() * 31 + Long.hashCode(number);
    }

    @Override
    public String toString() {
        return "CRL " + number + " of " + authority;
    }
}
