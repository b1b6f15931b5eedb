/** Raw files: which reader reads them, archives, and what a person says of them. */
package org.interphase.engine.reading;
