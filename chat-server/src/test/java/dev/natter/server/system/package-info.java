/**
 * The server as a whole, over real sockets and as a real program: many at once, much at once, rubbish, the slow and the
 * vanished. What one person sees of a rule is in the transcripts.
 */
@NullMarked
package dev.natter.server.system;

import org.jspecify.annotations.NullMarked;
