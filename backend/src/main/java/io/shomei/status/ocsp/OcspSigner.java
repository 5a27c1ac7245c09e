package io.shomei.status.ocsp;

import io.shomei.authority.Authority;
import io.shomei.issuance.OwnCertificate;
import io.shomei.lint.ocsp.LintedOcspResponse;
import io.shomei.lint.ocsp.OcspDelegation;
import io.shomei.pki.OcspResponseTemplate;
import io.shomei.pki.OcspStatus;
import io.shomei.pki.SingleOcspResponse;
import io.shomei.pki.UnsignedOcspResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Signs answers for one generation of one authority, with a key that the authority delegated this to (RFC 6960 4.2.2.2). It
 * signs what passed every rule and nothing else, and verifies each signature before it is given out.
 */
final class OcspSigner {
    /** BR 4.9.10: no definite answer ends sooner. */
    private static final Duration LEAST_LIFETIME = Duration.ofHours(8);

    /** What is not known may become known at any moment; so long clients of RFC 5019 are told to believe it. */
    private static final Duration UNKNOWN_LIFETIME = Duration.ofMinutes(1);

    private final Authority authority;
    private final OwnCertificate own;
    private final Duration lifetime;
    private final OcspDelegation delegation;
    private final OcspResponseTemplate template;

    OcspSigner(Authority authority, OwnCertificate own, Duration lifetime) {
        this.authority = authority;
        this.own = own;
        this.lifetime = lifetime;
        this.delegation = OcspDelegation.of(own.certificate(), authority.certificate(), own.scheme());
        this.template = new OcspResponseTemplate(own.certificate(), own.scheme());
    }

    boolean uses(OwnCertificate other) {
        return own.certificate().equals(other.certificate());
    }

    /** Whether an answer of this moment could last as long as it must: its signer does not outlive the authority. */
    boolean isUsableAt(Instant now) {
        return !now.plus(LEAST_LIFETIME).isAfter(own.certificate().notAfter());
    }

    OcspAnswer answer(OcspFacts facts) {
        // The copy that made this signer may have a clock that is a little ahead of ours.
        Instant at = facts.at().isBefore(own.certificate().notBefore())
                ? own.certificate().notBefore()
                : facts.at();
        Instant nextUpdate = nextUpdate(at);
        List<SingleOcspResponse> singles =
                facts.facts().stream().map(fact -> single(fact, at, nextUpdate)).toList();
        byte[] der = sign(template.shape(at, singles, facts.request().nonce()), facts);
        return new OcspAnswer(
                der,
                OcspAnswer.Outcome.of(facts.first().status()),
                facts.isLasting() ? Optional.of(OcspAnswer.Lasting.of(der, at, nextUpdate)) : Optional.empty());
    }

    private Instant nextUpdate(Instant thisUpdate) {
        Instant end = thisUpdate.plus(lifetime);
        return end.isAfter(own.certificate().notAfter()) ? own.certificate().notAfter() : end;
    }

    private SingleOcspResponse single(OcspFacts.Fact fact, Instant at, Instant nextUpdate) {
        return new SingleOcspResponse(
                fact.certificate(),
                fact.status(),
                at,
                fact.status() instanceof OcspStatus.Unknown ? at.plus(UNKNOWN_LIFETIME) : nextUpdate,
                // RFC 6960 4.4.4: nothing is ever removed from the register, so all of the authority's life is kept.
                fact.expired() ? authority.certificate().notBefore() : null);
    }

    private byte[] sign(UnsignedOcspResponse response, OcspFacts facts) {
        LintedOcspResponse linted = LintedOcspResponse.check(response, facts.request(), delegation);
        return template.assemble(linted.response(), own.sign(linted.response().encoded()));
    }
}
