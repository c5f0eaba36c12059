/** The files of an installation: the INI dialect of Xlink, {@code isps.cfg} and {@code isps_Ul.ini}, and secrets. */
package io.xlink.config;
