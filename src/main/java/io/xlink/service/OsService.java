package io.xlink.service;

import java.util.List;

/** Services of one kind of operating system. */
public interface OsService {

    /** The services of the machine that this runs on. */
    static OsService here() {
        return System.getProperty("os.name").startsWith("Windows") ? new WinswService() : new SystemdService();
    }

    /** The text that defines a service; changes nothing. */
    String definition(ServiceSettings settings);

    /**
     * Defines a service, which then starts with the machine; it is not started.
     *
     * @return what was done, and what is left to do, line by line
     */
    List<String> install(ServiceSettings settings) throws ServiceException, InterruptedException;

    /** Stops a service and removes its definition; configuration and data stay. */
    void remove(String name) throws ServiceException, InterruptedException;

    /** Starts a service and returns when it runs. */
    void start(String name) throws ServiceException, InterruptedException;

    /** Stops a service and returns when it has ended. */
    void stop(String name) throws ServiceException, InterruptedException;

    /** Whether a service runs. */
    ServiceStatus status(String name) throws ServiceException, InterruptedException;
}
