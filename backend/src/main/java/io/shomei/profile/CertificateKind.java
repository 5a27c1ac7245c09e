package io.shomei.profile;

import io.shomei.kernel.Right;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a certificate is for. */
public enum CertificateKind {
    SERVER(Right.SERVER),
    CLIENT(Right.CLIENT),
    SMIME(Right.CLIENT),
    CODE_SIGNING(Right.CODE_SIGNING),
    /** Log-in certificate of a registration officer. */
    OFFICER(null),
    /** Log-in certificate of a tenant's administrator, or, where it is no account's, of the tenant's site. */
    ADMINISTRATOR(null),
    /** Log-in certificate of a tenant's user. */
    USER(null),
    /** Log-in certificate of an operator. */
    OPERATOR(null),
    /** The platform's own: TLS and status services. */
    PLATFORM(null);

    private final @Nullable Right right;

    CertificateKind(@Nullable Right right) {
        this.right = right;
    }

    /** What an officer needs who handles certificates of this kind; empty where none does. */
    public Optional<Right> right() {
        return Optional.ofNullable(right);
    }

    /** Whether an officer with these rights handles certificates of this kind. */
    public boolean isCoveredBy(Set<Right> rights) {
        return right != null && rights.contains(right);
    }
}
