/**
 * Request files: many applications in one tab-separated upload. A file is read row by row, every row is checked, the officer sees
 * what was found, and what was confirmed is carried out in the background. Owns the uploaded files and their rows; the rules for
 * one application are those of {@code request}.
 */
@NullMarked
package io.shomei.request.bulk;

import org.jspecify.annotations.NullMarked;
