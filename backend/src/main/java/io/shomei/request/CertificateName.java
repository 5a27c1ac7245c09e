package io.shomei.request;

import io.shomei.pki.SerialNumber;
import org.jspecify.annotations.Nullable;

/**
 * How an application names a certificate that is there already.
 *
 * @param commonName of the subject DN beside it; null where it could not be read
 */
public record CertificateName(SerialNumber serial, @Nullable String commonName) {}
