package io.xlink.source.sql;

import io.xlink.config.IniSection;
import io.xlink.config.keys.Key;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A column or an expression as an administrator wrote it (specification, section 5). It goes into SQL as it stands.
 *
 * @param text never empty
 */
record SqlExpression(String text) {
    private static final String NAME = "(?:[\\p{L}_][\\p{L}\\p{N}_$#]*|\"[^\"]+\"|`[^`]+`|\\[[^\\]]+\\])";
    private static final Pattern COLUMN = Pattern.compile(NAME + "(?:\\." + NAME + "){0,3}");

    /** Whether it is the name of a column, so that it reads the same in a list of columns and in a condition. */
    boolean isColumn() {
        return COLUMN.matcher(text).matches();
    }

    /** The last part of a column's name, without quotes. */
    String columnName() {
        String last = text.substring(text.lastIndexOf('.') + 1);
        return last.replaceAll("^[\"`\\[]|[\"`\\]]$", "");
    }

    /** @throws io.xlink.config.ConfigException when the key is missing */
    static SqlExpression required(IniSection section, Key key) {
        return new SqlExpression(section.text(key)
                .orElseThrow(() -> section.error(key, "has no " + key, "Write " + key + "= with " + key.meaning())));
    }

    /** @throws io.xlink.config.ConfigException when the key is missing */
    static List<SqlExpression> list(IniSection section, Key key) {
        List<SqlExpression> expressions = section.list(key).stream()
                .filter(text -> !text.isEmpty())
                .map(SqlExpression::new)
                .toList();
        if (expressions.isEmpty()) {
            throw section.error(key, "has no " + key, "Write " + key + "= with " + key.meaning());
        }
        return expressions;
    }

    /** A query as a driver takes it: several configurations end theirs with a semicolon. */
    static String query(String text) {
        return text.strip().replaceFirst("[;\\s]+$", "");
    }

    @Override
    public String toString() {
        return text;
    }
}
