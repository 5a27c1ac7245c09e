/**
 * Text files that people upload and download: in which encoding they are written, and how lines of tab-separated values are read.
 * Knows no columns and owns no table; what a file must hold is the business of the feature that takes it.
 */
@NullMarked
package io.shomei.text;

import org.jspecify.annotations.NullMarked;
