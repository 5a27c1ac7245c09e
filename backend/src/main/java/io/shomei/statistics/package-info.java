/**
 * How many certificates there are and what became of them. Counts are kept by triggers as the register changes, in {@code statistics_count} and
 * {@code statistics_count_change}, so that no page counts the register.
 */
@NullMarked
package io.shomei.statistics;

import org.jspecify.annotations.NullMarked;
