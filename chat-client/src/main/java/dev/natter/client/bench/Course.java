package dev.natter.client.bench;

import java.time.Duration;

/**
 * How long a bench goes on, its connections once open.
 *
 * @param warmUp how long there are messages before the counted part; may be zero
 * @param counted how long the counted part lasts
 * @param messages how many messages the counted part has at most, 1 to {@link #MAX_MESSAGES}; whichever bound is met first
 */
public record Course(Duration warmUp, Duration counted, int messages) {

    /** What the numbers in the messages have room for. */
    public static final int MAX_MESSAGES = Stamp.MAX;
}
