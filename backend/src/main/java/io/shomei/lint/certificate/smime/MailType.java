package io.shomei.lint.certificate.smime;

import io.shomei.lint.certificate.CertificateTarget;
import io.shomei.lint.certificate.PolicyInformation;
import io.shomei.pki.AttributeType;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a certificate for mail tells about its holder, and by which generation of the requirements (SBR 1.2, 7.1.6.1). */
record MailType(Validation validation, Generation generation) {
    private static final String RESERVED = "2.23.140.1.5.";

    enum Validation {
        MAILBOX,
        ORGANIZATION,
        SPONSOR,
        INDIVIDUAL
    }

    enum Generation {
        LEGACY,
        MULTIPURPOSE,
        STRICT
    }

    private static final Set<String> OF_ALL =
            oids(AttributeType.CN, AttributeType.SERIAL_NUMBER, AttributeType.EMAIL_ADDRESS);
    private static final Set<String> OF_PLACE = oids(AttributeType.L, AttributeType.ST, AttributeType.C);
    private static final Set<String> OF_STREET = oids(AttributeType.STREET, AttributeType.POSTAL_CODE);
    private static final Set<String> OF_ORGANIZATION =
            oids(AttributeType.O, AttributeType.OU, AttributeType.ORGANIZATION_IDENTIFIER);
    private static final Set<String> OF_PERSON =
            oids(AttributeType.GIVEN_NAME, AttributeType.SURNAME, AttributeType.PSEUDONYM, AttributeType.TITLE);

    /** The type a policy stands for; empty where it is no reserved one. */
    static Optional<MailType> of(PolicyInformation policy) {
        String identifier = policy.identifier();
        // 2.23.140.1.5.{validation}.{generation}
        if (!identifier.startsWith(RESERVED) || identifier.length() != RESERVED.length() + 3) {
            return Optional.empty();
        }
        int validation = identifier.charAt(RESERVED.length()) - '1';
        int generation = identifier.charAt(RESERVED.length() + 2) - '1';
        boolean known = validation >= 0
                && validation < Validation.values().length
                && generation >= 0
                && generation < Generation.values().length;
        return known
                ? Optional.of(new MailType(Validation.values()[validation], Generation.values()[generation]))
                : Optional.empty();
    }

    /** The type of a holder's certificate; empty where no policy says it. */
    static Optional<MailType> of(CertificateTarget certificate) {
        for (PolicyInformation policy : certificate.policies()) {
            Optional<MailType> type = of(policy);
            if (type.isPresent()) {
                return type;
            }
        }
        return Optional.empty();
    }

    boolean isOfOrganization() {
        return validation == Validation.ORGANIZATION || validation == Validation.SPONSOR;
    }

    boolean isOfPerson() {
        return validation == Validation.SPONSOR || validation == Validation.INDIVIDUAL;
    }

    /** Whether the attribute may stand in the subject. */
    boolean permits(String attribute) {
        if (OF_ALL.contains(attribute)) {
            return true;
        }
        if (validation == Validation.MAILBOX) {
            return false;
        }
        return OF_PLACE.contains(attribute)
                || (generation != Generation.STRICT && OF_STREET.contains(attribute))
                || (isOfOrganization() && OF_ORGANIZATION.contains(attribute))
                || (isOfPerson() && OF_PERSON.contains(attribute));
    }

    private static Set<String> oids(AttributeType... types) {
        return Set.copyOf(Arrays.stream(types).map(AttributeType::oid).toList());
    }
}
