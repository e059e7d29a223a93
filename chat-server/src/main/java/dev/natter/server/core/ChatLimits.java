package dev.natter.server.core;

/**
 * Bounds that the chat itself keeps.
 *
 * @param maxRooms how many rooms one session may be in; 0 means no limit
 * @param presenceLimit in rooms larger than this, joining and leaving are not announced: everyone told of everyone is
 *     quadratic
 */
public record ChatLimits(int maxRooms, int presenceLimit) {}
