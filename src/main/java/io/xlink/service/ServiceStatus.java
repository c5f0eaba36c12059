package io.xlink.service;

/**
 * How a service is.
 *
 * @param running whether it runs
 * @param text the same for people, in one line
 */
public record ServiceStatus(boolean running, String text) {}
