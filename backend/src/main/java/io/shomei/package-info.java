/** The platform as a whole: how it starts, and in which order its features come to life. */
@NullMarked
package io.shomei;

import org.jspecify.annotations.NullMarked;
