package org.interphase.engine.document;

import java.io.IOException;

/** A text document (recipe, analysis, project) cannot be used; names the file, line and column, and the cause. */
public class DocumentException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final int column;
    private final String reason;

    /**
     * @param file name of the document
     * @param line line from 1; 0 for the whole document
     * @param column column from 1
     * @param reason what is wrong there and what is permitted
     */
    public DocumentException(String file, int line, int column, String reason) {
        super(file + (line > 0 ? ", line " + line + ", column " + column : "") + ": " + reason);
        this.file = file;
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    /** Name of the document. */
    public String file() {
        return file;
    }

    /** Line from 1; 0 for the whole document. */
    public int line() {
        return line;
    }

    /** Column from 1. */
    public int column() {
        return column;
    }

    /** {@code line 3, column 5}, or empty for the whole document. */
    public String position() {
        return line > 0 ? "line " + line + ", column " + column : "";
    }

    /** What is wrong there. */
    public String reason() {
        return reason;
    }
}
