package io.shomei.authority;

import io.shomei.pki.CertificateDer;

/** One of our certification authorities as relying parties see it. */
public record Authority(String name, String label, String issuer, State state, CertificateDer certificate) {

    /** An active one issues; a retired one only revokes; a compromised one does nothing. */
    public enum State {
        ACTIVE,
        RETIRED,
        COMPROMISED
    }

    public boolean isRoot() {
        return name.equals(issuer);
    }
}
