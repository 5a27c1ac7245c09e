package io.shomei.session;

import io.shomei.account.Account;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.TenantId;
import java.util.Optional;

/** What a presented certificate is worth for a log-in, and why. */
sealed interface Diagnosis {

    record Good(Certificate certificate, Account account) implements Diagnosis {}

    /** The certificate of a tenant's site: nobody's own, it opens the log-in by ID to the tenant's accounts. */
    record Site(Certificate certificate) implements Diagnosis {}

    record None() implements Diagnosis {}

    /** Not one of ours, or not the bytes we issued under that serial number. */
    record Foreign() implements Diagnosis {}

    /** One of ours, of another tenant than the entrance names. What it says itself is all that is told of that tenant (AT-08). */
    record Elsewhere() implements Diagnosis {}

    record Expired(Certificate certificate) implements Diagnosis {}

    record NotYetValid(Certificate certificate) implements Diagnosis {}

    record Revoked(Certificate certificate) implements Diagnosis {}

    /** Revoked because its owner has a newer one. */
    record Superseded(Certificate certificate, Certificate newer) implements Diagnosis {}

    /** Ours and valid, but nobody's log-in certificate. */
    record WithoutAccount(Certificate certificate) implements Diagnosis {}

    default SessionProblem problem() {
        return switch (this) {
            case Good good -> throw new IllegalStateException("nothing is wrong");
            case Site site -> throw new IllegalStateException("nothing is wrong");
            case None none -> SessionProblem.CERTIFICATE_MISSING;
            case Foreign foreign -> SessionProblem.CERTIFICATE_FOREIGN;
            case Elsewhere elsewhere -> SessionProblem.CERTIFICATE_FOREIGN;
            case Expired expired -> SessionProblem.CERTIFICATE_EXPIRED;
            case NotYetValid early -> SessionProblem.CERTIFICATE_NOT_YET_VALID;
            case Revoked revoked -> SessionProblem.CERTIFICATE_REVOKED;
            case Superseded superseded -> SessionProblem.CERTIFICATE_SUPERSEDED;
            case WithoutAccount nobodys -> SessionProblem.CERTIFICATE_WITHOUT_ACCOUNT;
        };
    }

    /** The certificate, where it is one of ours. */
    default Optional<Certificate> ours() {
        return switch (this) {
            case Good(Certificate certificate, Account account) -> Optional.of(certificate);
            case Site(Certificate certificate) -> Optional.of(certificate);
            case Expired(Certificate certificate) -> Optional.of(certificate);
            case NotYetValid(Certificate certificate) -> Optional.of(certificate);
            case Revoked(Certificate certificate) -> Optional.of(certificate);
            case Superseded(Certificate certificate, Certificate newer) -> Optional.of(certificate);
            case WithoutAccount(Certificate certificate) -> Optional.of(certificate);
            case None none -> Optional.empty();
            case Foreign foreign -> Optional.empty();
            case Elsewhere elsewhere -> Optional.empty();
        };
    }

    /** Whose certificate it is; empty where it is none of ours. */
    default Optional<TenantId> issuedTo() {
        return ours().map(Certificate::tenant);
    }

    /** In whose history a refusal stands. */
    default TenantId tenant() {
        return issuedTo().orElse(TenantId.PLATFORM);
    }
}
