/** What our own certificate policy demands of every certificate ({@code CP} with the section of docs/cp-cps.md), and where it took that from. */
@NullMarked
package io.shomei.lint.certificate.policy;

import org.jspecify.annotations.NullMarked;
