/** What the S/MIME Baseline Requirements demand of certificates for mail ({@code SBR} with the section). */
@NullMarked
package io.shomei.lint.certificate.smime;

import org.jspecify.annotations.NullMarked;
