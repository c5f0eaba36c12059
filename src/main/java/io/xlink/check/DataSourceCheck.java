package io.xlink.check;

import io.xlink.config.IniSection;
import io.xlink.config.Problem;
import java.util.List;

/** Says whether the database that an external system's section names can be found (specification, section 5). */
@FunctionalInterface
public interface DataSourceCheck {

    /** Looks for no database. */
    DataSourceCheck NONE = section -> List.of();

    /**
     * What keeps the database of a section from being found.
     *
     * @param section one with data in a database
     */
    List<Problem> check(IniSection section);
}
