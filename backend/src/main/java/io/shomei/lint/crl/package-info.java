/**
 * The rules on certificate revocation lists, for the list as a whole and for each of its entries. A list is gone through
 * once, however long it is. Rules: RFC 5280 5, BR 4.9.7 and 7.2.
 */
@NullMarked
package io.shomei.lint.crl;

import org.jspecify.annotations.NullMarked;
