package io.xlink.acdmap.basic;

import java.util.Arrays;

/** A script's text, which knows line and column of every offset. Lines end with CR, LF, or both. */
final class SourceText {
    private final String name;
    private final String text;
    private final int[] lineStarts;

    SourceText(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[text.length() + 1];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || (c == '\r' && !pair)) {
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    /** Number of the line in which an offset lies, from 1. */
    int line(int at) {
        int found = Arrays.binarySearch(lineStarts, at);
        return found >= 0 ? found + 1 : -found - 1;
    }

    ScriptProblem problem(int at, String what, String remedy) {
        int line = line(at);
        int begin = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        while (end > begin && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return new ScriptProblem(name, line, at - begin + 1, what, remedy, text.substring(begin, end));
    }
}
