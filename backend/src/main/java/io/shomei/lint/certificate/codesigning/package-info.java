/** What the Code Signing Baseline Requirements demand of certificates for programs and for time stamps ({@code CSBR} with the section). */
@NullMarked
package io.shomei.lint.certificate.codesigning;

import org.jspecify.annotations.NullMarked;
