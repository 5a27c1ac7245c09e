package io.shomei.revocation.key;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.revocation.key.KeyCompromiseProblem.KEY_COMPROMISE_LAPSED;
import static io.shomei.revocation.key.KeyCompromiseProblem.KEY_PROOF_WRONG;
import static io.shomei.revocation.key.KeyCompromiseProblem.KEY_UNREADABLE;
import static io.shomei.revocation.key.KeyCompromiseProblem.PRIVATE_KEY_NOT_ACCEPTED;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.issuance.BlockedKey;
import io.shomei.issuance.BlockedKeys;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeyFingerprint;
import io.shomei.pki.KeyPossession;
import io.shomei.pki.KeyText;
import io.shomei.revocation.Grounds;
import io.shomei.revocation.RevocationConfig;
import io.shomei.revocation.Revocations;
import io.shomei.revocation.bulk.BulkRevocationId;
import io.shomei.revocation.bulk.BulkRevocations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keys that are said to be compromised: from the report over the proof to the end of the key and of its certificates. */
@ApplicationScoped
class KeyCompromises {
    /** Says what a signature over it is for; with 32 digits it still fits into a CN (X.520: 64 characters). */
    private static final String CHALLENGE = "shomei-key-compromise-";

    private static final int CHALLENGE_OCTETS = 16;
    private static final Pattern CSR =
            Pattern.compile("-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----([A-Za-z0-9+/=\\s]*)-----END");

    private final KeyCompromiseRepository cases;
    private final BlockedKeys blockedKeys;
    private final CertificateRegister register;
    private final Revocations revocations;
    private final BulkRevocations bulks;
    private final RevocationConfig config;
    private final AuditLog audit;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;

    KeyCompromises(
            KeyCompromiseRepository cases,
            BlockedKeys blockedKeys,
            CertificateRegister register,
            Revocations revocations,
            BulkRevocations bulks,
            RevocationConfig config,
            AuditLog audit,
            Ids ids,
            SecureRandom random,
            InstantSource clock) {
        this.cases = cases;
        this.blockedKeys = blockedKeys;
        this.register = register;
        this.revocations = revocations;
        this.bulks = bulks;
        this.config = config;
        this.audit = audit;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** Begins with a key, and chooses what whoever has it is to sign. Nothing is blocked or revoked. */
    @Transactional
    KeyCompromise open(Caller operator, String text) {
        byte @Nullable [] publicKeyInfo = null;
        KeyFingerprint key;
        switch (KeyText.read(text)) {
            case KeyText.PrivateKey() -> throw PRIVATE_KEY_NOT_ACCEPTED.because("");
            case KeyText.Other() -> throw KEY_UNREADABLE.because("");
            case KeyText.Fingerprint(KeyFingerprint fingerprint) -> {
                key = fingerprint;
                publicKeyInfo = knownKey(fingerprint);
            }
            case KeyText.Key(byte[] info) -> {
                key = KeyFingerprint.of(info);
                publicKeyInfo = info;
            }
        }
        Instant now = clock.instant();
        KeyCompromise opened = new KeyCompromise(
                ids.next(),
                key,
                publicKeyInfo,
                challenge(),
                now,
                operator.account(),
                operator.name(),
                now.plus(config.caseLifetime()),
                null,
                null,
                null);
        cases.add(opened);
        tell(operator, AuditOperation.KEYCOMPROMISE_OPEN, opened, Map.of());
        return opened;
    }

    /** Takes a proof that somebody has the private key, and keeps it as evidence. */
    @Transactional
    KeyCompromise prove(Caller operator, String id, @Nullable String csr, @Nullable String signature) {
        KeyCompromise open = living(id);
        if (KeyText.read(csr == null ? "" : csr) instanceof KeyText.PrivateKey
                || KeyText.read(signature == null ? "" : signature) instanceof KeyText.PrivateKey) {
            throw PRIVATE_KEY_NOT_ACCEPTED.because("");
        }
        if (open.submittedAt() != null) {
            return open;
        }
        KeyCompromise.Proof.Kind kind = csr == null ? KeyCompromise.Proof.Kind.SIGNATURE : KeyCompromise.Proof.Kind.CSR;
        byte[] content = decoded(csr == null ? signature : csrBody(csr));
        KeyPossession possession =
                csr == null ? bySignature(open, content) : KeyPossession.byCsr(content, open.key(), open.challenge());
        if (possession != KeyPossession.PROVEN) {
            throw KEY_PROOF_WRONG.because("%s", possession);
        }
        cases.proven(open.id(), new KeyCompromise.Proof(kind, content, clock.instant()));
        tell(operator, AuditOperation.KEYCOMPROMISE_PROVE, open, Map.of("proof", kind.name()));
        return get(id);
    }

    /**
     * Blocks the key for ever and has every certificate of it revoked, in one transaction. Without a proof the operator answers
     * for it. The same again gives the same answer.
     */
    @Transactional
    KeyCompromise submit(Caller operator, String id, Grounds grounds) {
        revocations.require(operator, grounds);
        KeyCompromise open = living(id);
        if (open.submittedAt() != null) {
            return open;
        }
        BlockedKey.Cause cause = open.proof() == null ? BlockedKey.Cause.DECLARED : BlockedKey.Cause.PROVEN;
        Instant now = clock.instant();
        Actor actor = Actor.of(operator);
        blockedKeys.block(
                TenantId.PLATFORM,
                List.of(new BlockedKey(
                        open.key(),
                        now,
                        cause,
                        operator.name(),
                        operator.account(),
                        null,
                        grounds.reference(),
                        grounds.comment())),
                actor);
        List<Certificate> certificates = register.everyonesOfKey(open.key());
        BulkRevocationId bulk = certificates.isEmpty() ? null : bulks.revokeKey(operator, certificates, grounds);
        cases.submitted(open.id(), now, bulk);
        tell(
                operator,
                AuditOperation.KEYCOMPROMISE_SUBMIT,
                open,
                Map.of("cause", cause.name(), "certificates", String.valueOf(certificates.size())));
        return get(id);
    }

    @Transactional
    KeyCompromise get(String id) {
        return Ids.parse(id).flatMap(cases::findCase).orElseThrow(() -> NOT_FOUND.because(""));
    }

    private KeyCompromise living(String id) {
        KeyCompromise found = Ids.parse(id).flatMap(cases::lock).orElseThrow(() -> NOT_FOUND.because(""));
        if (found.stateAt(clock.instant()) == KeyCompromise.State.LAPSED) {
            throw KEY_COMPROMISE_LAPSED.because("%s", found.expiresAt());
        }
        return found;
    }

    private static KeyPossession bySignature(KeyCompromise open, byte[] signature) {
        byte[] info = open.publicKeyInfo();
        return info == null ? KeyPossession.UNREADABLE : KeyPossession.bySignature(signature, info, open.challenge());
    }

    /** A certificate of ours shows the whole key of which only the digest was given. */
    private byte @Nullable [] knownKey(KeyFingerprint key) {
        return register.everyonesOfKey(key).stream()
                .findFirst()
                .map(certificate -> CertificateDer.ofDer(certificate.der()).publicKeyInfo())
                .orElse(null);
    }

    private String challenge() {
        byte[] octets = new byte[CHALLENGE_OCTETS];
        random.nextBytes(octets);
        return CHALLENGE + HexFormat.of().formatHex(octets);
    }

    private static String csrBody(String text) {
        Matcher pem = CSR.matcher(text);
        return pem.find() ? pem.group(1) : text;
    }

    private static byte[] decoded(@Nullable String base64) {
        try {
            return Base64.getDecoder().decode(base64 == null ? "" : base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notBase64) {
            throw KEY_PROOF_WRONG.because("%s", KeyPossession.UNREADABLE);
        }
    }

    private void tell(Caller operator, AuditOperation operation, KeyCompromise about, Map<String, String> facts) {
        audit.append(AuditEntry.done(TenantId.PLATFORM, operation, Actor.of(operator))
                .on(about.key().hex(), about.id())
                .with(facts));
    }
}
