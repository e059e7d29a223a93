/** A person's chat: what is typed becomes commands, what is heard becomes items to see. It knows no terminal. */
@NullMarked
package dev.natter.client.chat;

import org.jspecify.annotations.NullMarked;
