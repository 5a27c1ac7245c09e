package io.shomei.testing;

import io.shomei.issuance.Outcome;
import java.security.KeyPair;

/** A certificate that was issued, with the key that it is for. */
public record Certified(Outcome.Issued issued, KeyPair key) {}
