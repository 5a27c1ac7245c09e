package io.shomei.notification;

import io.shomei.kernel.CertificateId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is to be sent.
 *
 * @param kind names its template
 * @param facts what the template tells; never a secret
 */
public record Notice(
        String kind, String recipient, @Nullable CertificateId certificate, Map<String, String> facts) {}
