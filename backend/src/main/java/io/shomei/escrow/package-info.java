/**
 * Private keys that the platform made and somebody has still to fetch, encrypted, and nothing longer than that. Owns the tables
 * {@code data_key} and {@code escrowed_key}.
 */
@NullMarked
package io.shomei.escrow;

import org.jspecify.annotations.NullMarked;
