/** Rules on answers of the OCSP responder. They are asked for every answer that is signed, so none does more than compare. */
@NullMarked
package io.shomei.lint.ocsp;

import org.jspecify.annotations.NullMarked;
