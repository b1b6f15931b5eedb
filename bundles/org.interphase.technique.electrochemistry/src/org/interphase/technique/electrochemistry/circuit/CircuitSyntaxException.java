package org.interphase.technique.electrochemistry.circuit;

/** A circuit string that cannot be read; names line and column. */
public class CircuitSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * @param text the circuit string
     * @param offset index of the character where reading failed
     * @param reason what is wrong there and what was expected
     */
    public CircuitSyntaxException(String text, int offset, String reason) {
        this(text, line(text, offset), column(text, offset), reason);
    }

    private CircuitSyntaxException(String text, int line, int column, String reason) {
        super("circuit '" + text.strip() + "', line " + line + ", column " + column + ": " + reason);
        this.line = line;
        this.column = column;
    }

    private static int line(String text, int offset) {
        return 1 + (int) text.substring(0, Math.min(offset, text.length())).chars().filter(c -> c == '\n').count();
    }

    private static int column(String text, int offset) {
        int at = Math.min(offset, text.length());
        return at - (at == 0 ? -1 : text.lastIndexOf('\n', at - 1));
    }

    /** Line of the error, from 1. */
    public int line() {
        return line;
    }

    /** Column of the error, from 1. */
    public int column() {
        return column;
    }
}
