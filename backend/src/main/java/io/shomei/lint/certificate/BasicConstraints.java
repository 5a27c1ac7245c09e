package io.shomei.lint.certificate;

import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import java.math.BigInteger;
import java.util.OptionalInt;

/** RFC 5280 4.2.1.9. */
public record BasicConstraints(boolean authority, OptionalInt pathLength) {
    static final BasicConstraints NONE = new BasicConstraints(false, OptionalInt.empty());

    static BasicConstraints read(DerReader constraints) throws DerException {
        boolean authority = constraints.nextIs(Der.BOOLEAN) && constraints.bool();
        OptionalInt pathLength = OptionalInt.empty();
        if (constraints.nextIs(Der.INTEGER)) {
            BigInteger length = constraints.integer();
            // A length nobody reaches is as good as the greatest.
            pathLength = OptionalInt.of(length.bitLength() > 31 ? Integer.MAX_VALUE : length.intValue());
        }
        constraints.requireEnd();
        return new BasicConstraints(authority, pathLength);
    }
}
