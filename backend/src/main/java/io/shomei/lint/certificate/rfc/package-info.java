/** What the standards demand of every certificate: RFC 5280 and those that complete it for an algorithm or a purpose. */
@NullMarked
package io.shomei.lint.certificate.rfc;

import org.jspecify.annotations.NullMarked;
