/** Who the server is to those who speak TLS: a certificate and its key, from files. Neither sockets nor a log. */
@NullMarked
package dev.natter.server.tls;

import org.jspecify.annotations.NullMarked;
