package io.shomei.timestamp;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.pki.Tool;
import io.shomei.testing.Eventually;
import io.shomei.testing.Http;
import io.shomei.testing.Interoperability;
import io.shomei.testing.ShomeiTest;
import io.shomei.web.Entrances;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that people sign with take our time stamps: OpenSSL, jarsigner, osslsigncode. */
@ShomeiTest
class TimeStampSecondOpinionTest {
    private static final String PASSWORD = "correct-horse-7";

    @TempDir
    Path directory;

    @Inject
    Stamps stamps;

    @Inject
    Authorities authorities;

    @Inject
    Entrances entrances;

    @Inject
    Http http;

    @BeforeEach
    void prepare() throws IOException {
        stamps.awaitTrustedClock();
        Files.writeString(
                directory.resolve("root.pem"),
                authorities.all().stream()
                        .filter(Authority::isRoot)
                        .map(each -> each.certificate().pem())
                        .collect(Collectors.joining()));
        Files.writeString(directory.resolve("document"), "what is to be stamped\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256", "sha384", "sha512"})
    void openSslVerifiesTheStampOfItsOwnQuery(String hash) throws Exception {
        Tool.ok(directory, "openssl", "ts", "-query", "-data", "document", "-" + hash, "-cert", "-out", "query.tsq");
        post("query.tsq", "reply.tsr");
        String byQuery = "openssl ts -verify -queryfile … -CAfile …";
        assertThat(openSslVerifies("-queryfile", "query.tsq")).contains("Verification: OK");
        Interoperability.accepted("Time stamp, RSA 2048", "OpenSSL", byQuery);
        assertThat(openSslVerifies("-data", "document")).contains("Verification: OK");
        Interoperability.accepted("Time stamp, RSA 2048", "OpenSSL", "openssl ts -verify -data … -CAfile …");
        String text = Tool.ok(directory, "openssl", "ts", "-reply", "-in", "reply.tsr", "-text");
        assertThat(text)
                .contains(
                        "Status: Granted.",
                        "Policy OID: 2.25.1647338124028460184.2.1",
                        "Hash Algorithm: " + hash,
                        "Accuracy: 0x01 seconds",
                        "Ordering: no");
    }

    @Test
    void openSslRefusesTheStampOfSomethingElse() throws Exception {
        Tool.ok(directory, "openssl", "ts", "-query", "-data", "document", "-sha256", "-cert", "-out", "query.tsq");
        post("query.tsq", "reply.tsr");
        Files.writeString(directory.resolve("document"), "something else\n");
        assertThat(openSsl("-data", "document").exitCode()).isNotZero();
        Interoperability.refused("Time stamp of another document", "OpenSSL", "openssl ts -verify -data … -CAfile …");
    }

    @Test
    void openSslReadsARefusal() throws Exception {
        Tool.ok(directory, "openssl", "ts", "-query", "-data", "document", "-sha1", "-out", "query.tsq");
        post("query.tsq", "reply.tsr");
        assertThat(Tool.ok(directory, "openssl", "ts", "-reply", "-in", "reply.tsr", "-text"))
                .contains("Status: Rejected.", "is not accepted", "unrecognized or unsupported algorithm identifier");
    }

    @Test
    void jarsignerSignsWithOurStamp() throws Exception {
        try (OutputStream out = Files.newOutputStream(directory.resolve("app.jar"));
                JarOutputStream jar = new JarOutputStream(out)) {
            jar.putNextEntry(new JarEntry("hello.txt"));
            jar.write("hello".getBytes(StandardCharsets.UTF_8));
        }
        keytool(
                "-genkeypair",
                "-alias",
                "signer",
                "-keyalg",
                "RSA",
                "-keysize",
                "3072",
                "-validity",
                "365",
                "-dname",
                "CN=Signer,O=Test,C=JP",
                "-ext",
                "eku=codeSigning",
                "-ext",
                "ku=digitalSignature");
        keytool("-importcert", "-noprompt", "-alias", "root", "-file", "root.pem");
        String signed = Tool.ok(
                directory,
                Tool.ofTheJdk("jarsigner"),
                "-keystore",
                "keys.p12",
                "-storepass",
                PASSWORD,
                "-tsa",
                entrances.httpUrl() + "/tsa",
                "-tsadigestalg",
                "SHA-256",
                "app.jar",
                "signer");
        assertThat(signed).contains("jar signed").doesNotContain("The timestamp digest algorithm");
        String verified = Tool.ok(
                directory,
                Tool.ofTheJdk("jarsigner"),
                "-verify",
                "-verbose:all",
                "-certs",
                "-keystore",
                "keys.p12",
                "-storepass",
                PASSWORD,
                "app.jar");
        assertThat(verified)
                .contains("jar verified", "Timestamped by \"CN=Shomei Time Stamping, O=Shomei, C=JP\"")
                .contains("Timestamp digest algorithm: SHA-256", "Timestamp signature algorithm: SHA256withRSA")
                .doesNotContain("TSA certificate chain is invalid");
        Interoperability.accepted("Time stamp, RSA 2048", "JDK", "jarsigner -tsa …; jarsigner -verify");
    }

    @Test
    void osslsigncodeSignsWithOurStamp() throws Exception {
        Tool.ok(
                directory,
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "key.pem",
                "-out",
                "certificate.pem",
                "-subj",
                "/C=JP/O=Test/CN=Signer",
                "-days",
                "30",
                "-addext",
                "extendedKeyUsage=codeSigning",
                "-addext",
                "keyUsage=digitalSignature");
        Files.writeString(directory.resolve("script.ps1"), "Write-Output \"hello\"\r\n");
        Tool.ok(
                directory,
                "osslsigncode",
                "sign",
                "-certs",
                "certificate.pem",
                "-key",
                "key.pem",
                "-h",
                "sha256",
                "-ts",
                entrances.httpUrl() + "/tsa",
                "-in",
                "script.ps1",
                "-out",
                "signed.ps1");
        // It looks into the revocation list that the stamp's certificate names.
        Eventually.isTrue("a list", () -> http.plain().get("/pki/timestamp.crl").statusCode() == 200);
        String verified = Tool.ok(
                directory,
                "osslsigncode",
                "verify",
                "-CAfile",
                "certificate.pem",
                "-TSA-CAfile",
                "root.pem",
                "-in",
                "signed.ps1");
        assertThat(verified)
                .contains("Timestamp Server Signature verification: ok", "Signature verification: ok")
                .contains("/C=JP/O=Shomei/CN=Shomei Time Stamping");
        Interoperability.accepted(
                "Time stamp, RSA 2048", "osslsigncode", "osslsigncode sign -ts …; osslsigncode verify");
    }

    private void keytool(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 7];
        command[0] = Tool.ofTheJdk("keytool");
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        String[] store = {"-keystore", "keys.p12", "-storetype", "PKCS12", "-storepass", PASSWORD};
        System.arraycopy(store, 0, command, arguments.length + 1, store.length);
        Tool.ok(directory, command);
    }

    private String openSslVerifies(String what, String file) throws Exception {
        Tool tool = openSsl(what, file);
        assertThat(tool.exitCode()).as(tool.output()).isZero();
        return tool.output();
    }

    private Tool openSsl(String what, String file) throws Exception {
        return Tool.run(directory, "openssl", "ts", "-verify", what, file, "-in", "reply.tsr", "-CAfile", "root.pem");
    }

    private void post(String query, String reply) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Path> answer = client.send(
                    HttpRequest.newBuilder(URI.create(entrances.httpUrl() + "/tsa"))
                            .header("Content-Type", "application/timestamp-query")
                            .POST(HttpRequest.BodyPublishers.ofFile(directory.resolve(query)))
                            .build(),
                    HttpResponse.BodyHandlers.ofFile(directory.resolve(reply)));
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }
}
