/** What the CA/Browser Forum's Baseline Requirements demand of certificates for TLS servers ({@code BR} with the section). */
@NullMarked
package io.shomei.lint.certificate.br;

import org.jspecify.annotations.NullMarked;
