package io.shomei.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.authority.Authorities;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Tool;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Interoperability;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails as they arrive, in both encodings, signed and not. */
@ShomeiTest
class SignedMailTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    Authorities authorities;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"ISO_2022_JP", "UTF_8"})
    void aSignedMailVerifiesAfterItsWayThroughMailServers(String encoding) throws Exception {
        Mailbox.Received mail = received(encoding, true, "signed.a.ac.jp");
        assertThat(mail.text()).contains("証明書の差し替え", "signed.a.ac.jp");
        assertThat(mail.message().getContentType()).contains("multipart/signed", "micalg=sha-256");
        Path file = directory.resolve("mail.eml");
        try (OutputStream out = Files.newOutputStream(file)) {
            mail.message().writeTo(out);
        }
        Path roots = directory.resolve("roots.pem");
        Files.writeString(
                roots,
                authorities.all().stream()
                        .map(authority -> authority.certificate())
                        .filter(certificate -> certificate.issuer().equals(certificate.subject()))
                        .map(CertificateDer::pem)
                        .collect(Collectors.joining()));
        Path content = directory.resolve("content.txt");
        for (String command : new String[] {"cms", "smime"}) {
            Tool.ok(
                    directory,
                    "openssl",
                    command,
                    "-verify",
                    "-in",
                    file.toString(),
                    "-CAfile",
                    roots.toString(),
                    "-purpose",
                    "smimesign",
                    "-out",
                    content.toString());
            Interoperability.accepted("Signed mail", "OpenSSL", "openssl " + command + " -verify");
        }
        assertThat(Files.readString(content, StandardCharsets.US_ASCII)).contains("Content-Type: text/plain");
        assertSaysWhoSigned(mail);
        // One octet of what was signed changes, and nobody believes it.
        String whole = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(
                file,
                whole.replaceFirst("Content-Type: text/plain", "Content-Type: text/plaim"),
                StandardCharsets.ISO_8859_1);
        assertThat(Tool.run(directory, "openssl", "cms", "-verify", "-in", file.toString(), "-CAfile", roots.toString())
                        .exitCode())
                .isNotZero();
        Interoperability.refused("Signed mail, one octet changed", "OpenSSL", "openssl cms -verify");
    }

    /** GnuTLS reads the signature by itself, from the part that carries it. */
    private void assertSaysWhoSigned(Mailbox.Received mail) throws Exception {
        var parts = (jakarta.mail.internet.MimeMultipart) mail.message().getContent();
        Path signature = directory.resolve("smime.p7s");
        Files.write(signature, parts.getBodyPart(1).getInputStream().readAllBytes());
        Path entity = directory.resolve("entity");
        try (OutputStream out = Files.newOutputStream(entity)) {
            parts.getBodyPart(0).writeTo(out);
        }
        Path trusted = directory.resolve("roots.pem");
        Tool.ok(
                directory,
                "certtool",
                "--p7-verify",
                "--inder",
                "--infile",
                signature.toString(),
                "--load-data",
                entity.toString(),
                "--load-ca-certificate",
                trusted.toString());
        Interoperability.accepted("Signed mail", "GnuTLS", "certtool --p7-verify");
        assertThat(Tool.ok(
                        directory,
                        "openssl",
                        "pkcs7",
                        "-inform",
                        "DER",
                        "-in",
                        signature.toString(),
                        "-print_certs",
                        "-noout"))
                .contains("Shomei Notices");
    }

    @Test
    void theOldEncodingIsUsedWhereThePolicyWantsItAndTheNewOneForWhatItLacks() throws Exception {
        Mailbox.Received old = received("ISO_2022_JP", false, "old.a.ac.jp");
        assertThat(old.message().getContentType()).isEqualTo("text/plain; charset=ISO-2022-JP");
        assertThat(old.message().getHeader("Subject")[0]).contains("=?ISO-2022-JP?B?");
        assertThat(old.message().getEncoding()).isEqualTo("7bit");
        assertThat(old.text()).contains("失効理由: 証明書の差し替え");
        assertThat(old.message().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(Charset.forName("ISO-2022-JP").newEncoder().canEncode("é")).isFalse();
        Mailbox.Received modern = received("UTF_8", false, "new.a.ac.jp");
        assertThat(modern.message().getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(modern.message().getEncoding()).isEqualTo("quoted-printable");
        assertThat(modern.text()).contains("失効理由: 証明書の差し替え");
    }

    @Test
    void researchInstitutionsHaveAllMailsSignedAndWithTheirOwnBeginningOfSubjects() throws Exception {
        Mailbox.Received mail = received("{\"subjectPrefix\": \"[UPKI]\"}", "own.a.ac.jp");
        assertThat(mail.subject()).isEqualTo("[UPKI] サーバ証明書失効完了通知 / Certificate revoked");
        assertThat(mail.message().getContentType()).contains("multipart/signed");
        Mailbox.Received plain = received("{\"subjectPrefix\": null}", "plain.a.ac.jp");
        assertThat(plain.subject()).startsWith("サーバ証明書失効完了通知");
    }

    private Mailbox.Received received(String encoding, boolean signed, String host) {
        return received("{\"encoding\": \"%s\", \"signed\": %s}".formatted(encoding, signed), host);
    }

    private Mailbox.Received received(String policy, String host) {
        Fixtures.Organisation tenant =
                given.tenant("a").withDomain("a.ac.jp").withPolicy("{\"mail\": %s}".formatted(policy));
        Person sato = tenant.officer("Hanako Sato");
        String id = steps.issued(sato, tenant, host).getString("id");
        steps.revoke(sato, id, "SUPERSEDED").then().statusCode(201);
        return Mailbox.await(host + "@example.ac.jp", "Certificate revoked");
    }
}
