/** Cases as data: what the tests of this module share to read and to make them. */
@NullMarked
package dev.natter.protocol.cases;

import org.jspecify.annotations.NullMarked;
