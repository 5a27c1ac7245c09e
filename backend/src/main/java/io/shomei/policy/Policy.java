package io.shomei.policy;

import java.time.Duration;
import java.time.Period;
import java.util.List;

/**
 * What may differ between services, and only that. Durations and periods are ISO 8601.
 *
 * @param version counts the changes of one tenant's policy; every certificate remembers the one it was issued under
 */
public record Policy(
        int version,
        TenantLabel tenantLabel,
        Authentication auth,
        Session session,
        Profiles profiles,
        RequestFiles requestFile,
        Enrolment enrolment,
        Renewal renewal,
        Revocation revocation,
        Lists lists) {

    /** What a tenant is called on screen. */
    public enum TenantLabel {
        PLATFORM,
        INSTITUTION,
        CUSTOMER,
        CORPORATION,
        COMPANY
    }

    /** How people log in; each method is the list of what must be proven together. */
    public record Authentication(List<List<Proof>> methods) {
        public Authentication {
            methods = List.copyOf(methods);
        }

        public boolean allows(Proof... proofs) {
            return methods.contains(List.of(proofs));
        }
    }

    /** What a log-in may ask for. */
    public enum Proof {
        CERT,
        SITE_CERT,
        ID,
        PASSWORD,
        PIN,
        OTP
    }

    /** How long a log-in lasts without anything being done. */
    public record Session(Duration idleTimeout) {}

    /** Numbers of the certificate profiles that may be asked for. */
    public record Profiles(List<String> permitted) {
        public Profiles {
            permitted = List.copyOf(permitted);
        }
    }

    /**
     * @param maxRows rows one file may have
     * @param reviewItems what an officer affirms with a submission; texts stand in the language files
     */
    public record RequestFiles(int maxRows, List<String> reviewItems) {
        public RequestFiles {
            reviewItems = List.copyOf(reviewItems);
        }
    }

    /** How long a one-time URL may be used. */
    public record Enrolment(Period urlLifetime) {}

    /** When before its end a certificate's people are told. */
    public record Renewal(List<Period> notices) {
        public Renewal {
            notices = List.copyOf(notices);
        }
    }

    /**
     * @param by who may revoke besides the operator, who always may
     * @param bulk how many are revoked at once
     */
    public record Revocation(List<Revoker> by, List<Bulk> bulk) {
        public Revocation {
            by = List.copyOf(by);
            bulk = List.copyOf(bulk);
        }

        public enum Revoker {
            OFFICER,
            TENANT_ADMINISTRATOR,
            SUBJECT
        }

        public enum Bulk {
            REQUEST_FILE,
            SELECTION,
            CSV
        }
    }

    /** Character encoding of lists that are downloaded. */
    public record Lists(String encoding) {}
}
