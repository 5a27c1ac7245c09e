/**
 * The time that time stamps tell: given out only while nothing speaks against it.
 * Owns the table {@code timestamp_last}. What is asked is set by {@code clock.*}; how it is decided is told in
 * {@code docs/architecture/timestamp.md}.
 */
@NullMarked
package io.shomei.timestamp.clock;

import org.jspecify.annotations.NullMarked;
