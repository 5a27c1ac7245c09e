/**
 * Keeps the private keys that sign for this installation and the secrets derived for its tokens.
 * Owns the key directory: one encrypted file per key, and the key-encryption key where the configuration names no other; and what it
 * made in the HSM, where the configuration names one. Secrets derive from the key-encryption key in either case.
 * Its rules come from NIST SP 800-38D (AES-GCM), RFC 5869 (HKDF) and PKCS #11 3.0; who may use which key is decided above.
 */
@NullMarked
package io.shomei.keys;

import org.jspecify.annotations.NullMarked;
