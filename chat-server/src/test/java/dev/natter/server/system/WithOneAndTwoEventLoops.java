package dev.natter.server.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A test that gets the number of event loops. With one, the chat lives on it; with two it has a thread of its own, and
 * its listeners are spread over the loops: what races can happen is quite different.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "event loops: {0}")
@ValueSource(ints = {1, 2})
@interface WithOneAndTwoEventLoops {}
