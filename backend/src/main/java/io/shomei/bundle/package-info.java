/** The key files of a tenant's certificates all together, or of a selection, and the list of their passwords; as often as wanted. */
@NullMarked
package io.shomei.bundle;

import org.jspecify.annotations.NullMarked;
