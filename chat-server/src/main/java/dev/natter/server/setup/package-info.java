/** Commands that make what a server needs before it starts: a hash of its password, a certificate. */
@NullMarked
package dev.natter.server.setup;

import org.jspecify.annotations.NullMarked;
