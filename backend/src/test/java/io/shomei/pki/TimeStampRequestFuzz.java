package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;

/** A question to the time-stamping authority. What is read here, Bouncy Castle reads as the same question. */
public final class TimeStampRequestFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        MessageImprint imprint = MessageImprint.of(HashAlgorithm.SHA256, new byte[32]);
        return List.of(
                TimeStampRequest.of(imprint).encoded(),
                new TimeStampRequest(imprint, "1.3.6.1.4.1.99999.1", BigInteger.ONE.shiftLeft(63), true).encoded(),
                TimeStampRequest.of(MessageImprint.of(HashAlgorithm.SHA512, new byte[64]))
                        .encoded());
    }

    @Override
    public void take(byte[] input) throws IOException {
        TimeStampRequest request;
        try {
            request = TimeStampRequest.read(input);
        } catch (TimeStampRefusal refusal) {
            assertThat(refusal.failure()).isNotNull();
            assertThat(refusal.sentence()).isNotEmpty();
            return;
        }
        var other = new org.bouncycastle.tsp.TimeStampRequest(input);
        assertThat(request.imprint().digest()).isEqualTo(other.getMessageImprintDigest());
        assertThat(request.imprint().algorithm().oid())
                .isEqualTo(other.getMessageImprintAlgOID().getId());
        assertThat(request.nonce()).isEqualTo(other.getNonce());
        assertThat(request.certificateWanted()).isEqualTo(other.getCertReq());
        assertThat(request.policy())
                .isEqualTo(
                        other.getReqPolicy() == null
                                ? null
                                : other.getReqPolicy().getId());
    }
}
