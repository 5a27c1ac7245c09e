package io.shomei.certificate;

import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Enrolment.Secret;
import io.shomei.policy.Policy.Issuance.Approval;
import io.shomei.policy.Policy.Key.Origin;
import io.shomei.policy.Policy.P12.InitialPassword;
import io.shomei.policy.Policy.Proof;
import io.shomei.policy.Policy.Supersession;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands with the certificates it logs in with: which is the newest, what can be renewed, and whether one can be acquired
 * (C.4). Pure decisions.
 *
 * @param usable those that are neither revoked nor over, the newest first
 * @param last the newest that its owner ever had, whatever became of it
 */
public record Standing(
        Policy policy,
        ZoneId zone,
        List<Certificate> usable,
        @Nullable Certificate last,
        Instant now) {
    /** So long before the end of the present one a newer one that nobody has used is warned of (SC-089). */
    public static final Duration UNUSED_WARNING = Duration.ofDays(7);

    public Standing {
        usable = List.copyOf(usable);
    }

    /**
     * @param certificates all of the account
     */
    public static Standing of(Policy policy, ZoneId zone, List<Certificate> certificates, Instant now) {
        return new Standing(
                policy,
                zone,
                certificates.stream()
                        .filter(each -> each.isUsableAt(now))
                        .sorted(Comparator.comparing(Certificate::issuedAt).reversed())
                        .toList(),
                certificates.stream()
                        .filter(Certificate::isHandedOut)
                        .max(Comparator.comparing(Certificate::issuedAt))
                        .orElse(null),
                now);
    }

    /** The newest that its owner has. */
    public Optional<Certificate> newest() {
        return usable.stream().filter(Certificate::isHandedOut).findFirst();
    }

    /** The newest that its owner has, where that is not this one or an earlier one; none takes another's place where each stands by itself. */
    public Optional<Certificate> newerThan(Certificate one) {
        if (policy.certificate().supersession() == Supersession.NEVER) {
            return Optional.empty();
        }
        return newest().filter(newest ->
                !newest.id().equals(one.id()) && newest.issuedAt().isAfter(one.issuedAt()));
    }

    /** Those that were issued before this one and are still worth something. */
    public List<Certificate> earlierThan(Certificate one) {
        return usable.stream()
                .filter(each -> !each.id().equals(one.id()) && each.issuedAt().isBefore(one.issuedAt()))
                .toList();
    }

    /** Those that were issued and that nobody has told to have. */
    public List<Certificate> unconfirmed() {
        return usable.stream().filter(each -> !each.isHandedOut()).toList();
    }

    /**
     * Whether its owner can renew it now: the policy has a way for that, its window is open, nothing newer took its place, and there may be
     * one more for a while.
     */
    public boolean isRenewable(Certificate one) {
        return policy.renewalWay().isPresent()
                && RenewalWindow.isOpen(policy.renewal(), one.notAfter(), zone, now)
                && newerThan(one).isEmpty()
                && (policy.certificate().supersession() == Supersession.IMMEDIATE
                        || handedOut() < policy.certificate().maxValidDuringRenewal());
    }

    /** Whether its owner has as many as the policy lets one person have. */
    public boolean isFull() {
        return handedOut() >= policy.certificate().maxValidPerSubject();
    }

    private long handedOut() {
        return usable.stream().filter(Certificate::isHandedOut).count();
    }

    /** Whether the last one has ended by itself, and another may be acquired for it without anybody's help still (B-14). */
    public boolean isInGrace() {
        return hasExpired() && !isGraceOver();
    }

    /**
     * Whether the last one has ended by itself so long ago that the service desk is needed for another.
     *
     * @param since when somebody last let its owner acquire one: what comes after the last one's issue begins anew
     */
    public boolean isPastGrace(@Nullable Instant since) {
        return hasExpired()
                && isGraceOver()
                && (since == null || !since.isAfter(Objects.requireNonNull(last).issuedAt()));
    }

    private boolean hasExpired() {
        return last != null && !(last.state() instanceof CertificateState.Revoked) && now.isAfter(last.notAfter());
    }

    private boolean isGraceOver() {
        Period grace = policy.renewal().graceAfterExpiry();
        return last != null
                && grace != null
                && now.isAfter(last.notAfter().atZone(zone).plus(grace).toInstant());
    }

    /**
     * What took its place, where the file of that can be fetched again: {@code download.policy} lets it, {@code download.window} is not
     * over, and nobody used it yet.
     */
    public Optional<Certificate> fileOpenOf(Certificate one) {
        Duration window = policy.download().window();
        return newerThan(one)
                .filter(newer -> one.id().equals(newer.renews()))
                .filter(newer -> window == null || !now.isAfter(newer.issuedAt().plus(window)))
                .filter(newer -> switch (policy.download().policy()) {
                    case ONCE -> false;
                    case RESUMABLE -> newer.firstUsedAt() == null;
                    case REPEATABLE -> true;
                });
    }

    /** When its renewal window opens; empty where the policy has none. */
    public Optional<Instant> renewableFrom(Certificate one) {
        return RenewalWindow.opensAt(policy.renewal(), one.notAfter(), zone);
    }

    /** Whole days until it ends; never less than none. */
    public long daysLeft(Certificate one) {
        return Math.max(0, Duration.between(now, one.notAfter().plusSeconds(1)).toDays());
    }

    /** Whether its owner is warned, because this one ends soon and nobody ever used the newer one. */
    public boolean isNewerUnused(Certificate one) {
        return policy.certificate().unconfirmedInstallWarning()
                && newerThan(one).filter(newer -> newer.firstUsedAt() == null).isPresent()
                && !now.isBefore(one.notAfter().plusSeconds(1).minus(UNUSED_WARNING));
    }

    /** Whether people acquire with an acquisition password, outside of a session. */
    public static boolean isByAcquisitionPassword(Policy policy) {
        return policy.enrolment().secret() == Secret.ACQUISITION_PASSWORD
                && policy.issuance().approval() == Approval.SECRET
                && policy.p12().initialPassword() == InitialPassword.ENROLMENT_SECRET
                && policy.key().comesFrom(Origin.SERVER_P12)
                && policy.auth().asksFor(Proof.CERT);
    }

    /** Whether people acquire in their session, with a key that their browser makes. */
    public static boolean isInSession(Policy policy) {
        return policy.enrolment().secret() == Secret.NONE
                && policy.key().comesFrom(Origin.BROWSER_KEYGEN)
                && policy.auth().asksFor(Proof.CERT);
    }
}
