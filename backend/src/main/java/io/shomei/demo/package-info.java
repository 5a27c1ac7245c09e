/**
 * What an empty installation is filled with to be tried: a tenant of each kind of service with people who can log
 * in, an operator, server certificates that end soon, and request files with real CSRs.
 * Owns no table; switched off by configuration.
 */
@NullMarked
package io.shomei.demo;

import org.jspecify.annotations.NullMarked;
