/** The way in and out over sockets: the pipeline, the limits, listening. Event loops only, unless said otherwise. */
@NullMarked
package dev.natter.server.net;

import org.jspecify.annotations.NullMarked;
