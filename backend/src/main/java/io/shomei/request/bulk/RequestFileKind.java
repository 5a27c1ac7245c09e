package io.shomei.request.bulk;

import io.shomei.kernel.Right;
import io.shomei.profile.CertificateKind;
import java.util.Optional;
import java.util.Set;

/** What the certificates of a request file are for. */
public enum RequestFileKind {
    SERVER(Right.SERVER, CertificateKind.SERVER),
    CLIENT(Right.CLIENT, CertificateKind.CLIENT, CertificateKind.SMIME),
    CODE_SIGNING(Right.CODE_SIGNING, CertificateKind.CODE_SIGNING),
    /** Whatever the certificates are for: who is responsible for them. */
    SUBSCRIBER(
            Right.LISTS,
            CertificateKind.SERVER,
            CertificateKind.CLIENT,
            CertificateKind.SMIME,
            CertificateKind.CODE_SIGNING);

    private final Right right;
    private final Set<CertificateKind> certificates;

    RequestFileKind(Right right, CertificateKind... certificates) {
        this.right = right;
        this.certificates = Set.of(certificates);
    }

    /** What an officer needs who works with such files. */
    public Right right() {
        return right;
    }

    /** The kind of certificates whose applicants hold their keys and bring CSRs; empty where keys are not theirs to make. */
    public Optional<CertificateKind> byCsr() {
        return switch (this) {
            case SERVER -> Optional.of(CertificateKind.SERVER);
            case CODE_SIGNING -> Optional.of(CertificateKind.CODE_SIGNING);
            case CLIENT, SUBSCRIBER -> Optional.empty();
        };
    }

    /** The kinds of certificates that rows may be about. */
    Set<CertificateKind> certificates() {
        return certificates;
    }
}
