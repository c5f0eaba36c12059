package io.xlink.source.csv;

import java.nio.file.Path;

/** A date that cannot be read in the configured order, but in another: the file contradicts the configuration. */
final class WrongOrder extends BadField {
    private static final long serialVersionUID = 1L;

    private final DateOrder configured;
    private final DateOrder fits;

    WrongOrder(DateOrder configured, DateOrder fits) {
        super("the date is not in the order " + configured + " but " + fits);
        this.configured = configured;
        this.fits = fits;
    }

    /**
     * What becomes of the file.
     *
     * @param column position from 0 of the date
     * @param key the key of the order
     */
    CsvRefusedException refusal(Path file, Row row, int column, String key) {
        return new CsvRefusedException(
                file,
                row.line(),
                column + 1,
                Rejections.quoted(row, column) + " contradicts " + key + "=" + configured.key()
                        + ": it is a date in the order " + fits.key() + " (" + fits + ")",
                "Correct " + key + ", or this line if it is a mistake; nothing of the file was imported");
    }
}
