/**
 * Enable Basic, the language of import scripts, as {@code docs/enable-basic.md} defines it (specification, section 3,
 * Enable Basic).
 *
 * <p>A script goes one way: {@link io.xlink.acdmap.basic.Lexer} makes tokens, {@link io.xlink.acdmap.basic.Parser} a
 * tree of what is written ({@code Statement}, {@code Expression}), {@link io.xlink.acdmap.basic.Checker} a tree of what
 * is meant ({@code TypedStatement}, {@code TypedExpression}: names found, every conversion a node), and
 * {@link io.xlink.acdmap.basic.Backend} a hidden class of it.
 *
 * <p>Scripts are safe by construction and not by watching them. The language has no word for files, connections,
 * programs, or the time. The class made of a script calls nothing but itself, {@code ScriptRun}, and the static methods
 * of {@code Arithmetic}, {@code Comparisons}, {@code Conversions}, {@code NumberFunctions} and {@code Texts}; these touch nothing but their
 * arguments and the evaluation's limits. {@code GeneratedCodeTest} holds that.
 */
package io.xlink.acdmap.basic;
