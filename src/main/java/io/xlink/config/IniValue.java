package io.xlink.config;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands right of the {@code =} (specification, section 3, "The INI dialect"): trailing comments, quotations and
 * lists.
 *
 * <p>Names hold apostrophes ({@code Kid's corner}), values hold SQL, and neither must make a comment or a separator
 * disappear. So a quotation is recognised narrowly:
 *
 * <ul>
 *   <li>it never begins right after a letter, a digit or another quote;
 *   <li>a run of quotes is closed by the next run of the same length: {@code ""Time ;Stamp""}, {@code 'it''s'};
 *   <li>two quotes that no letter or digit follows are an empty text;
 *   <li>a quote that nothing closes is an ordinary character, and so is an opening parenthesis.
 * </ul>
 */
final class IniValue {
    private IniValue() {}

    /** The value itself: without a trailing comment, trimmed, without one enclosing pair of quotes. */
    static String of(String text) {
        return unquote(written(text));
    }

    /** The value as it stands there: without a trailing comment, trimmed, with its quotes. */
    static String written(String text) {
        return withoutComment(text).strip();
    }

    /** Elements separated by {@code ;} outside parentheses and quotations, trimmed; a trailing separator adds none. */
    static List<String> list(String value) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < value.length(); i = next(value, i)) {
            if (value.charAt(i) == ';') {
                parts.add(value.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        String last = value.substring(begin).strip();
        if (!last.isEmpty()) {
            parts.add(last);
        }
        return parts;
    }

    private static String withoutComment(String text) {
        for (int i = 0; i < text.length(); i = afterQuotation(text, i)) {
            if (text.charAt(i) == ';' && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    /** A list of quoted names begins and ends with a quote too, but no pair encloses it. */
    private static String unquote(String value) {
        int last = value.length() - 1;
        boolean enclosed = last > 0 && isQuote(value.charAt(0)) && value.charAt(last) == value.charAt(0);
        return enclosed && list(value).size() <= 1 ? value.substring(1, last) : value;
    }

    /** The position after the character, the quotation or the parentheses at {@code i}. */
    private static int next(String s, int i) {
        if (s.charAt(i) != '(') {
            return afterQuotation(s, i);
        }
        int depth = 0;
        for (int j = i; j < s.length(); j = afterQuotation(s, j)) {
            char c = s.charAt(j);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return j + 1;
            }
        }
        return i + 1;
    }

    /** The position after the quotation that begins at {@code i}, or after the one character there. */
    private static int afterQuotation(String s, int i) {
        char quote = s.charAt(i);
        if (!isQuote(quote) || (i > 0 && (isQuote(s.charAt(i - 1)) || Character.isLetterOrDigit(s.charAt(i - 1))))) {
            return i + 1;
        }
        int begin = afterRun(s, i);
        if (begin - i == 2 && (begin == s.length() || !Character.isLetterOrDigit(s.charAt(begin)))) {
            return begin;
        }
        int j = s.indexOf(quote, begin);
        while (j >= 0) {
            int end = afterRun(s, j);
            if (end - j == begin - i) {
                return end;
            }
            j = s.indexOf(quote, end);
        }
        return i + 1;
    }

    private static int afterRun(String s, int i) {
        int j = i;
        while (j < s.length() && s.charAt(j) == s.charAt(i)) {
            j++;
        }
        return j;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
