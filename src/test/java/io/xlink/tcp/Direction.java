package io.xlink.tcp;

/** Which way bytes go through a {@link CuttingProxy}. */
public enum Direction {
    TOWARDS_SERVER,
    TOWARDS_CLIENT
}
