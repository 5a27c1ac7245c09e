/**
 * A tenant's users as its administrators look after them, and what everybody sees and changes of their own account. Owns no table: users are
 * accounts, what they may do are permissions, and what becomes of their certificates the desk does.
 */
@NullMarked
package io.shomei.user;

import org.jspecify.annotations.NullMarked;
