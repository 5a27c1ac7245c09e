/** What an outsider verifies an export with: one file that needs nothing but a JDK. */
@NullMarked
package io.shomei.audit.seal.verify;

import org.jspecify.annotations.NullMarked;
