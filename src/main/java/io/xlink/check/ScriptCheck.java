package io.xlink.check;

import io.xlink.config.ConfigText;
import io.xlink.config.Problem;
import java.nio.file.Path;
import java.util.List;

/** Says what is wrong with an import script (specification, section 3, import scripts). */
@FunctionalInterface
public interface ScriptCheck {

    /** Looks into no script. */
    ScriptCheck NONE = (script, use) -> List.of();

    /**
     * Checks one script for one target that it computes; a script of several targets is given several times.
     *
     * @param script its text; problems of the language name lines and columns of it
     * @param use where it is used; problems such as too few sources name that line
     */
    List<Problem> check(ConfigText script, Use use);

    /**
     * A line of acd_map.ini that names a script.
     *
     * @param map acd_map.ini
     * @param line line number from 1
     * @param column where the script's name begins, from 1
     * @param sources how many sources the target has, which are the script's {@code Para1}, {@code Para2}, ...
     */
    record Use(Path map, int line, int column, int sources) {}
}
