/** TLS on the same ports as plain text: told apart by the first byte, ended in order, with a certificate that is renewed. */
@NullMarked
package dev.natter.server.net.tls;

import org.jspecify.annotations.NullMarked;
