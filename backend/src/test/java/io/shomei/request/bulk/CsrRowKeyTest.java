package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.pki.KeySpec;
import io.shomei.pki.SignatureScheme;
import io.shomei.pki.WeakKeys;
import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.request.RowErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The CSR of a row, and the key in it. */
class CsrRowKeyTest {
    private static final String FQDN = "www.shomei.ac.jp";

    @ParameterizedTest
    @ValueSource(strings = {"これはCSRではない", "MIIB-_==", "A"})
    void aCsrIsBase64(String csr) {
        assertThat(Samples.codes(Samples.row().with(RequestField.CSR, csr)))
                .containsExactly(RowErrorCode.CSR_NOT_BASE64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "MAA=", "aGVsbG8gd29ybGQ="})
    void somethingElseInBase64IsNoCsr(String csr) {
        assertThat(Samples.codes(Samples.row().with(RequestField.CSR, csr)))
                .containsExactly(RowErrorCode.CSR_MALFORMED);
    }

    @Test
    void aBrokenSignatureIsRefused() {
        SampleRow row = Samples.row();
        byte[] csr = Base64.getDecoder().decode(row.value(RequestField.CSR));
        csr[csr.length - 1] ^= 1;

        assertThat(Samples.codes(row.with(RequestField.CSR, Base64.getEncoder().encodeToString(csr))))
                .containsExactly(RowErrorCode.CSR_SIGNATURE);
    }

    @Test
    void aSignatureOfAnotherKeyIsRefused() {
        KeyPair other = KeySpec.P256.generate(Samples.ENTROPY);
        KeyPair mixed = new KeyPair(Samples.KEY.getPublic(), other.getPrivate());

        assertThat(Samples.codes(SampleRow.of(Samples.TENANT.subject(), FQDN, "12", mixed)))
                .containsExactly(RowErrorCode.CSR_SIGNATURE);
    }

    @Test
    void weakHashesAreRefused() {
        SampleRow row = Samples.row();
        byte[] csr = Base64.getDecoder().decode(row.value(RequestField.CSR));
        byte[] sha256 = SignatureScheme.ECDSA_WITH_SHA256.algorithmIdentifier();
        csr[indexOf(csr, sha256) + sha256.length - 1] = 1;

        assertThat(Samples.codes(row.with(RequestField.CSR, Base64.getEncoder().encodeToString(csr))))
                .containsExactly(RowErrorCode.CSR_SIGNATURE_ALGORITHM);
    }

    @Test
    void aCsrOfAnotherSubjectIsRefused() {
        String other = Samples.row("other.shomei.ac.jp").value(RequestField.CSR);

        assertThat(Samples.codes(Samples.row().with(RequestField.CSR, other)))
                .containsExactly(RowErrorCode.CSR_SUBJECT);
    }

    @Test
    void aKeyThatIsTooShortIsNamed() throws GeneralSecurityException {
        RowError error = keyError("3", rsa(1024, 65537));

        assertThat(error.code()).isEqualTo(RowErrorCode.KEY_KIND);
        assertThat(error.args()).containsExactly("RSA 1024", "RSA 2048");
    }

    @Test
    void anExponentOfThreeIsNamed() throws GeneralSecurityException {
        RowError error = keyError("3", rsa(2048, 3));

        assertThat(error.code()).isEqualTo(RowErrorCode.KEY_EXPONENT);
        assertThat(error.args()).containsExactly("3");
    }

    @Test
    void aKeyThatAnybodyCanHaveIsNamed(@TempDir Path directory) throws IOException {
        String csr;
        try (InputStream in = Objects.requireNonNull(WeakKeys.class.getResourceAsStream("debian-weak-key.csr"))) {
            csr = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
        SampleRow row = Samples.row()
                .with(RequestField.PROFILE, "3")
                .with(RequestField.CSR, csr.replaceAll("-----[A-Z ]*-----|\\s", ""));
        assertThat(Samples.codes(row)).isEmpty();

        Path list = Files.writeString(directory.resolve("list"), "49d96fae9bfc0e84bba3\n");
        WeakKeys.open(List.of(list)).install();
        try {
            assertThat(Samples.codes(row)).containsExactly(RowErrorCode.KEY_KNOWN);
        } finally {
            WeakKeys.open(List.of()).install();
        }
    }

    @Test
    void aCurveThatIsNotTakenIsNamed() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp521r1"), Samples.ENTROPY);

        RowError error = keyError("11", generator.generateKeyPair());

        assertThat(error.code()).isEqualTo(RowErrorCode.KEY_KIND);
        assertThat(error.args()).containsExactly("EC P-521", "EC P-384");
    }

    @Test
    void aKeyOfAnotherProfileIsNamed() {
        RowError error = keyError("3", Samples.KEY);

        assertThat(error.code()).isEqualTo(RowErrorCode.KEY_KIND);
        assertThat(error.args()).containsExactly("EC P-256", "RSA 2048");
    }

    private static RowError keyError(String profile, KeyPair key) {
        List<RowError> errors = Samples.check(SampleRow.of(Samples.TENANT.subject(), FQDN, profile, key))
                .errors();
        assertThat(errors).hasSize(1);
        return errors.getFirst();
    }

    private static KeyPair rsa(int bits, int exponent) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(bits, BigInteger.valueOf(exponent)), Samples.ENTROPY);
        return generator.generateKeyPair();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        return IntStream.range(0, bytes.length - part.length)
                .filter(i -> Arrays.equals(bytes, i, i + part.length, part, 0, part.length))
                .findFirst()
                .orElseThrow();
    }
}
