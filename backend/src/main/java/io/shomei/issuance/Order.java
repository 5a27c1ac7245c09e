package io.shomei.issuance;

import io.shomei.certificate.Subscriber;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.RequestFileId;
import io.shomei.pki.AttributeType;
import io.shomei.pki.Digests;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.pki.VerifiedCsr;
import io.shomei.profile.Profile;
import io.shomei.tenant.PermittedNames;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be certified: a checked subject and permitted names with a key whose holder was proven, under a profile.
 *
 * @param id fixed by whoever orders, so that an order carried out again after a crash yields the same certificate or none
 * @param collectBy until when the certificate is to be fetched; null where nobody fetches it
 * @param renews the certificate of the same tenant that it takes the place of, which stays valid; null for a new one
 */
public record Order(
        CertificateId id,
        Profile profile,
        DistinguishedName subject,
        PermittedNames names,
        Key key,
        Subscriber subscriber,
        @Nullable AccountId account,
        @Nullable RequestFileId requestFile,
        @Nullable Long requestLine,
        @Nullable Instant collectBy,
        @Nullable CertificateId renews) {

    /** An order that takes nothing's place. */
    public Order(
            CertificateId id,
            Profile profile,
            DistinguishedName subject,
            PermittedNames names,
            Key key,
            Subscriber subscriber,
            @Nullable AccountId account,
            @Nullable RequestFileId requestFile,
            @Nullable Long requestLine,
            @Nullable Instant collectBy) {
        this(id, profile, subject, names, key, subscriber, account, requestFile, requestLine, collectBy, null);
    }

    /**
     * The same in the place of an earlier certificate, whose name it may have.
     *
     * @param earlier null for an order that takes nothing's place
     */
    public Order renewing(@Nullable CertificateId earlier) {
        return new Order(
                id, profile, subject, names, key, subscriber, account, requestFile, requestLine, collectBy, earlier);
    }

    /**
     * A subject's public key.
     *
     * @param info SubjectPublicKeyInfo in DER
     * @param fingerprint its SHA-256
     */
    public record Key(KeySpec spec, byte[] info, byte[] fingerprint) {

        public static Key of(VerifiedCsr csr) {
            return of(csr.keySpec(), csr.publicKeyInfo());
        }

        /**
         * @param info SubjectPublicKeyInfo in DER
         */
        public static Key of(KeySpec spec, byte[] info) {
            return new Key(spec, info, Digests.sha256(info));
        }
    }

    String commonName() {
        return subject.first(AttributeType.CN).orElse("");
    }

    /** See {@link SubjectNames#of}. */
    String uniqueName() {
        return SubjectNames.of(profile.kind(), subject);
    }
}
