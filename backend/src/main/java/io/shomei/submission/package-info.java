/**
 * What subscriber administrators hand in themselves: a link that an officer gives out, the applications that come through it, and what the
 * officer decides. An approved one becomes a request file. Owns {@code submission_link} and {@code submission}.
 */
@NullMarked
package io.shomei.submission;

import org.jspecify.annotations.NullMarked;
