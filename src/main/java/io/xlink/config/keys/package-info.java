/** Every key of isps.cfg and isps_Ul.ini that is known: what it means, what it may hold, and what counts without it. */
package io.xlink.config.keys;
