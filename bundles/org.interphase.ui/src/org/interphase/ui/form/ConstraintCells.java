package org.interphase.ui.form;

import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.interphase.api.parameters.Constrained;

/**
 * A fit parameter as people fill it in: a switch and three plain cells. What the cells mean follows from the switch;
 * entries are kept as they were typed, also those that make no sense.
 *
 * @param kind position of the switch
 * @param first start value, value it is held at, or the component it follows; empty for one found from the data
 * @param second lower bound, or the factor on what it follows; empty for none
 * @param third upper bound, or what is added to what it follows; empty for none
 */
record ConstraintCells(Kind kind, String first, String second, String third) {

    private static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";

    /** Positions of the switch. */
    enum Kind {
        FREE(Messages.ConstraintCells_free, Messages.ConstraintCells_value, Messages.ConstraintCells_from,
                Messages.ConstraintCells_to),
        FIXED(Messages.ConstraintCells_fixed, Messages.ConstraintCells_value, Messages.ConstraintCells_from,
                Messages.ConstraintCells_to),
        TIED(Messages.ConstraintCells_tied, Messages.ConstraintCells_follows, Messages.ConstraintCells_times,
                Messages.ConstraintCells_plus);

        private final String word;

        private final String[] cells;

        Kind(String word, String... cells) {
            this.word = word;
            this.cells = cells;
        }

        /** The position of the switch, for people. */
        String word() {
            return word;
        }

        /** What cell 0, 1 or 2 means. */
        String cell(int index) {
            return cells[index];
        }

        /** Whether something can stand in the second and third cell. */
        boolean hasMore() {
            return this != FIXED;
        }
    }

    /** The cells of a text form; empty if it is none. */
    static Optional<ConstraintCells> of(String text) {
        try {
            return Optional.of(of(Constrained.parse(text)));
        } catch (IllegalArgumentException e) {
            // no fit parameter: it can only be shown as the text it is
            return Optional.empty();
        }
    }

    private static ConstraintCells of(Constrained c) {
        if (c.isTied()) {
            return new ConstraintCells(Kind.TIED, c.tiedTo(), c.ratio() == 1 ? "" : FieldRow.text(c.ratio()),
                    c.offset() == 0 ? "" : FieldRow.text(c.offset()));
        }
        return new ConstraintCells(c.fixed() ? Kind.FIXED : Kind.FREE, c.isAuto() ? "" : FieldRow.text(c.start()),
                end(c.lower()), end(c.upper()));
    }

    private static String end(double v) {
        return Double.isInfinite(v) ? "" : FieldRow.text(v);
    }

    private String[] all() {
        return new String[] {first, second, third};
    }

    /** Whether the first cell holds a whole text form, for those who write rather than fill in. */
    private boolean isWritten() {
        return first.startsWith("=") || first.startsWith("fixed") || first.contains("[");
    }

    /** Which cell holds what it cannot: 0, 1, 2, or -1 if each alone makes sense. */
    int faulty() {
        if (isWritten()) {
            return -1;
        }
        if (kind == Kind.TIED && (first.isEmpty() || first.matches(NUMBER))) {
            return 0;
        }
        for (int i = kind == Kind.TIED ? 1 : 0; i < (kind.hasMore() ? 3 : 1); i++) {
            String t = all()[i];
            boolean left = t.isEmpty() && kind != Kind.FIXED || i == 0 && t.equals("auto") && kind == Kind.FREE;
            if (!left && !t.matches(NUMBER)) {
                return i;
            }
        }
        return -1;
    }

    /** Why a cell cannot be used; empty if each alone makes sense. Whether they fit together, the check says. */
    String problem() {
        int at = faulty();
        if (at < 0) {
            return "";
        }
        String name = kind.cell(at);
        String t = all()[at];
        if (kind == Kind.TIED && at == 0) {
            return NLS.bind(t.isEmpty() ? Messages.ConstraintCells_noTarget : Messages.ConstraintCells_numberTarget,
                    name);
        }
        if (t.isEmpty()) {
            return NLS.bind(Messages.ConstraintCells_noValue, name);
        }
        return NLS.bind(at == 0 ? Messages.ConstraintCells_noNumber : Messages.ConstraintCells_noBound, name, t);
    }

    /** The text form, as recipes hold it. */
    String text() {
        if (isWritten()) {
            return first;
        }
        return switch (kind) {
            case FIXED -> "fixed " + first;
            case FREE -> (first.isEmpty() ? "auto" : first)
                    + (second.isEmpty() && third.isEmpty() ? "" : " [" + second + ", " + third + "]");
            case TIED -> "= " + first + (second.isEmpty() ? "" : " * " + second) + (third.isEmpty() ? ""
                    : third.startsWith("-") ? " - " + third.substring(1)
                            : " + " + (third.startsWith("+") ? third.substring(1) : third));
        };
    }

    /**
     * The cells after the switch was moved.
     *
     * @param used value of the last run as text, taken where there is none to hold; empty if not known
     * @param target what is followed if it is to follow something and nothing is said
     */
    ConstraintCells switched(Kind next, String used, String target) {
        if (next == kind) {
            return this;
        }
        String value = kind == Kind.TIED || first.isEmpty() || first.equals("auto") ? used : first;
        return switch (next) {
            case TIED -> new ConstraintCells(next, target, "", "");
            case FIXED -> new ConstraintCells(next, value, "", "");
            case FREE -> new ConstraintCells(next, value, "", "");
        };
    }
}
