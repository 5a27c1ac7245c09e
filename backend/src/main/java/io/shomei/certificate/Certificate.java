package io.shomei.certificate;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.RequestFileId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Profiles;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of the register.
 *
 * @param authority name of the generation that signed it
 * @param crlShard the revocation list it names
 * @param profileVersion of the profile it was issued under
 * @param policyVersion of the tenant's policy it was issued under
 * @param account whose log-in certificate it is
 * @param collectBy until when somebody is to fetch it; null where nobody is
 * @param collectedAt when it was fetched
 * @param firstUsedAt the first log-in with it
 * @param renews what it took the place of
 * @param mute null where people are told that it expires
 */
public record Certificate(
        CertificateId id,
        TenantId tenant,
        String authority,
        int crlShard,
        SerialNumber serial,
        CertificateKind kind,
        String profile,
        int profileVersion,
        int policyVersion,
        String subjectDn,
        String commonName,
        Instant notBefore,
        Instant notAfter,
        Instant issuedAt,
        byte[] der,
        @Nullable AccountId account,
        @Nullable RequestFileId requestFile,
        @Nullable Long requestLine,
        Subscriber subscriber,
        @Nullable Instant collectBy,
        @Nullable Instant collectedAt,
        @Nullable Instant firstUsedAt,
        @Nullable CertificateId renews,
        @Nullable Mute mute,
        CertificateState state) {

    /** In the place of a profile, in the certificates of authorities. */
    public static final String AUTHORITY_PROFILE = "authority";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    public boolean isOfAuthority() {
        return profile.equals(AUTHORITY_PROFILE);
    }

    /** The revocation list it is on when it is revoked. */
    public CrlScope crlScope() {
        return new CrlScope(authority, crlShard);
    }

    /** RFC 5280 4.1.2.5: notAfter is inclusive. */
    public boolean isExpiredAt(Instant now) {
        return now.isAfter(notAfter) && !now.truncatedTo(ChronoUnit.SECONDS).equals(notAfter);
    }

    /** Whether what it signed is relied on after it has expired (Code Signing BR 7.2): code, and time stamps. */
    public boolean isReliedOnAfterExpiry() {
        return kind == CertificateKind.CODE_SIGNING || profile.equals(Profiles.TSA);
    }

    /** Whether relying parties take it as far as its state and its end go. */
    public boolean isUsableAt(Instant now) {
        return !(state instanceof CertificateState.Revoked) && !isExpiredAt(now);
    }

    /**
     * What its files are called, without extension: with the day of its end, so that those of a certificate and of its renewal do not
     * take each other's place.
     *
     * @param zone its tenant's
     */
    public String fileName(ZoneId zone) {
        return commonName() + "_" + DAY.format(notAfter.atZone(zone));
    }

    /** Whether its owner has it, as far as anybody was told. */
    public boolean isHandedOut() {
        return collectBy == null || collectedAt != null;
    }

    public boolean isNotYetValidAt(Instant now) {
        return now.isBefore(notBefore);
    }

    public Status statusAt(Instant now) {
        return Status.of(
                state instanceof CertificateState.Revoked,
                state instanceof CertificateState.Renewed,
                !isHandedOut(),
                isExpiredAt(now));
    }

    /** What a list shows. */
    public enum Status {
        WAITING_FOR_DOWNLOAD(4),
        ISSUED(5),
        RENEWED(6),
        REVOKED(7),
        EXPIRED(8);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        /** The number in downloaded lists. */
        public int code() {
            return code;
        }

        /**
         * @param uncollected whether somebody still has to fetch it
         */
        public static Status of(boolean revoked, boolean renewed, boolean uncollected, boolean expired) {
            if (revoked) {
                return REVOKED;
            }
            if (expired) {
                return EXPIRED;
            }
            if (renewed) {
                return RENEWED;
            }
            return uncollected ? WAITING_FOR_DOWNLOAD : ISSUED;
        }
    }
}
