package io.xlink.importer;

/** A file that delivers nothing as the installation stands; recording it as imported would lose what is in it. */
final class FileRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FileRefusedException(String message) {
        super(message);
    }
}
