/**
 * Background work, claimed from the database by whichever copy of the platform is free, so that it goes on when a copy dies.
 * Owns the table {@code scheduled_tasks}, whose layout belongs to the db-scheduler library.
 */
@NullMarked
package io.shomei.jobs;

import org.jspecify.annotations.NullMarked;
