package org.interphase.ui.editor;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.interphase.figure.DataRange;
import org.interphase.figure.FigureView;
import org.interphase.figure.PanelView;
import org.interphase.model.Measurement;
import org.interphase.model.Segments;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Panel;
import org.interphase.ui.chart.FigureCanvas;
import org.interphase.ui.results.NumberLook;
import org.interphase.ui.results.Wording;
import org.interphase.ui.theme.Looks;

/** Goes through the stretches of a record one by one and shows what each gives, such as the pulses of a titration. */
final class SegmentBar extends PartBar {

    /** Part of a stretch that is seen on either side of it. */
    private static final double MARGIN = 0.06;
    /** Margins and gaps between the parts of the bar, pixels. */
    private static final int SPACING = 50;
    private static final int LEAST = 160;
    private final FigureCanvas canvas;
    private final Consumer<String> choose;
    private final Label place;
    private final Label numbers;
    private final Button before;
    private final Button behind;
    private Segments segments;
    private int at = -1;

    /**
     * An absent bar.
     *
     * @param choose shows the figure of an identifier
     */
    SegmentBar(Composite parent, FigureCanvas canvas, Consumer<String> choose) {
        super(parent, "segments", canvas);
        this.canvas = canvas;
        this.choose = choose;
        before = button(-1);
        place = label();
        behind = button(1);
        numbers = new Label(this, SWT.WRAP);
        numbers.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        parent.addListener(SWT.Resize, e -> fit());
        place.setData("interphase.id", "segment-place");
        numbers.setData("interphase.id", "segment-numbers");
    }

    /** A new result. */
    void refresh() {
        Segments next = result().flatMap(r -> r.run().dataset().product(Segments.class)).orElse(null);
        String name = segments == null || at < 0 ? "" : segments.all().get(at).name();
        segments = next;
        at = next == null ? -1 : next.named(name).orElse(-1);
        appear(next != null && !next.all().isEmpty());
        tell();
    }

    /** What is selected elsewhere: the number of a stretch leads to it. */
    void selected(String component) {
        OptionalInt found = segments == null ? OptionalInt.empty() : segments.named(component);
        if (found.isPresent() && found.getAsInt() != at) {
            show(found.getAsInt());
        }
    }

    /** Whether this is the name of a stretch rather than of a component of the picture. */
    boolean holds(String component) {
        return segments != null && segments.named(component).isPresent();
    }

    @Override
    void step(int by) {
        int next = at < 0 ? by > 0 ? 0 : segments.all().size() - 1 : at + by;
        if (next >= 0 && next < segments.all().size()) {
            show(next);
            analysis().ifPresent(a -> a.select("", segments.all().get(next).name()));
        }
    }

    private void show(int index) {
        at = index;
        Segments.Segment s = segments.all().get(index);
        choose.accept(segments.figure());
        Figure figure = canvas.figure();
        Optional<Panel> panel = figure == null ? Optional.empty() : figure.panels().stream()
                .filter(p -> p.id().equals(segments.panel())).findFirst();
        panel.ifPresent(p -> canvas.setView(FigureView.fit(figure).with(figure, p, new PanelView(around(s.from(),
                s.to()), around(s.low(), s.high())))));
        tell();
    }

    private static DataRange around(double from, double to) {
        double margin = MARGIN * (to > from ? to - from : Math.max(1, Math.abs(to)));
        return new DataRange(from - margin, to + margin);
    }

    private void tell() {
        if (segments == null) {
            return;
        }
        int n = segments.all().size();
        place.setText(at < 0 ? NLS.bind(Messages.SegmentBar_all, segments.title(), n)
                : NLS.bind(Messages.SegmentBar_place, new Object[] {segments.title(), at + 1, n}));
        before.setEnabled(at != 0);
        behind.setEnabled(at != n - 1);
        Segments.Segment s = at < 0 ? null : segments.all().get(at);
        numbers.setText(s == null ? "" : s.numbers().stream().map(m -> shortName(m).replace(' ', '\u00a0') + '\u00a0'
                + Wording.number(m).replace(' ', '\u00a0')).collect(Collectors.joining("   ")));
        numbers.setToolTipText(s == null ? "" : s.numbers().stream().map(m -> m.name() + ": " + NumberLook.told(m))
                .collect(Collectors.joining("\n")));
        Measurement first = s == null || s.numbers().isEmpty() ? null : s.numbers().get(0);
        numbers.setFont(first == null ? null : NumberLook.font(first));
        numbers.setForeground(colour(first));
        fit();
    }

    private Color colour(Measurement first) {
        Looks looks = Looks.of(this);
        Color judged = first == null ? null : NumberLook.color(first, looks);
        return judged == null ? looks.ink() : judged;
    }

    /** Gives the numbers the width that is left, so that they take as many lines as they need there. */
    private void fit() {
        int others = before.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + behind.computeSize(SWT.DEFAULT, SWT.DEFAULT).x
                + place.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + SPACING;
        GridData d = (GridData) numbers.getLayoutData();
        int left = Math.max(LEAST, getParent().getClientArea().width - others);
        boolean same = d.widthHint == left;
        d.widthHint = left;
        if (getVisible() && (!same || !numbers.getText().isEmpty())) {
            getParent().layout(true, true);
        }
    }

    /** The name without the stretch, which stands before it. */
    private String shortName(Measurement m) {
        String end = ", " + segments.all().get(at).name();
        return m.name().endsWith(end) ? m.name().substring(0, m.name().length() - end.length()) : m.name();
    }
}
