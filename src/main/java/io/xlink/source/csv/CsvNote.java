package io.xlink.source.csv;

/**
 * Something about a file that was read that an administrator should know.
 *
 * @param warning whether it may need a look; otherwise it is for information
 * @param text one sentence without a full stop
 */
public record CsvNote(boolean warning, String text) {}
