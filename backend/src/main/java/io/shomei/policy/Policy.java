package io.shomei.policy;

import io.shomei.kernel.Language;
import io.shomei.pki.Pkcs12;
import io.shomei.text.TextEncoding;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may differ between services, and only that. Each component is a key of the model: its type, its floor and its ceiling
 * stand here, its title in {@code keys_{ja,en}.properties}, its values in the presets. Durations and periods are ISO 8601; a
 * period of months follows the calendar. What is never configurable is not here: the one message for an unknown ID and a
 * wrong password, atomic counters of failures, certificates told apart by issuer and serial number, an audit that only grows.
 *
 * @param version counts the changes of one tenant's policy; every certificate remembers the one it was issued under
 */
public record Policy(
        int version,
        TenantLabel tenantLabel,
        Identity identity,
        Authentication auth,
        Password password,
        LockOut lockout,
        Session session,
        Profiles profiles,
        CertificateTerms certificate,
        Renewal renewal,
        Key key,
        Enrolment enrolment,
        P12 p12,
        Download download,
        Issuance issuance,
        RequestFiles requestFile,
        Submission submission,
        Quota quota,
        Revocation revocation,
        IpAllowlist ipAllowlist,
        Administration administration,
        Review review,
        Desk desk,
        Audit audit,
        Mail mail,
        Lists lists,
        TimeStamping timestamp) {

    /** How people renew what they log in with, by themselves. */
    public enum RenewalWay {
        /** By the present certificate and the log-in password, which opens the new file. */
        IN_ONE_REQUEST,
        /** By the present certificate alone, with a PIN that is shown once. */
        BY_SHOWN_PIN,
        /** In the session, with a key of the browser. */
        IN_SESSION
    }

    /** In which way people renew their own by themselves; empty where they do not. */
    public Optional<RenewalWay> renewalWay() {
        Set<Proof> proven = Set.copyOf(renewal.authentication());
        if (renewal.window() == null || proven.isEmpty()) {
            return Optional.empty();
        }
        return switch (p12.renewalPassword()) {
            case LOGIN_PASSWORD_IN_REQUEST ->
                way(RenewalWay.IN_ONE_REQUEST, proven.equals(Set.of(Proof.CERT, Proof.PASSWORD)));
            case SHOWN_ONCE ->
                way(
                        RenewalWay.BY_SHOWN_PIN,
                        proven.equals(Set.of(Proof.CERT)) && enrolment.secret() == Enrolment.Secret.ACCESS_PIN);
            case NONE ->
                way(
                        RenewalWay.IN_SESSION,
                        proven.contains(Proof.CERT)
                                && auth.methods().stream()
                                        .anyMatch(method -> Set.copyOf(method).containsAll(proven))
                                && enrolment.secret() == Enrolment.Secret.NONE
                                && key.comesFrom(Key.Origin.BROWSER_KEYGEN));
        };
    }

    private static Optional<RenewalWay> way(RenewalWay way, boolean open) {
        return open ? Optional.of(way) : Optional.empty();
    }

    /** What a tenant is called on screen. */
    public enum TenantLabel {
        PLATFORM,
        INSTITUTION,
        CUSTOMER,
        CORPORATION,
        COMPANY
    }

    /**
     * Who the people and certificates of a tenant are.
     *
     * @param minAdministrators accounts that may administer, at least
     * @param userIdFormat regular expression of log-in IDs; null where nobody types one
     * @param kanaName whether users have a name in half-width kana besides
     * @param commonName CN of log-in and issued certificates as a template; null where the application names it
     * @param organizationalUnit OU of log-in certificates whose profile has one; null for none
     * @param friendlyName name of a certificate in a P12 file, as a template
     */
    public record Identity(
            @Least("1") @Most("9") int minAdministrators,
            @Matches(".{1,200}") @Nullable String userIdFormat,
            boolean kanaName,
            @Matches(Templates.TEMPLATE) @Nullable String commonName,
            @Matches("[^{}]{1,64}") @Nullable String organizationalUnit,
            @Matches(Templates.TEMPLATE) String friendlyName) {
        /** Whether the platform makes the names of certificates by number, each for one holder alone. */
        public boolean numbersNames() {
            return commonName != null && Templates.isNumbered(commonName);
        }

        /** Whether this is a name that the platform made by number. */
        public boolean numbered(String name) {
            return commonName != null && Templates.numbers(commonName, name);
        }
    }

    /**
     * How people log in.
     *
     * @param methods the ways to log in, in the order they are offered; each is the list of what must be proven together
     * @param methodScope whether all people of a tenant log in the same way, or each their own
     * @param methodSwitch when a person loses the ways without a certificate
     * @param otp kinds of one-time password that a tenant may ask for besides
     * @param stepUp what is asked again before an operation that matters
     */
    public record Authentication(
            @Most("4") List<List<Proof>> methods,
            MethodScope methodScope,
            List<MethodSwitch> methodSwitch,
            @AtOnce List<OtpKind> otp,
            StepUp stepUp,
            boolean softwareKeyboard,
            boolean rememberLoginId) {
        public Authentication {
            methods = methods.stream().map(List::copyOf).toList();
            methodSwitch = List.copyOf(methodSwitch);
            otp = List.copyOf(otp);
        }

        public boolean allows(Proof... proofs) {
            return methods.contains(List.of(proofs));
        }

        /** Whether any way to log in asks for this. */
        public boolean asksFor(Proof proof) {
            return methods.stream().anyMatch(method -> method.contains(proof));
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

    public enum MethodScope {
        TENANT,
        SUBJECT
    }

    /** When a person's ways to log in are reduced to those with a certificate. */
    public enum MethodSwitch {
        ON_ACQUISITION,
        BY_ENTITLEMENT
    }

    public enum OtpKind {
        GRID_CARD,
        TOTP
    }

    /** What is asked again, per kind of operation. Whoever revokes, protects: nothing delays that. */
    public record StepUp(
            @AtOnce Reproof renewal,
            @AtOnce Reproof userChange,
            @AtOnce Reproof issuance,
            @AtOnce Reproof download) {
        /** Whether any operation asks for this. */
        public boolean asksFor(Reproof proof) {
            return List.of(renewal, userChange, issuance, download).contains(proof);
        }
    }

    public enum Reproof {
        NONE,
        PASSWORD,
        CONFIRMATION_PIN
    }

    /**
     * Rules for passwords and PINs.
     *
     * @param history earlier values that may not be chosen again, besides the present one
     * @param maxAgeDays calendar days of the tenant's zone after which a change is due; null for never
     */
    public record Password(
            @AtOnce @Least("4") @Most("64") int minLength,
            @Least("8") @Most("128") int maxLength,
            Charset charset,
            @AtOnce Composition composition,
            @Least("0") @Most("24") int history,
            List<Forbidden> notEqualTo,
            @Least("1") @Most("3650") @Nullable Integer maxAgeDays,
            OnExpiry onExpiry,
            boolean firstLoginChange,
            boolean changeAfterReset,
            boolean changeRequiresCurrent) {
        public Password {
            notEqualTo = List.copyOf(notEqualTo);
        }

        public enum Charset {
            ALPHANUMERIC,
            PRINTABLE_ASCII
        }

        public enum Composition {
            ANY,
            LETTERS_AND_DIGITS
        }

        public enum Forbidden {
            USER_NAME,
            LOGIN_ID,
            CONTRACT_ID
        }

        public enum OnExpiry {
            FORCE,
            WARN
        }
    }

    /**
     * When wrong secrets lock, and who unlocks. Each kind of secret has a counter of its own.
     *
     * @param threshold failures in a row that lock
     * @param temporary how long the first lock lasts; null where it already is the last
     * @param last what the last lock is
     */
    public record LockOut(
            @AtOnce @Least("1") @Most("10") int threshold,
            @AtOnce @Least("PT1M") @Most("PT24H") @Nullable Duration temporary,
            @AtOnce LastLock last,
            @AtOnce List<Unlocker> unlockBy) {
        public LockOut {
            unlockBy = List.copyOf(unlockBy);
        }

        public enum LastLock {
            UNTIL_UNLOCKED,
            TEMPORARY
        }

        public enum Unlocker {
            OPERATOR,
            TENANT_ADMINISTRATOR,
            TIME
        }
    }

    /**
     * How long a log-in lasts, and how many there may be.
     *
     * @param idleTimeout time without the idle event after which a session is over
     * @param idleEvent what counts as a sign of life; polling never does
     * @param shownLogins earlier log-ins that are shown after a log-in
     */
    public record Session(
            @AtOnce @Least("PT1M") @Most("PT60M") Duration idleTimeout,
            IdleEvent idleEvent,
            @AtOnce Concurrency concurrency,
            @Least("0") @Most("10") int shownLogins,
            boolean closeBrowserHint) {

        public enum IdleEvent {
            REQUEST,
            CLICK
        }

        public enum Concurrency {
            MANY,
            SINGLE_REFUSE,
            SINGLE_RELOGIN
        }
    }

    /** Numbers or names of the certificate profiles that may be asked for. */
    public record Profiles(
            @Most("100") @Matches("[a-z0-9-]{1,40}") List<String> permitted) {
        public Profiles {
            permitted = List.copyOf(permitted);
        }
    }

    /**
     * How long certificates are valid, and which one counts.
     *
     * @param validity from issue; null where the profile says it. The profile's limits and ceilings hold in any case
     * @param notAfterRounding null where the profile says it
     * @param maxValidPerSubject valid certificates to log in with that one person may have; where {@code quota.model} is PER_SUBJECT the
     *     contract counts by it, too
     * @param maxValidDuringRenewal the same while one of them is renewed
     * @param supersession when an older certificate of a subject is no longer accepted
     */
    public record CertificateTerms(
            @Least("P1D") @Most("P5Y") @Nullable Period validity,
            @Nullable Rounding notAfterRounding,
            @Least("1") @Most("10") int maxValidPerSubject,
            @Least("1") @Most("10") int maxValidDuringRenewal,
            Supersession supersession,
            boolean unconfirmedInstallWarning) {}

    /**
     * IMMEDIATE counts from the confirmed acquisition of the newer certificate, never from the mere request. AT_EXPIRY: both are good to
     * their end. EXPLICIT: both are good until the older is revoked, of which people are reminded. NEVER: each stands by itself, and none
     * is the newer of another.
     */
    public enum Supersession {
        IMMEDIATE,
        AT_EXPIRY,
        EXPLICIT,
        NEVER
    }

    /**
     * When before its end a certificate can be renewed, and when its people are told.
     *
     * @param window null where certificates are issued anew instead
     * @param authentication what people prove to renew their own by themselves; empty where others do it for them
     * @param replacementReminder how long after the collection of a renewed certificate officers are reminded of the old one, where that is
     *     still valid; null for never
     * @param graceAfterExpiry how long after the end of their certificate people may begin anew without the operator (B-14); null for as long
     *     as what let them acquire the first is good
     */
    public record Renewal(
            @Least("P1D") @Most("P180D") @Nullable Period window,
            List<Proof> authentication,
            @Most("10") @Least("P1D") List<Period> notices,
            @Least("P0D") @Most("P180D") @Nullable Period graceAfterExpiry,
            @Least("P1D") @Most("P90D") @Nullable Period replacementReminder) {
        public Renewal {
            authentication = List.copyOf(authentication);
            notices = List.copyOf(notices);
        }
    }

    /** Where private keys are born. */
    public record Key(List<Origin> origin) {
        public Key {
            origin = List.copyOf(origin);
        }

        public enum Origin {
            SERVER_P12,
            CSR_UPLOAD,
            BROWSER_KEYGEN
        }

        public boolean comesFrom(Origin one) {
            return origin.contains(one);
        }
    }

    /**
     * The one-time right to collect a certificate.
     *
     * @param secretLifetime null where the secret holds until it is replaced
     * @param lapseNotice how long before an acquisition password or an entitlement that nobody used lapses its person is told; null for never
     * @param urlLifetime how long a one-time URL may be used
     * @param minPinLength least length of an access PIN that an applicant chooses; those that we make have twelve characters
     * @param uncollected what becomes of a certificate whose key we made, and destroyed because nobody collected it in time; one whose key was
     *     made elsewhere is never touched
     */
    public record Enrolment(
            Secret secret,
            @Least("P1D") @Most("P365D") @Nullable Period secretLifetime,
            @Least("P1D") @Most("P90D") @Nullable Period lapseNotice,
            @Least("P1D") @Most("P365D") Period urlLifetime,
            @AtOnce @Least("6") @Most("32") int minPinLength,
            Uncollected uncollected) {

        public enum Uncollected {
            KEEP,
            REVOKE
        }

        public enum Secret {
            NONE,
            ACCESS_PIN,
            ACQUISITION_PASSWORD
        }
    }

    /** Passwords and form of key files. */
    public record P12(
            InitialPassword initialPassword,
            RenewalPassword renewalPassword,
            Encryption encryption,
            List<Format> formats) {
        public P12 {
            formats = List.copyOf(formats);
        }

        /** How key files are protected where nobody chooses. */
        public Pkcs12.Profile proposed() {
            return encryption == Encryption.COMPAT ? Pkcs12.Profile.COMPAT : Pkcs12.Profile.MODERN;
        }

        /** What key files are called, after a dot. */
        public String extension() {
            return formats.contains(Format.PFX) ? "pfx" : "p12";
        }

        /** What a first key file opens with: the secret with which it is collected, or a password made for it that stands in a list. */
        public enum InitialPassword {
            NONE,
            ENROLMENT_SECRET,
            GENERATED_CSV
        }

        /** What the key file of a renewal opens with: the log-in password just entered, or a PIN that is shown once. */
        public enum RenewalPassword {
            NONE,
            LOGIN_PASSWORD_IN_REQUEST,
            SHOWN_ONCE
        }

        public enum Encryption {
            COMPAT,
            MODERN,
            BY_TARGET
        }

        public enum Format {
            P12,
            PFX,
            MOBILECONFIG
        }
    }

    /**
     * How often a certificate with its key may be fetched.
     *
     * @param window how long; null where as long as the certificate is valid
     * @param prefix what the names of files with many certificates begin with; null for the tenant's code
     */
    public record Download(
            Repetition policy,
            @Least("PT5M") @Most("P31D") @Nullable Duration window,
            @Matches("[A-Za-z0-9._-]{1,40}") @Nullable String prefix) {

        /** REPEATABLE keeps keys in escrow, encrypted, until revocation or expiry. */
        public enum Repetition {
            ONCE,
            RESUMABLE,
            REPEATABLE
        }
    }

    /**
     * @param reissueCoolDown how long nothing can be acquired after one person alone let somebody acquire another certificate, so that those
     *     who were told can object; null for at once
     * @param batchMax certificates one job may issue
     * @param autoRefresh how often a waiting page looks for news; null where it is told
     */
    public record Issuance(
            Mode mode,
            Approval approval,
            @AtOnce @Least("PT1H") @Most("P7D") @Nullable Duration reissueCoolDown,
            Concurrency concurrency,
            @Least("1") @Most("10000") int batchMax,
            @Least("PT5S") @Most("PT5M") @Nullable Duration autoRefresh,
            @Least("10") @Most("1000") int pageSize) {

        /** SYNC: in a request of whoever gets it. ASYNC: in the background, by jobs of an administrator. */
        public enum Mode {
            SYNC,
            ASYNC
        }

        /**
         * Who allows an issue: nobody has to, a registration officer by applying for it, the secret with which it is acquired, or an
         * administrator person by person.
         */
        public enum Approval {
            NONE,
            OFFICER,
            SECRET,
            ENTITLEMENT
        }

        /** A person has one at a time in any case (F-08); PER_TENANT also keeps jobs to one. */
        public enum Concurrency {
            PER_SUBJECT,
            PER_TENANT
        }
    }

    /**
     * @param maxRows rows one file may have
     * @param reviewItems what an officer affirms with a submission; texts stand in the language files
     * @param fourEyesAbove rows above which a second officer approves; null where one is enough
     * @param proposalLifetime how long a file waits for the second officer
     */
    public record RequestFiles(
            @Least("1") @Most("10000") int maxRows,
            @Most("20") @Matches("[a-z][a-z0-9-]{0,59}") List<String> reviewItems,
            @Least("1") @Most("10000") @Nullable Integer fourEyesAbove,
            @Least("P1D") @Most("P90D") Period proposalLifetime) {
        public RequestFiles {
            reviewItems = List.copyOf(reviewItems);
        }

        /** Whether a file with so many rows to carry out waits for a second officer. */
        public boolean isForTwo(long rows) {
            return fourEyesAbove != null && rows > fourEyesAbove;
        }
    }

    /**
     * What subscriber administrators hand in by links that officers give out.
     *
     * @param linkLifetime how long a link is good for; null where there are none
     * @param linkUses submissions that one link is good for, at most
     * @param maxRows rows that one submission may have
     */
    public record Submission(
            @Least("P1D") @Most("P365D") @Nullable Period linkLifetime,
            @Least("1") @Most("100") int linkUses,
            @Least("1") @Most("500") int maxRows) {}

    /**
     * What is counted against a contract.
     *
     * @param renewalOverlap how long before its end a certificate is no longer counted, so that its successor can be issued
     */
    public record Quota(
            Model model,
            @Least("P1D") @Most("P90D") @Nullable Period renewalOverlap) {

        public enum Model {
            NONE,
            PER_SUBJECT,
            PER_CONTRACT,
            LICENCES
        }
    }

    /**
     * @param by who may revoke besides the operator, who always may
     * @param propagation by when a revocation is effective everywhere, as screens say; our own gateway refuses at once
     */
    public record Revocation(
            List<Revoker> by,
            List<Bulk> bulk,
            @AtOnce @Least("PT0S") @Most("PT24H") Duration propagation,
            boolean reissueInOneStep) {
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

    /** Addresses people may come from. */
    public record IpAllowlist(
            @AtOnce Combination combine, @AtOnce boolean selfLockoutGuard) {

        /** AND: a listed address besides the log-in. OR_CERTIFICATE: a listed address or a certificate. */
        public enum Combination {
            OFF,
            AND,
            OR_CERTIFICATE
        }
    }

    /** What a tenant's administrators see and set. */
    public record Administration(PermissionMatrix permissionMatrix) {
        public enum PermissionMatrix {
            NONE,
            TRADING,
            ONLINE_BANKING
        }
    }

    /**
     * The yearly review of a tenant by the service desk.
     *
     * @param period how long an approval holds, and with it the issuing deadline of the domains; null where tenants are not reviewed
     * @param noticeAfter from when on the next one is due, and people are told
     * @param answerWithin how long the head of the institution has to send the document back
     */
    public record Review(
            @Least("P1M") @Most("P36M") @Nullable Period period,
            @Least("P1D") @Most("P36M") Period noticeAfter,
            @Least("P1D") @Most("P180D") Period answerWithin) {}

    /**
     * What the service desk does for accounts.
     *
     * @param fourEyes which of it another operator must approve
     * @param proposalLifetime how long a proposal waits for the other operator
     */
    public record Desk(
            @AtOnce List<Act> fourEyes,
            @Least("P1D") @Most("P90D") Period proposalLifetime) {
        public Desk {
            fourEyes = List.copyOf(fourEyes);
        }

        public enum Act {
            UNLOCK,
            RESET_PASSWORD,
            REISSUE_ACQUISITION_PASSWORD,
            REVOKE_CERTIFICATES,
            INITIALISE,
            NEW_DEVICE,
            SUSPEND,
            RESUME,
            WITHDRAW,
            ENROL,
            REISSUE_CERTIFICATE,
            REGISTER_INCIDENT,
            LIFT_INCIDENT,
            ENTITLE,
            DISENTITLE,
            BLOCK_COLLECTION,
            BLOCK_COLLECTION_ACCUMULATED,
            LIFT_COLLECTION_BLOCK
        }
    }

    /** How long operation history is kept. */
    public record Audit(@AtOnce @Least("P1Y") @Most("P30Y") Period retention) {}

    /**
     * Mails to a tenant's people. They never ask for a secret.
     *
     * @param subjectPrefix what every subject begins with; null where that is nothing
     * @param languages in which each mail is written, one after the other
     */
    public record Mail(
            Encoding encoding,
            @Matches("[^\\p{Cntrl}]{1,40}") @Nullable String subjectPrefix,
            boolean signed,
            List<Language> languages) {
        public Mail {
            languages = List.copyOf(languages);
        }

        public enum Encoding {
            UTF_8,
            ISO_2022_JP
        }
    }

    /** Character encoding of lists that are downloaded. */
    public record Lists(@Matches("Shift_JIS|UTF-8") String encoding) {

        /** The one that somebody asked for by its label, else this one. */
        public TextEncoding encodingOr(@Nullable String asked) {
            return TextEncoding.ofLabel(asked == null ? encoding : asked).orElseThrow();
        }
    }

    /**
     * Time stamps at the tenant's own address.
     *
     * @param policy identifier of the time-stamp policy
     * @param accuracy how far the true time may be from the stamp's
     */
    public record TimeStamping(
            boolean enabled,
            @Matches("[0-2](\\.(0|[1-9][0-9]{0,18})){1,20}") String policy,
            @Least("PT0.001S") @Most("PT1S") Duration accuracy) {}
}
