package io.shomei.status.ocsp;

import io.quarkus.logging.Log;
import io.shomei.authority.Authority;
import io.shomei.certificate.IssuedSerial;
import io.shomei.certificate.IssuedStatus;
import io.shomei.database.DatabaseException;
import io.shomei.pki.CertId;
import io.shomei.pki.DerException;
import io.shomei.pki.OcspError;
import io.shomei.pki.OcspRequest;
import io.shomei.status.ocsp.OcspMetrics.Source;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * Answers about certificates (RFC 6960). The status is what the register says after the question came in, so a revocation is in
 * the very next answer of every copy of the platform.
 */
@ApplicationScoped
class OcspResponder {
    private final OcspSigners signers;
    private final RegisterLookups lookups;
    private final KeptAnswers kept;
    private final OcspMetrics metrics;
    private final InstantSource clock;
    private volatile boolean failing;

    OcspResponder(
            OcspSigners signers, RegisterLookups lookups, KeptAnswers kept, OcspMetrics metrics, InstantSource clock) {
        this.signers = signers;
        this.lookups = lookups;
        this.kept = kept;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * The answer to a question, whatever it is: what goes wrong is told in the protocol's own words, too (RFC 6960 2.3). It
     * waits for the database, on a thread that may.
     */
    OcspAnswer answer(byte[] question) {
        long start = System.nanoTime();
        try {
            OcspAnswer answer = answer(OcspRequest.read(question), start);
            failing = false;
            return answer;
        } catch (DerException malformed) {
            return refuse(OcspError.MALFORMED_REQUEST, start);
        } catch (DatabaseException | TimeoutException away) {
            return refuse(OcspError.TRY_LATER, start);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return refuse(OcspError.TRY_LATER, start);
        } catch (RuntimeException failure) {
            if (!failing) {
                // One line for a fault, however many ask meanwhile.
                Log.error("an OCSP answer could not be made", failure);
                failing = true;
            }
            return refuse(OcspError.INTERNAL_ERROR, start);
        }
    }

    /** The answer to what is not even read. */
    OcspAnswer refuse(OcspError error) {
        return refuse(error, System.nanoTime());
    }

    private OcspAnswer answer(OcspRequest request, long start) throws TimeoutException, InterruptedException {
        // 1. The first certificate from an authority of ours says who answers.
        Optional<Authority> issuer = issuerOf(request);
        if (issuer.isEmpty()) {
            return refuse(OcspError.UNAUTHORIZED, start);
        }
        // 2. The register is asked now.
        OcspFacts facts = facts(request, issuer.get());
        // 3. What was signed before and is true still is given again.
        Optional<KeptAnswers.Kept> again = kept.find(facts);
        if (again.isPresent()) {
            if (again.get().isToBeRenewed(facts.at())) {
                Thread.ofVirtual().name("ocsp-renewal").start(() -> renew(facts));
            }
            return counted(Source.KEPT, again.get().answer(), start);
        }
        // 4. Anything else is signed now.
        OcspSigner signer = signers.signerFor(issuer.get());
        if (!signer.isUsableAt(facts.at())) {
            return refuse(OcspError.UNAUTHORIZED, start);
        }
        OcspAnswer answer = signer.answer(facts);
        kept.keep(facts, answer);
        return counted(Source.SIGNED, answer, start);
    }

    private Optional<Authority> issuerOf(OcspRequest request) {
        for (CertId certificate : request.certificates()) {
            Optional<Authority> issuer = signers.issuerOf(certificate);
            if (issuer.isPresent()) {
                return issuer;
            }
        }
        return Optional.empty();
    }

    private OcspFacts facts(OcspRequest request, Authority issuer) throws TimeoutException, InterruptedException {
        List<IssuedSerial> asked = new ArrayList<>(1);
        for (CertId certificate : request.certificates()) {
            serialOf(certificate, issuer).ifPresent(asked::add);
        }
        Map<IssuedSerial, IssuedStatus> found = asked.isEmpty() ? Map.of() : lookups.find(asked);
        List<OcspFacts.Fact> facts = new ArrayList<>(request.certificates().size());
        Instant now = clock.instant();
        Instant at = now.truncatedTo(ChronoUnit.SECONDS);
        for (CertId certificate : request.certificates()) {
            OcspFacts.Fact fact = serialOf(certificate, issuer)
                    .flatMap(serial -> Optional.ofNullable(found.get(serial)))
                    .map(issued -> OcspFacts.Fact.of(certificate, issued, now))
                    // Not issued, or another authority's, of which this one's signer may not speak (RFC 6960 4.2.2.2).
                    .orElseGet(() -> OcspFacts.Fact.unknown(certificate));
            facts.add(fact);
            // The copy that revoked it may have a clock that is a little ahead of ours.
            at = fact.since().isAfter(at) ? fact.since() : at;
        }
        return new OcspFacts(request, issuer, facts, at);
    }

    private Optional<IssuedSerial> serialOf(CertId certificate, Authority issuer) {
        return signers.issuerOf(certificate)
                .filter(each -> each.name().equals(issuer.name()))
                .flatMap(own -> certificate.serial())
                .map(serial -> new IssuedSerial(issuer.name(), serial));
    }

    /** Another answer takes the place of one that was just given; who asks next does not wait for it. */
    private void renew(OcspFacts facts) {
        try {
            OcspSigner signer = signers.signerFor(facts.issuer());
            if (signer.isUsableAt(facts.at())) {
                kept.keep(facts, signer.answer(facts));
            }
        } catch (RuntimeException failure) {
            // It is tried again soon. The one that is kept ends in time; then another is signed for whoever asks.
            Log.warn("an OCSP answer could not be signed in advance", failure);
        }
    }

    private OcspAnswer refuse(OcspError error, long start) {
        return counted(Source.UNSIGNED, OcspAnswer.refusal(error), start);
    }

    private OcspAnswer counted(Source source, OcspAnswer answer, long start) {
        metrics.count(source, answer.outcome(), System.nanoTime() - start);
        return answer;
    }
}
