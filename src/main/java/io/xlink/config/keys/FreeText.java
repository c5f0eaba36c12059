package io.xlink.config.keys;

import java.util.Optional;

/** What only the place that uses it can judge. */
public enum FreeText implements KeyType {
    TEXT("text"),
    NAME("name"),
    NAMES("names, separated by `;`"),
    PATH("folder"),
    FILE("file"),
    URL("`iwfm://` or `iwfms://` URL"),
    SQL("SQL"),
    EXPRESSIONS("columns or SQL expressions, separated by `;`"),
    EXPRESSION("column or SQL expression"),
    TABLE("table, view or join"),
    PATTERN("pattern such as `dd/mm/yyyy HH:MM:SS`; one a column, separated by `;`"),
    COLUMN_BY_NAME("name from `ColumnNames`, or column number"),
    SECRET("password"),
    ANYTHING("anything");

    private final String words;

    FreeText(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public Optional<Fault> fault(String text) {
        return Optional.empty();
    }
}
