package io.xlink.service;

/** A service that cannot be installed or used. The message is complete for an administrator: what, and what to do. */
public final class ServiceException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what is wrong, without a full stop
     * @param remedy what to do about it, without a full stop
     */
    public ServiceException(String what, String remedy) {
        super(what + ". " + remedy);
    }

    /** As the other one, with what led to it. */
    public ServiceException(String what, String remedy, Throwable cause) {
        super(what + ". " + remedy, cause);
    }
}
