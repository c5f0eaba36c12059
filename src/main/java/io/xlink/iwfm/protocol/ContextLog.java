package io.xlink.iwfm.protocol;

import org.slf4j.Logger;

/** A logger whose lines say in the MDC what they are about. */
final class ContextLog {
    private final Logger logger;
    private final LogContext context;

    ContextLog(Logger logger, LogContext context) {
        this.logger = logger;
        this.context = context;
    }

    ContextLog with(String key, String value) {
        return new ContextLog(logger, context.with(key, value));
    }

    void error(String format, Object... arguments) {
        context.run(() -> logger.error(format, arguments));
    }

    void warn(String format, Object... arguments) {
        context.run(() -> logger.warn(format, arguments));
    }

    void info(String format, Object... arguments) {
        context.run(() -> logger.info(format, arguments));
    }

    void debug(String format, Object... arguments) {
        if (logger.isDebugEnabled()) {
            context.run(() -> logger.debug(format, arguments));
        }
    }
}
