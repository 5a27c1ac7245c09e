package io.shomei.timestamp;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.shomei.pki.TimeStampFailure;
import io.shomei.pki.TimeStampRefusal;
import io.shomei.testing.Eventually;
import io.shomei.testing.Http;
import io.shomei.timestamp.clock.TrustedClock;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/** What programs that want time stamps do, by another library than the one that makes them. */
@Singleton
public class Stamps {
    private final Http http;
    private final TrustedClock clock;

    Stamps(Http http, TrustedClock clock) {
        this.http = http;
        this.clock = clock;
    }

    /** Waits until the clock is trusted: another test may have set it a moment ago. */
    public void awaitTrustedClock() {
        Eventually.isTrue("a clock that is trusted", () -> {
            try {
                clock.instant(Duration.ofSeconds(1));
                return true;
            } catch (TimeStampRefusal notYet) {
                return false;
            }
        });
    }

    public static TimeStampRequest request(byte[] sha256) {
        return request(sha256, null);
    }

    public static TimeStampRequest request(byte[] sha256, @Nullable String policy) {
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        if (policy != null) {
            generator.setReqPolicy(new ASN1ObjectIdentifier(policy));
        }
        return generator.generate(TSPAlgorithms.SHA256, sha256, new BigInteger("1234567890123456789"));
    }

    public Response post(String path, byte[] request) {
        return http.plain()
                .contentType("application/timestamp-query")
                .body(request)
                .post(path);
    }

    /** A time stamp that was given, and answers the request. */
    public TimeStampToken granted(String path, TimeStampRequest request) {
        try {
            Response answer = post(path, request.getEncoded());
            answer.then().statusCode(200).contentType("application/timestamp-reply");
            TimeStampResponse response = new TimeStampResponse(answer.asByteArray());
            assertThat(response.getStatus()).as(response.getStatusString()).isZero();
            response.validate(request);
            return response.getTimeStampToken();
        } catch (IOException | TSPException wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** The sentence of a refusal with this failure. */
    public String refused(String path, byte[] request, TimeStampFailure failure) {
        try {
            Response answer = post(path, request);
            answer.then().statusCode(200).contentType("application/timestamp-reply");
            return refusal(answer.asByteArray(), failure);
        } catch (IOException | TSPException wrong) {
            throw new AssertionError(wrong);
        }
    }

    static String refusal(byte[] answer, TimeStampFailure failure) throws IOException, TSPException {
        TimeStampResponse response = new TimeStampResponse(answer);
        assertThat(response.getStatus()).isEqualTo(2);
        assertThat(response.getTimeStampToken()).isNull();
        assertThat(response.getStatusString()).isNotBlank();
        assertThat(response.getFailInfo().intValue()).isEqualTo(new PKIFailureInfo(bits(failure)).intValue());
        return response.getStatusString();
    }

    private static int bits(TimeStampFailure failure) {
        return switch (failure) {
            case BAD_ALG -> PKIFailureInfo.badAlg;
            case BAD_REQUEST -> PKIFailureInfo.badRequest;
            case BAD_DATA_FORMAT -> PKIFailureInfo.badDataFormat;
            case TIME_NOT_AVAILABLE -> PKIFailureInfo.timeNotAvailable;
            case UNACCEPTED_POLICY -> PKIFailureInfo.unacceptedPolicy;
            case UNACCEPTED_EXTENSION -> PKIFailureInfo.unacceptedExtension;
            case ADD_INFO_NOT_AVAILABLE -> PKIFailureInfo.addInfoNotAvailable;
            case SYSTEM_FAILURE -> PKIFailureInfo.systemFailure;
        };
    }
}
