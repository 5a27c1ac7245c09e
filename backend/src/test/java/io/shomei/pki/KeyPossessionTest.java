package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proofs as people make them with OpenSSL. */
class KeyPossessionTest {
    private static final String TEXT = "shomei-key-compromise-0123456789abcdef0123456789abcdef";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RSA -pkeyopt rsa_keygen_bits:2048",
                "RSA -pkeyopt rsa_keygen_bits:1024",
                "EC -pkeyopt ec_paramgen_curve:P-256",
                "ED25519"
            })
    void aCsrThatNamesTheTextProvesIt(String algorithm) throws Exception {
        key("key.pem", algorithm);
        csr("key.pem", "/CN=" + TEXT);
        assertThat(byCsr("key.pem")).isEqualTo(KeyPossession.PROVEN);
        assertThat(KeyPossession.byCsr(file("request.der"), fingerprint("key.pem"), TEXT + "0"))
                .isEqualTo(KeyPossession.TEXT_MISSING);
        byte[] broken = file("request.der");
        broken[broken.length - 1] ^= 1;
        assertThat(KeyPossession.byCsr(broken, fingerprint("key.pem"), TEXT))
                .isIn(KeyPossession.SIGNATURE_WRONG, KeyPossession.UNREADABLE);
    }

    @Test
    void theTextMayBeTheChallengePassword() throws Exception {
        key("key.pem", "EC -pkeyopt ec_paramgen_curve:P-256");
        Files.writeString(directory.resolve("req.cnf"), """
                [req]
                prompt = no
                distinguished_name = name
                attributes = attributes
                [name]
                CN = www.example.org
                [attributes]
                challengePassword = %s
                """.formatted(TEXT));
        Tool.ok(
                directory,
                "openssl",
                "req",
                "-new",
                "-key",
                "key.pem",
                "-config",
                "req.cnf",
                "-outform",
                "DER",
                "-out",
                "request.der");
        assertThat(byCsr("key.pem")).isEqualTo(KeyPossession.PROVEN);
    }

    @Test
    void aCsrOfAnotherKeyProvesNothing() throws Exception {
        key("key.pem", "EC -pkeyopt ec_paramgen_curve:P-256");
        key("other.pem", "EC -pkeyopt ec_paramgen_curve:P-256");
        csr("other.pem", "/CN=" + TEXT);
        assertThat(byCsr("key.pem")).isEqualTo(KeyPossession.OTHER_KEY);
        assertThat(KeyPossession.byCsr(new byte[] {0x30, 1}, fingerprint("key.pem"), TEXT))
                .isEqualTo(KeyPossession.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "sha384", "sha512"})
    void aSignatureOverTheTextProvesItWithOrWithoutALineEnd(String hash) throws Exception {
        for (String algorithm :
                new String[] {"RSA -pkeyopt rsa_keygen_bits:2048", "EC -pkeyopt ec_paramgen_curve:P-256"}) {
            key("key.pem", algorithm);
            for (String end : new String[] {"", "\n", "\r\n"}) {
                Files.writeString(directory.resolve("text"), TEXT + end);
                Tool.ok(directory, "openssl", "dgst", "-" + hash, "-sign", "key.pem", "-out", "signature", "text");
                assertThat(bySignature()).isEqualTo(KeyPossession.PROVEN);
            }
            Files.writeString(directory.resolve("text"), TEXT + " ");
            Tool.ok(directory, "openssl", "dgst", "-" + hash, "-sign", "key.pem", "-out", "signature", "text");
            assertThat(bySignature()).isEqualTo(KeyPossession.SIGNATURE_WRONG);
        }
    }

    @Test
    void whatNamesAKeyIsReadAndAPrivateKeyIsNot() throws Exception {
        key("key.pem", "RSA -pkeyopt rsa_keygen_bits:2048");
        csr("key.pem", "/CN=" + TEXT);
        KeyFingerprint key = fingerprint("key.pem");
        Tool.ok(directory, "openssl", "req", "-in", "request.der", "-inform", "DER", "-out", "request.pem");
        for (String name : new String[] {"public.pem", "request.pem"}) {
            assertThat(KeyText.read("Subject: x\n" + Files.readString(directory.resolve(name))))
                    .isInstanceOfSatisfying(
                            KeyText.Key.class,
                            read -> assertThat(KeyFingerprint.of(read.publicKeyInfo()))
                                    .isEqualTo(key));
        }
        assertThat(KeyText.read(key.hex().toLowerCase(java.util.Locale.ROOT).replaceAll("(..)(?=.)", "$1:")))
                .isEqualTo(new KeyText.Fingerprint(key));
        Tool.ok(directory, "openssl", "rsa", "-in", "key.pem", "-traditional", "-out", "old.pem");
        for (String name : new String[] {"key.pem", "old.pem"}) {
            assertThat(KeyText.read(Files.readString(directory.resolve(name)))).isEqualTo(new KeyText.PrivateKey());
        }
        assertThat(KeyText.read("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"))
                .isEqualTo(new KeyText.Other());
        assertThat(KeyText.read("www.a.ac.jp")).isEqualTo(new KeyText.Other());
    }

    private void key(String name, String algorithm) throws Exception {
        String[] options = algorithm.split(" ");
        String[] command = new String[5 + options.length];
        System.arraycopy(new String[] {"openssl", "genpkey", "-out", name, "-algorithm"}, 0, command, 0, 5);
        System.arraycopy(options, 0, command, 5, options.length);
        Tool.ok(directory, command);
        Tool.ok(directory, "openssl", "pkey", "-in", name, "-pubout", "-out", "public.pem");
    }

    private void csr(String key, String subject) throws Exception {
        Tool.ok(
                directory,
                "openssl",
                "req",
                "-new",
                "-key",
                key,
                "-subj",
                subject,
                "-outform",
                "DER",
                "-out",
                "request.der");
    }

    private KeyPossession byCsr(String key) throws Exception {
        return KeyPossession.byCsr(file("request.der"), fingerprint(key), TEXT);
    }

    private KeyPossession bySignature() throws Exception {
        return KeyPossession.bySignature(file("signature"), info("key.pem"), TEXT);
    }

    private KeyFingerprint fingerprint(String key) throws Exception {
        return KeyFingerprint.of(info(key));
    }

    private byte[] info(String key) throws Exception {
        Tool.ok(directory, "openssl", "pkey", "-in", key, "-pubout", "-outform", "DER", "-out", "public.der");
        return file("public.der");
    }

    private byte[] file(String name) throws Exception {
        return Files.readAllBytes(directory.resolve(name));
    }
}
