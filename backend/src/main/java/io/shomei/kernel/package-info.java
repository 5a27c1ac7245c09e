/**
 * Values and promises that every feature shares: who is asking, what was refused, pages, time and randomness.
 * Owns no data. Depends on nothing but the JDK and the injection annotations.
 */
@NullMarked
package io.shomei.kernel;

import org.jspecify.annotations.NullMarked;
