package io.shomei.status.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import io.shomei.pki.CertId;
import io.shomei.pki.Fixtures;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.KeySpec;
import io.shomei.pki.OcspRequests;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A question to the OCSP responder in the address of a GET. What was read is the same question in the form of the standard. */
public final class OcspPathFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        byte[] question =
                OcspRequests.of(CertId.of(HashAlgorithm.SHA256, Fixtures.issuer(KeySpec.P256), Fixtures.serial()));
        return List.of(
                FuzzTarget.bytes(path(question)),
                FuzzTarget.bytes(
                        "/ocsp//" + Base64.getUrlEncoder().withoutPadding().encodeToString(question)),
                FuzzTarget.bytes("/ocsp/" + Base64.getEncoder().encodeToString(question)),
                FuzzTarget.bytes("/ocsp"));
    }

    @Override
    public void take(byte[] input) {
        OcspPath.question(FuzzTarget.text(input)).ifPresent(question -> {
            // No base64 begins with a slash that anybody could tell from one slash too many.
            if (!Base64.getEncoder().encodeToString(question).startsWith("/")) {
                assertThat(OcspPath.question(path(question))).hasValue(question);
            }
        });
    }

    private static String path(byte[] question) {
        return "/ocsp/" + URLEncoder.encode(Base64.getEncoder().encodeToString(question), StandardCharsets.UTF_8);
    }
}
