package io.xlink.config;

import java.nio.file.Path;

/** Configuration that cannot be used. The message is complete for an administrator: where, what, and what to do. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ConfigException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /**
     * @param file the file concerned
     * @param line line number from 1, or 0 for the file as a whole
     * @param what what is wrong
     * @param remedy what to do about it
     */
    public ConfigException(Path file, int line, String what, String remedy) {
        this(file, line, 0, what, remedy);
    }

    /**
     * As the other one, with the place in the line.
     *
     * @param column column number from 1, or 0 for the line as a whole
     */
    public ConfigException(Path file, int line, int column, String what, String remedy) {
        this(Problem.error(file, line, column, what, remedy));
    }

    /** What is wrong, in its parts; null once the exception has been serialised. */
    public Problem problem() {
        return problem;
    }
}
