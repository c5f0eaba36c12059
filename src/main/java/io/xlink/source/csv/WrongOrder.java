package io.xlink.source.csv;

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

    DateOrder configured() {
        return configured;
    }

    DateOrder fits() {
        return fits;
    }
}
