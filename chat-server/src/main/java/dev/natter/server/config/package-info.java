/** From the command line, the environment and a file to the settings of a server. */
@NullMarked
package dev.natter.server.config;

import org.jspecify.annotations.NullMarked;
