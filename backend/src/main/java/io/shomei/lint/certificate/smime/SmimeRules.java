package io.shomei.lint.certificate.smime;

import io.shomei.lint.certificate.CertificateRule;
import java.util.List;

/** The rules of this package. A test compares them with its classes. */
public final class SmimeRules {
    private SmimeRules() {}

    public static List<CertificateRule> all() {
        return List.of(
                new LegacyGenerationHasEnded(),
                new MailAlternativeNamesArePermitted(),
                new MailAuthorityExtensionsAreComplete(),
                new MailAuthorityNamesItself(),
                new MailAuthorityPurposesArePermitted(),
                new MailCommonNameFitsItsType(),
                new MailKeyUsageIsPermitted(),
                new MailPolicyIsOneReserved(),
                new MailPurposeIsPermitted(),
                new MailRevocationListIsNamed(),
                new MailSubjectFitsItsType(),
                new MailValidityIsShort(),
                new MailboxIsAnAlternativeName(),
                new OrganizationIdentifierIsWellFormed(),
                new PartsOfAnAddressStandWithTheirWhole(),
                new PseudonymStandsWithoutName());
    }

    /** Those that are neither about telling everybody that all are met, nor about the validity. */
    public static List<CertificateRule> withoutPromise() {
        return all().stream()
                .filter(rule -> !(rule instanceof MailPolicyIsOneReserved) && !(rule instanceof MailValidityIsShort))
                .toList();
    }
}
