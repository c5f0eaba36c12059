package io.xlink.importer.ledger;

import java.util.List;

/**
 * What an import with receipts for everything came to.
 *
 * @param files what was read, when that was files
 * @param statements what was asked, when that was a database
 * @param rows rows that were read
 * @param rejected rows of them that are not part of the figures
 * @param leftOut files that were found and not imported, with the reason
 * @param notComputed interval values that scripts could not compute
 */
public record Ended(
        List<ReadFile> files,
        List<RanQuery> statements,
        long rows,
        long rejected,
        long notComputed,
        List<Answer> answers,
        List<String> leftOut) {
    public Ended {
        files = List.copyOf(files);
        statements = List.copyOf(statements);
        answers = List.copyOf(answers);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether anything was left out. */
    boolean isPart() {
        return rejected > 0
                || !leftOut.isEmpty()
                || notComputed > 0
                || answers.stream().anyMatch(answer -> answer.refused() > 0);
    }
}
