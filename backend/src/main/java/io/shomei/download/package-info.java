/**
 * Lists of certificates as files, streamed.
 * Owns no table: it reads the view {@code v_certificate_list}.
 */
@NullMarked
package io.shomei.download;

import org.jspecify.annotations.NullMarked;
