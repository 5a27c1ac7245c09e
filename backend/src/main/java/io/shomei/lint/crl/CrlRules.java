package io.shomei.lint.crl;

import java.util.List;

/** The rules of this package. A test compares them with its classes. */
final class CrlRules {
    private CrlRules() {}

    static List<CrlRule> all() {
        return List.of(
                new AuthorityKeyIsIdentified(),
                new DeltaNamesItsBaseCritically(),
                new FreshestCrlIsNamedInFullListsOnly(),
                new IssuerIsTheSubjectOfItsCertificate(),
                new IssuingDistributionPointIsTrue(),
                new ListExtensionsAreThoseOfTheStandard(),
                new ListExtensionsAreUnique(),
                new NextUpdateIsLaterThanThisUpdate(),
                new NextUpdateIsSoon(),
                new NumberIsPresentAndShort(),
                new RemovalsAreInDeltasOnly(),
                new RevokedCertificatesAreAbsentRatherThanEmpty(),
                new SerialNumbersAreUnique(),
                new SignatureAlgorithmIsThatOfTheIssuersKey(),
                new UpdatesAreEncodedByYear(),
                new VersionIsTwo());
    }

    static List<CrlEntryRule> onEntries() {
        return List.of(
                new EntryExtensionsAreAbsentRatherThanEmpty(),
                new EntryExtensionsAreKnownAndUnique(),
                new EntryExtensionsAreNotCritical(),
                new EntrySerialNumberIsPositiveAndShort(),
                new InvalidityDateIsGeneralizedTime(),
                new ReasonIsGivenOnlyWhereThereIsOne(),
                new RevocationDateIsEncodedByYear());
    }
}
