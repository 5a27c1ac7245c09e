/**
 * What the service desk does for an account on a request document, and an administrator for the users of the own tenant: unlock, reset,
 * revoke, hand out new credentials as a letter. Owns the table {@code desk_action}. What is offered, and what two people must agree on,
 * says the policy of the account's tenant.
 */
@NullMarked
package io.shomei.desk;

import org.jspecify.annotations.NullMarked;
