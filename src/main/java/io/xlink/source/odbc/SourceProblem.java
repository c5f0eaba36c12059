package io.xlink.source.odbc;

/**
 * Something amiss with a data source. The line that names the source is known to whoever asked.
 *
 * @param what what is wrong, without a full stop
 * @param remedy what to do about it, without a full stop
 */
public record SourceProblem(String what, String remedy) {
    @Override
    public String toString() {
        return what + ". " + remedy;
    }
}
