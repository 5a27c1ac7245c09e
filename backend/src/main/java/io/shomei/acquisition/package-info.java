/**
 * How accounts get, renew and replace the certificates they log in with by themselves: with an acquisition password, by the present
 * certificate and the log-in password, or with a key that their browser makes.
 */
@NullMarked
package io.shomei.acquisition;

import org.jspecify.annotations.NullMarked;
