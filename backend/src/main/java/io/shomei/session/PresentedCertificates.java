package io.shomei.session;

import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.kernel.AccountId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.RevocationReason;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import io.shomei.web.RequestFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds out whose a presented certificate is. Identity is (issuer, serial number) in the register together with the very
 * bytes we issued; no name inside a certificate identifies anybody.
 */
@ApplicationScoped
class PresentedCertificates {
    private final Authorities authorities;
    private final CertificateRegister register;
    private final Accounts accounts;
    private final InstantSource clock;

    PresentedCertificates(
            Authorities authorities, CertificateRegister register, Accounts accounts, InstantSource clock) {
        this.authorities = authorities;
        this.register = register;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Transactional
    Diagnosis diagnose(Optional<X509Certificate> presented) {
        if (presented.isEmpty()) {
            return new Diagnosis.None();
        }
        return registered(presented.get()).map(this::judge).orElseGet(Diagnosis.Foreign::new);
    }

    /** Whom a presented certificate names, for the history alone. */
    static String nameOf(RequestFacts.Facts request) {
        X509Certificate certificate = request.presented();
        return certificate == null ? "" : certificate.getSubjectX500Principal().getName();
    }

    private Optional<Certificate> registered(X509Certificate presented) {
        Optional<CertificateDer> read = read(presented);
        return read.flatMap(der -> SerialNumber.of(der.tbs().serial()).flatMap(serial -> registered(der, serial)));
    }

    private Optional<Certificate> registered(CertificateDer der, SerialNumber serial) {
        return authorities.all().stream()
                .filter(authority -> isIssuer(authority, der))
                .findFirst()
                .flatMap(authority -> register.findPresented(authority.name(), serial))
                .filter(certificate -> MessageDigest.isEqual(certificate.der(), der.encoded()));
    }

    private Diagnosis judge(Certificate certificate) {
        Instant now = clock.instant();
        if (certificate.state() instanceof CertificateState.Revoked revoked) {
            return newer(certificate, revoked)
                    .<Diagnosis>map(newer -> new Diagnosis.Superseded(certificate, newer))
                    .orElseGet(() -> new Diagnosis.Revoked(certificate));
        }
        if (certificate.isExpiredAt(now)) {
            return new Diagnosis.Expired(certificate);
        }
        if (certificate.isNotYetValidAt(now)) {
            return new Diagnosis.NotYetValid(certificate);
        }
        if (certificate.account() == null && certificate.kind() == CertificateKind.ADMINISTRATOR) {
            return new Diagnosis.Site(certificate);
        }
        Optional<Account> account = Optional.ofNullable(certificate.account())
                .flatMap(id -> accounts.find(certificate.tenant(), id))
                .filter(Account::isActive);
        return account.<Diagnosis>map(found -> new Diagnosis.Good(certificate, found))
                .orElseGet(() -> new Diagnosis.WithoutAccount(certificate));
    }

    /** What took the place of one that was revoked for it, where that can be used. */
    private Optional<Certificate> newer(Certificate certificate, CertificateState.Revoked revoked) {
        AccountId account = certificate.account();
        if (account == null || revoked.reason() != RevocationReason.SUPERSEDED) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return register.ofAccount(certificate.tenant(), account).stream()
                .filter(each -> each.isUsableAt(now) && each.isHandedOut())
                .filter(each -> each.issuedAt().isAfter(certificate.issuedAt()))
                .findFirst();
    }

    private static boolean isIssuer(Authority authority, CertificateDer der) {
        return Arrays.equals(authority.certificate().tbs().subject(), der.tbs().issuer());
    }

    private static Optional<CertificateDer> read(X509Certificate presented) {
        try {
            return CertificateDer.read(presented.getEncoded());
        } catch (CertificateEncodingException unreadable) {
            return Optional.empty();
        }
    }
}
