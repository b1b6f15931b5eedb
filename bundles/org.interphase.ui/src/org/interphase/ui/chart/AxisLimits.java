package org.interphase.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.interphase.figure.DataRange;
import org.interphase.figure.Frame;
import org.interphase.figure.PanelView;
import org.interphase.model.figure.AxisSpec;

/** Two fields beside an axis in which its ends are typed, and its scale; Enter shows them, Escape leaves all. */
final class AxisLimits {

    private static final int FIELD = 110;
    private final FigureCanvas canvas;
    private final Frame frame;
    private final boolean horizontal;
    private final Shell shell;
    private final Text from;
    private final Text to;

    private AxisLimits(FigureCanvas canvas, Frame frame, boolean horizontal) {
        this.canvas = canvas;
        this.frame = frame;
        this.horizontal = horizontal;
        shell = new Shell(canvas.getShell(), SWT.TOOL | SWT.ON_TOP);
        shell.setData("interphase.id", "axis-limits");
        GridLayout g = new GridLayout(2, false);
        shell.setLayout(g);
        AxisSpec axis = axis();
        Label title = new Label(shell, SWT.NONE);
        title.setText(axis.title());
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        from = field("limit-from", Messages.AxisLimits_from, range().min());
        to = field("limit-to", Messages.AxisLimits_to, range().max());
        Button log = new Button(shell, SWT.CHECK);
        log.setText(Messages.AxisLimits_logarithmic);
        log.setSelection(axis.logarithmic());
        log.setEnabled(axis.logarithmic() || AxisScales.allowsLog(frame.panel(), horizontal));
        log.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false, 2, 1));
        log.addListener(SWT.Selection, e -> {
            boolean on = log.getSelection();
            shell.close();
            canvas.setLogarithmic(frame.panel().id(), horizontal, on);
        });
        shell.addListener(SWT.Deactivate, e -> shell.getDisplay().asyncExec(() -> {
            if (!shell.isDisposed()) {
                shell.close();
            }
        }));
        shell.pack();
    }

    private AxisSpec axis() {
        return horizontal ? frame.panel().x() : frame.panel().y();
    }

    private DataRange range() {
        return horizontal ? frame.view().x() : frame.view().y();
    }

    private Text field(String id, String label, double value) {
        new Label(shell, SWT.NONE).setText(label);
        Text text = new Text(shell, SWT.BORDER | SWT.SINGLE);
        text.setData("interphase.id", id);
        GridData d = new GridData(SWT.FILL, SWT.CENTER, true, false);
        d.widthHint = FIELD;
        text.setLayoutData(d);
        text.setText(Readout.number(axis().shown(value), range().span() / 1000));
        text.addListener(SWT.DefaultSelection, e -> apply());
        text.selectAll();
        return text;
    }

    /** Opens the fields; they show the numbers of the axis as it is numbered now. */
    static void open(FigureCanvas canvas, Frame frame, boolean horizontal) {
        AxisLimits limits = new AxisLimits(canvas, frame, horizontal);
        Point size = limits.shell.getSize();
        Rectangle screen = canvas.getMonitor().getClientArea();
        Point at = canvas.toDisplay(horizontal ? (int) (frame.area().left() + frame.area().right() - size.x) / 2
                : (int) frame.area().left() + 8, horizontal ? (int) frame.area().bottom() - size.y - 8
                        : (int) (frame.area().top() + frame.area().bottom() - size.y) / 2);
        limits.shell.setLocation(Math.clamp(at.x, screen.x, Math.max(screen.x, screen.x + screen.width - size.x)),
                Math.clamp(at.y, screen.y, Math.max(screen.y, screen.y + screen.height - size.y)));
        limits.shell.open();
        limits.from.setFocus();
        limits.from.selectAll();
    }

    private void apply() {
        double a = own(from);
        double b = own(to);
        boolean sensible = Double.isFinite(a) && Double.isFinite(b) && a != b
                && !(axis().logarithmic() && Math.min(a, b) <= 0);
        if (!sensible) {
            Text wrong = Double.isFinite(a) && !(axis().logarithmic() && a <= 0) ? to : from;
            wrong.setToolTipText(axis().logarithmic() ? Messages.AxisLimits_aboveZero : Messages.AxisLimits_different);
            wrong.setFocus();
            wrong.selectAll();
            return;
        }
        DataRange next = new DataRange(Math.min(a, b), Math.max(a, b));
        shell.close();
        PanelView v = frame.view();
        canvas.setPanelView(frame.panel(), horizontal ? v.withX(next) : v.withY(next));
    }

    /** The value of the axis that a number shown at it stands for; NaN if none was typed. */
    private double own(Text field) {
        double typed = parsed(field.getText());
        return axis().showsOther() ? axis().other().orElseThrow().back(typed) : typed;
    }

    /** A number as people type it: with a decimal comma, a true minus. */
    static double parsed(String text) {
        try {
            return Double.parseDouble(text.strip().replace(',', '.').replace('\u2212', '-'));
        } catch (NumberFormatException e) {
            // what is no number is said at the field
            return Double.NaN;
        }
    }
}
