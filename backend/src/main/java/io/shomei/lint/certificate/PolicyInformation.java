package io.shomei.lint.certificate;

import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import java.util.ArrayList;
import java.util.List;

/** One policy of certificatePolicies (RFC 5280 4.2.1.4). */
public record PolicyInformation(String identifier, List<Qualifier> qualifiers) {
    /** @param value in DER */
    // A record of DER is compared nowhere; copying its arrays would cost more than reading them.
    @SuppressWarnings("ArrayRecordComponent")
    public record Qualifier(String identifier, byte[] value) {}

    static List<PolicyInformation> readAll(DerReader policies) throws DerException {
        var read = new ArrayList<PolicyInformation>(2);
        while (!policies.atEnd()) {
            DerReader policy = policies.sequence();
            String identifier = policy.oid();
            List<Qualifier> qualifiers = policy.atEnd() ? List.of() : qualifiers(policy.sequence());
            policy.requireEnd();
            read.add(new PolicyInformation(identifier, qualifiers));
        }
        return read;
    }

    private static List<Qualifier> qualifiers(DerReader qualifiers) throws DerException {
        var read = new ArrayList<Qualifier>(1);
        do {
            DerReader qualifier = qualifiers.sequence();
            read.add(new Qualifier(qualifier.oid(), qualifier.anyElement()));
            qualifier.requireEnd();
        } while (!qualifiers.atEnd());
        return read;
    }
}
