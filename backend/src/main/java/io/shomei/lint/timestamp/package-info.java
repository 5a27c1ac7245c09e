/** The rules on time stamps: what RFC 3161, RFC 5816, RFC 5652 and ETSI EN 319 422 demand of every token. */
@NullMarked
package io.shomei.lint.timestamp;

import org.jspecify.annotations.NullMarked;
