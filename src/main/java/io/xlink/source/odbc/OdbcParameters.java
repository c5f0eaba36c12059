package io.xlink.source.odbc;

import java.sql.ParameterMetaData;

/** What of a {@link ParameterMetaData} is known without asking the database: how many parameters a query has. */
final class OdbcParameters {
    private final int count;

    OdbcParameters(int count) {
        this.count = count;
    }

    public int getParameterCount() {
        return count;
    }

    public int getParameterMode(int parameter) {
        return ParameterMetaData.parameterModeIn;
    }

    public int isNullable(int parameter) {
        return ParameterMetaData.parameterNullableUnknown;
    }
}
