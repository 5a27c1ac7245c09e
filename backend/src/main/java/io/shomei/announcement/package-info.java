/** What the service desk tells the people of tenants on their first page (HK-026). Owns the table {@code announcement}. */
@NullMarked
package io.shomei.announcement;

import org.jspecify.annotations.NullMarked;
