/** From bytes to lines to requests, for both ends; the only package here that knows Netty. */
@NullMarked
package dev.natter.protocol.codec;

import org.jspecify.annotations.NullMarked;
