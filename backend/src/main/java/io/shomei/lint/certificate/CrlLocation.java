package io.shomei.lint.certificate;

import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import java.util.ArrayList;
import java.util.List;

/**
 * One point of cRLDistributionPoints or freshestCRL (RFC 5280 4.2.1.13).
 *
 * @param names fullName; empty where there is none
 * @param hasReasons whether the list there is complete for some reasons only
 * @param hasIssuer whether somebody else signs the list
 */
public record CrlLocation(List<GeneralName> names, boolean hasReasons, boolean hasIssuer) {
    private static final int DISTRIBUTION_POINT = 0xA0;
    private static final int FULL_NAME = 0xA0;
    private static final int REASONS = 0x81;
    private static final int CRL_ISSUER = 0xA2;

    static List<CrlLocation> readAll(DerReader points) throws DerException {
        var read = new ArrayList<CrlLocation>(1);
        while (!points.atEnd()) {
            read.add(read(points.sequence()));
        }
        return read;
    }

    private static CrlLocation read(DerReader point) throws DerException {
        List<GeneralName> names = List.of();
        if (point.nextIs(DISTRIBUTION_POINT)) {
            DerReader name = point.enter(DISTRIBUTION_POINT);
            names = GeneralName.readAll(name.enter(FULL_NAME));
            name.requireEnd();
        }
        boolean reasons = point.nextIs(REASONS);
        if (reasons) {
            point.anyElement();
        }
        boolean issuer = point.nextIs(CRL_ISSUER);
        if (issuer) {
            point.anyElement();
        }
        point.requireEnd();
        return new CrlLocation(names, reasons, issuer);
    }
}
