package io.xlink.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** How much a command logs beside what it prints. */
final class Logs {
    private Logs() {}

    /** Logs nothing of ours below the level, unless somebody asked for a level with {@code XLINK_LOG}. */
    static void atMost(Level level) {
        if (System.getenv("XLINK_LOG") == null && LoggerFactory.getLogger("io.xlink") instanceof Logger logger) {
            logger.setLevel(level);
        }
    }
}
