/** What makes an operator: a password, as it is or hashed. Knows nothing of who asks. */
@NullMarked
package dev.natter.server.password;

import org.jspecify.annotations.NullMarked;
