/** The importer as a service of the operating system, and what makes its start short. */
package io.xlink.service;
