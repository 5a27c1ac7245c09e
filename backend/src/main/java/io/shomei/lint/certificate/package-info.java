/**
 * The rules on certificates, by where the demand comes from: {@code rfc} and {@code policy} for every certificate, the others for the
 * {@link io.shomei.lint.certificate.Programme} a certificate is in.
 */
@NullMarked
package io.shomei.lint.certificate;

import org.jspecify.annotations.NullMarked;
