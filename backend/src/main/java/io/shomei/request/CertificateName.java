package io.shomei.request;

import io.shomei.pki.SerialNumber;
import org.jspecify.annotations.Nullable;

/**
 * How an application names a certificate that is there already.
 *
 * @param subject what it says of its subject; null where that could not be read
 */
public record CertificateName(SerialNumber serial, @Nullable NamedSubject subject) {}
