package io.xlink.cli;

import io.xlink.importer.gaps.Gap;
import java.util.List;

/**
 * What is missing of one external system.
 *
 * @param system its name
 * @param knownDays on how many of the days in question, and of those that hours are learned from, there were data
 * @param learned whether so much is known that its hours are learned
 */
record SystemGaps(String system, int knownDays, boolean learned, List<Gap> gaps) {
    SystemGaps {
        gaps = List.copyOf(gaps);
    }

    int intervals() {
        return gaps.stream().mapToInt(Gap::intervals).sum();
    }
}
