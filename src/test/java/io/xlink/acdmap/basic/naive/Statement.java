package io.xlink.acdmap.basic.naive;

/** Something that is done. */
interface Statement {
    void run(Frame frame);

    /** The same, so that a failure in it knows its line. */
    static Statement at(int line, Statement statement) {
        return frame -> {
            try {
                statement.run(frame);
            } catch (NaiveFailure e) {
                throw e.at(line);
            }
        };
    }
}
