package io.shomei.lint.ocsp;

import java.util.List;

/** The rules by name. */
final class OcspResponseRules {
    private OcspResponseRules() {}

    static List<OcspResponseRule> all() {
        return List.of(
                new SignerIsAuthorised(),
                new SignerOutlivesTheAnswer(),
                new SignatureFitsTheSignersKey(),
                new ResponderIsNamedByItsKey(),
                new EveryCertificateAskedForIsAnswered(),
                new StatusIsToldForTheSignersIssuerOnly(),
                new NonceIsTheOneAsked(),
                new UpdatesEncloseTheProduction(),
                new EveryStatusHasAnEnd(),
                new ValidityIsEightHoursToTenDays(),
                new RevocationIsNotAhead(),
                new ReasonIsWorthTelling(),
                new ReasonIsNotAnExtension(),
                new ArchiveCutoffIsNotAhead(),
                new ExtensionsAreNotCritical());
    }
}
