/**
 * What an empty installation is filled with to be tried: a tenant with officers, an operator, and request files with real CSRs.
 * Owns no table; switched off by configuration.
 */
@NullMarked
package io.shomei.demo;

import org.jspecify.annotations.NullMarked;
