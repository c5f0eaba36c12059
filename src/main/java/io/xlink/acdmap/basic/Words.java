package io.xlink.acdmap.basic;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of the language, and those that only other BASICs have. In lower case. */
final class Words {
    /** No names of anything. */
    static final Set<String> RESERVED = Set.of(
            "and",
            "as",
            "boolean",
            "byref",
            "byval",
            "call",
            "case",
            "const",
            "currency",
            "dim",
            "do",
            "double",
            "else",
            "elseif",
            "end",
            "endif",
            "exit",
            "false",
            "for",
            "function",
            "global",
            "if",
            "integer",
            "is",
            "let",
            "long",
            "loop",
            "mod",
            "next",
            "not",
            "option",
            "or",
            "private",
            "public",
            "rem",
            "select",
            "single",
            "step",
            "string",
            "sub",
            "then",
            "to",
            "true",
            "until",
            "variant",
            "wend",
            "while",
            "xor");

    /** Words with which a statement may begin, as they are usually written. */
    static final List<String> BEGINNINGS = List.of(
            "Call",
            "Case",
            "Const",
            "Dim",
            "Do",
            "Else",
            "ElseIf",
            "End",
            "EndIf",
            "Exit",
            "For",
            "Function",
            "Global",
            "If",
            "Let",
            "Loop",
            "Next",
            "Option",
            "Private",
            "Public",
            "Select",
            "Sub",
            "Wend",
            "While");

    static final List<String> TYPES =
            List.of("Integer", "Long", "Double", "Single", "Currency", "Variant", "String", "Boolean");

    /** Beginnings of statements that do not exist here, and what they belong to. Names otherwise. */
    static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("goto", "jumps"),
            Map.entry("gosub", "jumps"),
            Map.entry("return", "jumps"),
            Map.entry("on", "jumps and On Error"),
            Map.entry("resume", "On Error"),
            Map.entry("error", "On Error"),
            Map.entry("open", "files"),
            Map.entry("close", "files"),
            Map.entry("print", "files and output"),
            Map.entry("write", "files"),
            Map.entry("input", "files and input"),
            Map.entry("line", "files and input"),
            Map.entry("get", "files"),
            Map.entry("put", "files"),
            Map.entry("seek", "files"),
            Map.entry("kill", "files"),
            Map.entry("name", "files"),
            Map.entry("filecopy", "files"),
            Map.entry("mkdir", "folders"),
            Map.entry("rmdir", "folders"),
            Map.entry("chdir", "folders"),
            Map.entry("shell", "programs"),
            Map.entry("declare", "libraries"),
            Map.entry("set", "objects"),
            Map.entry("with", "objects"),
            Map.entry("type", "types of one's own"),
            Map.entry("redim", "arrays"),
            Map.entry("erase", "arrays"),
            Map.entry("static", "values that are remembered"),
            Map.entry("randomize", "chance"),
            Map.entry("sleep", "waiting"));

    /** Those of them that begin a block, which ends with {@code End} and the word. */
    static final Set<String> BLOCKS_ELSEWHERE = Set.of("type", "with");

    private Words() {}
}
