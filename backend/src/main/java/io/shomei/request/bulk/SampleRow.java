package io.shomei.request.bulk;

import io.shomei.pki.Der;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.pki.SignatureScheme;
import io.shomei.request.RegisteredSubject;
import io.shomei.request.RequestField;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A row that asks for a new server certificate, correct until a part of it is replaced. */
record SampleRow(List<String> cells) {

    SampleRow {
        cells = List.copyOf(cells);
    }

    static SampleRow of(RegisteredSubject registered, String host, String profile, KeyPair key) {
        return of(registered.named(host), host, profile, key);
    }

    static SampleRow of(DistinguishedName subject, String host, String profile, KeyPair key) {
        return new SampleRow(List.of(
                subject.text(),
                profile,
                "",
                "",
                "",
                "",
                csr(subject, key, schemeFor(key)),
                "山田花子",
                "情報基盤センター",
                "yamada@example.ac.jp",
                host,
                "Apache 2.4",
                ""));
    }

    /** A CertificationRequest without attributes (RFC 2986 4.2) in base64. */
    static String csr(DistinguishedName subject, KeyPair key, SignatureScheme scheme) {
        byte[] info =
                Der.sequence(Der.integer(0), subject.encoded(), key.getPublic().getEncoded(), Der.context(0));
        byte[] signature = scheme.sign(key.getPrivate(), info);
        return Base64.getEncoder()
                .encodeToString(Der.sequence(info, scheme.algorithmIdentifier(), Der.bits(signature)));
    }

    SampleRow with(RequestField field, String value) {
        List<String> changed = new ArrayList<>(cells);
        changed.set(field.column() - 1, value);
        return new SampleRow(changed);
    }

    String value(RequestField field) {
        return cells.get(field.column() - 1);
    }

    /** Keys that no profile takes still sign, with the hash of the nearest that does. */
    private static SignatureScheme schemeFor(KeyPair key) {
        return KeySpec.of(key.getPublic())
                .map(SignatureScheme::forKey)
                .orElseGet(() -> key.getPublic().getAlgorithm().equals("RSA")
                        ? SignatureScheme.SHA256_WITH_RSA
                        : SignatureScheme.ECDSA_WITH_SHA256);
    }
}
