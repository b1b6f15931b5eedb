package org.interphase.api;

import java.io.IOException;

/** A file is not what its format demands; names the file, the position in it and the cause. */
public class DatasetFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final String position;
    private final String reason;

    /**
     * @param file name of the file
     * @param position where, for example "line 12, column 'B.E.'" or "byte 512"; empty for the whole file
     * @param reason what is wrong there
     */
    public DatasetFormatException(String file, String position, String reason) {
        super(file + (position.isEmpty() ? "" : ", " + position) + ": " + reason);
        this.file = file;
        this.position = position;
        this.reason = reason;
    }

    /** As above, with the exception that led here. */
    public DatasetFormatException(String file, String position, String reason, Throwable cause) {
        this(file, position, reason);
        initCause(cause);
    }

    /** Name of the file. */
    public String file() {
        return file;
    }

    /** Where in the file; empty for the whole file. */
    public String position() {
        return position;
    }

    /** What is wrong there. */
    public String reason() {
        return reason;
    }
}
