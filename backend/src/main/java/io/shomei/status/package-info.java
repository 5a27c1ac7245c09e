/** What relying parties are told about certificates: revocation lists, and answers about single certificates. */
@NullMarked
package io.shomei.status;

import org.jspecify.annotations.NullMarked;
