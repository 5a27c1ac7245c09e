package io.shomei.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a message as Standard Webhooks 1.0 has it: HMAC-SHA-256 over id, time and body. */
final class MessageSignature {
    /** 24 to 64 octets are asked for. */
    static final int SECRET_OCTETS = 32;

    private MessageSignature() {}

    /** The secret in the form in which it is handed out. */
    static String text(byte[] secret) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    static String id(UUID delivery) {
        return "msg_" + delivery;
    }

    /** The header's value: one signature for each secret, with a space between them. */
    static String of(List<byte[]> secrets, UUID delivery, Instant at, String body) {
        String signed = id(delivery) + "." + at.getEpochSecond() + "." + body;
        return secrets.stream().map(secret -> of(secret, signed)).collect(Collectors.joining(" "));
    }

    private static String of(byte[] secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
