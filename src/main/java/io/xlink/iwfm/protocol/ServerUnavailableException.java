package io.xlink.iwfm.protocol;

/** There is no connection to the server, or it was lost. Trying again later makes sense. */
public final class ServerUnavailableException extends IwfmException {
    private static final long serialVersionUID = 1L;

    ServerUnavailableException(ClientSettings settings, String reason, Throwable cause) {
        super(
                "Enterprise Server " + settings.index() + " not available: " + settings.server() + " at "
                        + settings.host() + ":" + settings.port() + ": " + Protocol.plain(reason) + ". "
                        + remedy(settings, cause),
                cause);
    }

    private static String remedy(ClientSettings settings, Throwable cause) {
        return cause instanceof TlsFailure failure
                ? failure.remedy()
                : "Check the line " + settings.index() + "= in [DB] of isps_Ul.ini, that the firewall lets port "
                        + settings.port() + " through, and the host in isps.cfg";
    }
}
