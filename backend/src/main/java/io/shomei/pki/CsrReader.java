package io.shomei.pki;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and checks one certificate request (RFC 2986 4). */
final class CsrReader {
    private static final int MAX_OCTETS = 16 * 1024;
    /** Beyond this the arithmetic itself would be the attack. */
    private static final int MAX_RSA_BITS = 8192;

    private static final int MAX_NAMES = 256;

    /** How a request may be signed, and by keys of which family. */
    record Algorithm(String jcaName, String family) {}

    /** By the identifier's arcs. MD5 and SHA-1 are missing on purpose (BR 7.1.3.2). */
    static final Map<String, Algorithm> SIGNATURES = Map.of(
            "1.2.840.113549.1.1.11",
            new Algorithm("SHA256withRSA", "RSA"),
            "1.2.840.113549.1.1.12",
            new Algorithm("SHA384withRSA", "RSA"),
            "1.2.840.113549.1.1.13",
            new Algorithm("SHA512withRSA", "RSA"),
            "1.2.840.10045.4.3.2",
            new Algorithm("SHA256withECDSA", "EC"),
            "1.2.840.10045.4.3.3",
            new Algorithm("SHA384withECDSA", "EC"),
            "1.2.840.10045.4.3.4",
            new Algorithm("SHA512withECDSA", "EC"),
            Oids.ED25519,
            new Algorithm("Ed25519", "Ed25519"),
            Oids.ML_DSA_65,
            new Algorithm("ML-DSA-65", "ML-DSA-65"));

    private final Set<KeySpec> allowed;
    private final Set<CsrFault> faults = EnumSet.noneOf(CsrFault.class);
    private @Nullable DistinguishedName subject;

    private CsrReader(Set<KeySpec> allowed) {
        this.allowed = allowed;
    }

    static CsrCheck check(byte[] der, Set<KeySpec> allowed) {
        if (der.length > MAX_OCTETS) {
            return new CsrCheck.Bad(List.of(CsrFault.TOO_LARGE), null);
        }
        return new CsrReader(allowed).read(der);
    }

    private CsrCheck read(byte[] der) {
        try {
            // 1. CertificationRequest: what is signed, how, and the signature.
            DerReader outer = new DerReader(der);
            DerReader request = outer.sequence();
            if (!outer.atEnd()) {
                faults.add(CsrFault.TRAILING_DATA);
            }
            byte[] signed = request.element(Der.SEQUENCE);
            String signatureOid = algorithm(request.sequence());
            byte[] signature = request.octetsOfBits();
            request.requireEnd();
            // 2. CertificationRequestInfo: version 0, subject, key, attributes.
            DerReader info = new DerReader(signed).sequence();
            if (info.integer().signum() != 0) {
                faults.add(CsrFault.NOT_A_CSR);
            }
            subject = subject(info.element(Der.SEQUENCE));
            byte[] publicKeyInfo = info.element(Der.SEQUENCE);
            List<String> dnsNames = info.atEnd() ? List.of() : requestedDnsNames(info.enter(0xA0));
            info.requireEnd();
            // 3. The key is one we allow and nobody else can have.
            KeySpec spec = checkKey(publicKeyInfo);
            // 4. Whoever sent the request holds the key.
            checkSignature(publicKeyInfo, signed, signatureOid, signature);
            if (faults.isEmpty() && subject != null && spec != null) {
                return new CsrCheck.Good(new VerifiedCsr(subject, publicKeyInfo, spec, dnsNames));
            }
        } catch (DerException e) {
            faults.add(CsrFault.NOT_A_CSR);
        }
        return new CsrCheck.Bad(List.copyOf(faults), subject);
    }

    /** RFC 4055 5: the parameters of PKCS#1 v1.5 are NULL, and readers accept their absence; others have none. */
    private static String algorithm(DerReader identifier) throws DerException {
        String oid = identifier.oid();
        if (identifier.nextIs(Der.NULL) && identifier.contents(Der.NULL).length > 0) {
            throw new DerException("NULL is not empty");
        }
        identifier.requireEnd();
        return oid;
    }

    private @Nullable DistinguishedName subject(byte[] name) {
        try {
            return DistinguishedName.ofDer(name);
        } catch (DnSyntaxException e) {
            faults.add(CsrFault.SUBJECT_UNREADABLE);
            return null;
        }
    }

    private @Nullable KeySpec checkKey(byte[] encoded) {
        PublicKeyInfo key;
        try {
            key = PublicKeyInfo.read(encoded);
        } catch (DerException e) {
            faults.add(CsrFault.UNPARSABLE_KEY);
            return null;
        }
        if (allowed.stream().noneMatch(spec -> spec.family().equals(key.family()))) {
            faults.add(CsrFault.KEY_ALGORITHM_FORBIDDEN);
        } else if (key.spec().filter(allowed::contains).isEmpty()) {
            faults.add(CsrFault.KEY_SIZE_FORBIDDEN);
        }
        if (key.modulus() != null && key.exponent() != null) {
            if (key.modulus().bitLength() > MAX_RSA_BITS) {
                faults.add(CsrFault.KEY_SIZE_FORBIDDEN);
            } else {
                faults.addAll(KeyQuality.faultsOfRsa(key.modulus(), key.exponent()));
            }
        }
        return key.spec().orElse(null);
    }

    private void checkSignature(byte[] publicKeyInfo, byte[] signed, String oid, byte[] signature) {
        Algorithm algorithm = SIGNATURES.get(oid);
        if (algorithm == null) {
            faults.add(CsrFault.SIGNATURE_ALGORITHM_FORBIDDEN);
            return;
        }
        // A key that is refused anyway is not worth computing with.
        if (faults.contains(CsrFault.UNPARSABLE_KEY)
                || faults.contains(CsrFault.KEY_ALGORITHM_FORBIDDEN)
                || faults.contains(CsrFault.KEY_SIZE_FORBIDDEN)
                || faults.contains(CsrFault.EXPONENT_FORBIDDEN)) {
            return;
        }
        String family;
        PublicKey key;
        try {
            family = PublicKeyInfo.read(publicKeyInfo).family();
            key = CryptoProvider.publicKey(family, publicKeyInfo);
        } catch (GeneralSecurityException | DerException | RuntimeException e) {
            // Among others a point that is not on its curve. Providers also throw unchecked exceptions at nonsense.
            faults.add(CsrFault.UNPARSABLE_KEY);
            return;
        }
        if (!algorithm.family().equals(family) || !verifies(algorithm, key, signed, signature)) {
            faults.add(CsrFault.SIGNATURE_INVALID);
        }
    }

    private static boolean verifies(Algorithm algorithm, PublicKey key, byte[] signed, byte[] signature) {
        try {
            return SignatureScheme.verify(
                    CryptoProvider.of(algorithm.family()), algorithm.jcaName(), key, signed, signature);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** RFC 2985 5.4.2: the extensions asked for; of them the SAN's dNSNames. */
    private static List<String> requestedDnsNames(DerReader attributes) throws DerException {
        var names = new ArrayList<String>();
        while (!attributes.atEnd()) {
            DerReader attribute = attributes.sequence();
            if (!attribute.oid().equals(Oids.EXTENSION_REQUEST)) {
                continue;
            }
            DerReader extensions = attribute.enter(Der.SET).sequence();
            while (!extensions.atEnd()) {
                DerReader extension = extensions.sequence();
                String oid = extension.oid();
                if (extension.nextIs(Der.BOOLEAN)) {
                    extension.bool();
                }
                if (oid.equals(Oids.SUBJECT_ALTERNATIVE_NAME)) {
                    addDnsNames(new DerReader(extension.contents(Der.OCTET_STRING)).sequence(), names);
                }
            }
        }
        return names;
    }

    private static void addDnsNames(DerReader generalNames, List<String> names) throws DerException {
        while (!generalNames.atEnd() && names.size() < MAX_NAMES) {
            if (generalNames.nextIs(AlternativeName.DNS_TAG)) {
                names.add(AlternativeName.ascii(generalNames.contents(AlternativeName.DNS_TAG)));
            } else {
                generalNames.anyElement();
            }
        }
    }
}
