package io.xlink.importer;

import io.xlink.importer.manual.ManualRequest;
import io.xlink.model.ImportKind;
import java.sql.SQLException;
import java.util.List;

/** One kind of data of one external system, as far as it can be imported by hand. */
interface ManualSource {

    /** Name of the external system. */
    String system();

    ImportKind kind();

    /** The servers that get it. */
    Receivers receivers();

    /**
     * Hands over what is to be imported; the route of the source goes to work at its next look.
     *
     * @param warnings gets what cannot be imported, with the reason
     */
    Turn<?> begin(ManualRequest request, List<String> warnings) throws SQLException;

    /** The turn is over, or given up. */
    void end();
}
