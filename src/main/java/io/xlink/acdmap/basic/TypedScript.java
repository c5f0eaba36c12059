package io.xlink.acdmap.basic;

import java.util.List;

/**
 * A script that was found right.
 *
 * @param paras numbers of the {@code Para}s that are read or assigned, ascending
 * @param fields the script's own variables outside procedures
 * @param main where evaluation begins
 */
record TypedScript(List<Variable> paras, List<Variable> fields, List<Procedure> procedures, ProcedureHeader main) {
    /**
     * @param locals all of them; the parameters first, in order
     */
    record Procedure(ProcedureHeader header, List<Variable> locals, List<TypedStatement> body) {}

    /** Highest number of a {@code Para}; 0 when none is used. */
    int highestPara() {
        return paras.isEmpty() ? 0 : paras.get(paras.size() - 1).number();
    }
}
