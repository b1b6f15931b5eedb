package org.interphase.ui.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.api.parameters.Constrained;
import org.interphase.api.parameters.ParameterField;
import org.interphase.model.unit.Numbers;

/**
 * A column of a list of records: a field, or a part of a fit parameter. Elements are trees as recipes hold them.
 */
abstract class ListColumn {

    /** What a cell is edited with. */
    enum Editor {
        TEXT, CHOICE, CHECK
    }

    private static final int MOST = 4;
    private final ParameterField field;

    ListColumn(ParameterField field) {
        this.field = field;
    }

    final ParameterField field() {
        return field;
    }

    /** Heading. */
    String title() {
        return field.label() + (field.unit().isOne() ? "" : " (" + field.unit().pretty() + ")");
    }

    /** Longer heading. */
    String tip() {
        return field.help();
    }

    Editor editor() {
        return field.type() == ParameterField.Type.CHOICE ? Editor.CHOICE : Editor.TEXT;
    }

    /** What stands in the cell. */
    abstract String text(Map<String, Object> element);

    /** The cell's text to begin editing with. */
    String written(Map<String, Object> element) {
        return text(element);
    }

    /** Whether the cell can be edited. */
    boolean isEditable(Map<String, Object> element) {
        return true;
    }

    /**
     * The field's value after the cell was edited.
     *
     * @param used the element as the last run used it; empty if that is not known
     */
    abstract Object entry(Map<String, Object> element, Map<String, Object> used, Object edited);

    /** Columns for a record: the parts of its fit parameter if there is just one, else its first fields. */
    static List<ListColumn> of(List<ParameterField> fields) {
        List<ParameterField> plain = fields.stream().filter(f -> !f.isAdvanced()
                && f.type() != ParameterField.Type.GROUP && f.type() != ParameterField.Type.LIST).toList();
        List<ParameterField> fitted = plain.stream().filter(f -> f.type() == ParameterField.Type.CONSTRAINED).toList();
        String name = ElementNames.key(fields);
        List<ListColumn> out = new ArrayList<>();
        plain.stream().sorted(java.util.Comparator.comparingInt(f -> rank(f, name))).limit(MOST)
                .forEach(f -> {
                    if (fitted.size() == 1 && fitted.contains(f)) {
                        for (ConstraintColumn.Part part : ConstraintColumn.Part.values()) {
                            out.add(new ConstraintColumn(f, part));
                        }
                    } else {
                        out.add(new Whole(f));
                    }
                });
        return out;
    }

    /** Names first, then what is fitted, then the rest. */
    private static int rank(ParameterField f, String name) {
        return f.name().equals(name) ? 0 : f.type() == ParameterField.Type.CONSTRAINED ? 1 : 2;
    }

    /** A field as it is written. */
    private static final class Whole extends ListColumn {

        Whole(ParameterField field) {
            super(field);
        }

        @Override
        String text(Map<String, Object> element) {
            Object v = element.get(field().name());
            return v instanceof Double d ? Numbers.plain(d, 8) : written(element);
        }

        @Override
        String written(Map<String, Object> element) {
            Object v = element.get(field().name());
            return v == null ? field().defaultText() : FieldRow.text(v);
        }

        @Override
        Object entry(Map<String, Object> element, Map<String, Object> used, Object edited) {
            return edited;
        }
    }

    /** Start value, held or not, lower or upper bound of a fit parameter. */
    private static final class ConstraintColumn extends ListColumn {

        private enum Part {
            START(Messages.ListColumn_start, Messages.ListColumn_startTip),
            HELD(Messages.ListColumn_held, Messages.ListColumn_heldTip),
            LOWER(Messages.ConstraintCells_from, Messages.ListColumn_lowerTip),
            UPPER(Messages.ConstraintCells_to, Messages.ListColumn_upperTip);

            private final String title;
            private final String tip;

            Part(String title, String tip) {
                this.title = title;
                this.tip = tip;
            }
        }

        private final Part part;

        ConstraintColumn(ParameterField field, Part part) {
            super(field);
            this.part = part;
        }

        @Override
        String title() {
            return part.title;
        }

        @Override
        String tip() {
            return part.tip;
        }

        @Override
        Editor editor() {
            return part == Part.HELD ? Editor.CHECK : Editor.TEXT;
        }

        private Constrained of(Map<String, Object> element) {
            Object v = element.get(field().name());
            String text = v == null ? field().defaultText() : FieldRow.text(v);
            try {
                return Constrained.parse(text);
            } catch (IllegalArgumentException e) {
                // a value the recipe cannot be run with is shown as automatic; the run says what is wrong
                return Constrained.AUTO;
            }
        }

        @Override
        String text(Map<String, Object> element) {
            Constrained c = of(element);
            return switch (part) {
                case START -> c.isTied() ? c.toString() : c.isAuto() ? "auto" : Numbers.plain(c.start(), 6);
                case HELD -> c.fixed() ? "\u2611" : c.isTied() ? "" : "\u2610";
                case LOWER -> bound(c.lower());
                case UPPER -> bound(c.upper());
            };
        }

        @Override
        String written(Map<String, Object> element) {
            Constrained c = of(element);
            return switch (part) {
                case START -> c.isTied() || c.isAuto() ? text(element) : digits(c.start());
                case LOWER -> digits(c.lower());
                case UPPER -> digits(c.upper());
                case HELD -> text(element);
            };
        }

        private static String digits(double v) {
            return Double.isInfinite(v) ? "" : new BigDecimal(v).round(new MathContext(6)).stripTrailingZeros()
                    .toString();
        }

        private static String bound(double v) {
            return Double.isInfinite(v) ? "" : Numbers.plain(v, 6);
        }

        @Override
        boolean isEditable(Map<String, Object> element) {
            Constrained c = of(element);
            return part == Part.START || !c.isTied() && (part == Part.HELD || !c.fixed());
        }

        @Override
        Object entry(Map<String, Object> element, Map<String, Object> used, Object edited) {
            Constrained c = of(element);
            return switch (part) {
                case START -> start(c, edited.toString().strip());
                case HELD -> held(c, of(used));
                case LOWER -> written(c, edited.toString().strip(), end(c.upper()));
                case UPPER -> written(c, end(c.lower()), edited.toString().strip());
            };
        }

        private static String start(Constrained c, String typed) {
            boolean number = typed.matches("[-+.\\deE]+");
            if (c.fixed() && number) {
                return "fixed " + typed;
            }
            boolean plain = number || typed.isEmpty() || typed.equals("auto");
            return plain && c.isBounded() ? (typed.isEmpty() ? "auto" : typed) + " [" + end(c.lower()) + ", "
                    + end(c.upper()) + "]" : typed;
        }

        private static String held(Constrained c, Constrained used) {
            double at = Double.isNaN(c.start()) ? used.start() : c.start();
            // without a value there is nothing to hold: the check says so
            return c.fixed() ? end(c.start()) : "fixed " + (Double.isNaN(at) ? "" : end(at));
        }

        private static String written(Constrained c, String lower, String upper) {
            return (Double.isNaN(c.start()) ? "auto" : end(c.start())) + (lower.isEmpty() && upper.isEmpty() ? ""
                    : " [" + lower + ", " + upper + "]");
        }

        private static String end(double v) {
            return Double.isInfinite(v) ? "" : FieldRow.text(v);
        }
    }
}
