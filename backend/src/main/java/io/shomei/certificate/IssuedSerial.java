package io.shomei.certificate;

import io.shomei.pki.SerialNumber;

/**
 * How a relying party names a certificate: by its issuer and the number its issuer gave it.
 *
 * @param authority the name of the generation that issued it
 */
public record IssuedSerial(String authority, SerialNumber serial) {}
