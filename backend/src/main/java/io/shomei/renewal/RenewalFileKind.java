package io.shomei.renewal;

import io.shomei.kernel.Right;
import io.shomei.profile.CertificateKind;
import java.util.Set;

/** The request files of the renewal desk, by what they are uploaded as. */
enum RenewalFileKind {
    SERVER(Right.SERVER, Set.of(CertificateKind.SERVER)),
    CLIENT(Right.CLIENT, Set.of(CertificateKind.CLIENT, CertificateKind.SMIME)),
    CODE_SIGNING(Right.CODE_SIGNING, Set.of(CertificateKind.CODE_SIGNING));

    private final Right right;
    private final Set<CertificateKind> kinds;

    RenewalFileKind(Right right, Set<CertificateKind> kinds) {
        this.right = right;
        this.kinds = kinds;
    }

    /** What an officer needs for it. */
    Right right() {
        return right;
    }

    /** Which certificates have a row in it. */
    Set<CertificateKind> kinds() {
        return kinds;
    }
}
