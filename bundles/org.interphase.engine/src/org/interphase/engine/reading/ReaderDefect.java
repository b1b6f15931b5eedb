package org.interphase.engine.reading;

import org.interphase.api.DatasetFormatException;

/** A reader failed in a way it must not: nothing is said of the file. */
final class ReaderDefect extends DatasetFormatException {

    private static final long serialVersionUID = 1L;

    ReaderDefect(String file, String reason, Throwable cause) {
        super(file, "", reason, cause);
    }
}
