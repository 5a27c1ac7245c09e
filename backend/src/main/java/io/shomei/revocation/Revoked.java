package io.shomei.revocation;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateState;

/** A certificate as it was, and the state it gets. */
public record Revoked(Certificate certificate, CertificateState.Revoked state) {}
