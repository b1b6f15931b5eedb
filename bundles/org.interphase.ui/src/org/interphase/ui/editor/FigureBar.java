package org.interphase.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.OtherScale;

/** Chooses among the datasets of a file and the figures of a result; absent while there is nothing to choose. */
final class FigureBar extends Composite {

    private final Consumer<Figure> show;
    private final Combo datasets;
    private ToolBar tabs;
    private List<Figure> figures = List.of();
    private String chosen = "";
    private final Button other;
    private final Button surface;
    private final Composite lift;
    private final Scale offset;
    private int datasetCount = 1;

    FigureBar(Composite parent, Consumer<Figure> show) {
        super(parent, SWT.NONE);
        this.show = show;
        GridLayout g = new GridLayout(5, false);
        g.marginHeight = 2;
        setLayout(g);
        GridData d = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
        d.exclude = true;
        setLayoutData(d);
        setVisible(false);
        datasets = new Combo(this, SWT.READ_ONLY | SWT.DROP_DOWN);
        GridData c = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        c.exclude = true;
        datasets.setLayoutData(c);
        datasets.setVisible(false);
        other = new Button(this, SWT.TOGGLE);
        other.setData("interphase.id", "other-scale");
        other.setToolTipText(Messages.FigureBar_scaleTip);
        GridData t = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        t.exclude = true;
        other.setLayoutData(t);
        other.setVisible(false);
        other.addListener(SWT.Selection, e -> show(figures, ""));
        surface = new Button(this, SWT.TOGGLE);
        surface.setText(Messages.FigureBar_surface);
        surface.setData("interphase.id", "surface-view");
        surface.setToolTipText(Messages.FigureBar_surfaceTip);
        GridData s = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        s.exclude = true;
        surface.setLayoutData(s);
        surface.setVisible(false);
        surface.addListener(SWT.Selection, e -> show(figures, ""));
        lift = new Composite(this, SWT.NONE);
        GridLayout l = new GridLayout(2, false);
        l.marginWidth = 0;
        l.marginHeight = 0;
        lift.setLayout(l);
        GridData o = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        o.exclude = true;
        lift.setLayoutData(o);
        lift.setVisible(false);
        new Label(lift, SWT.NONE).setText(Messages.FigureBar_offset);
        offset = new Scale(lift, SWT.HORIZONTAL);
        offset.setMaximum(100);
        offset.setSelection(0);
        offset.setToolTipText(Messages.FigureBar_offsetTip);
        offset.setData("interphase.id", "offset");
        GridData w = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        w.widthHint = 110;
        offset.setLayoutData(w);
        offset.addListener(SWT.Selection, e -> show(figures, ""));
    }

    /** Offers to lift samples over each other. */
    void offers(boolean comparison) {
        ((GridData) lift.getLayoutData()).exclude = !comparison;
        lift.setVisible(comparison);
        appear();
    }

    /** Lift from one sample to the next as a share of the range. */
    double offset() {
        return !((GridData) lift.getLayoutData()).exclude ? offset.getSelection() / 100.0 : 0;
    }

    int datasets() {
        return datasetCount;
    }

    void datasets(List<String> names, int current, IntConsumer open) {
        datasetCount = Math.max(1, names.size());
        if (names.size() > 1) {
            datasets.setItems(names.toArray(String[]::new));
            datasets.select(current);
            datasets.addListener(SWT.Selection, e -> {
                int index = datasets.getSelectionIndex();
                datasets.select(current);
                if (index != current) {
                    open.accept(index);
                }
            });
            ((GridData) datasets.getLayoutData()).exclude = false;
            datasets.setVisible(true);
            appear();
        }
    }

    private void appear() {
        boolean on = figures.size() > 1 || !((GridData) datasets.getLayoutData()).exclude
                || !((GridData) other.getLayoutData()).exclude
                || !((GridData) surface.getLayoutData()).exclude
                || !((GridData) lift.getLayoutData()).exclude;
        GridData d = (GridData) getLayoutData();
        if (d.exclude == on) {
            d.exclude = !on;
            setVisible(on);
        }
        getParent().layout(true, true);
    }

    /**
     * Shows figures to choose from.
     *
     * @param first id of the one to begin with, until another is chosen
     */
    void show(List<Figure> next, String first) {
        boolean same = next.stream().map(Figure::id).toList().equals(figures.stream().map(Figure::id).toList());
        figures = next;
        String wanted = chosen.isEmpty() ? first : chosen;
        Figure figure = next.stream().filter(f -> f.id().equals(wanted)).findFirst().orElse(next.get(0));
        if (!same) {
            rebuild(figure);
        }
        present(figure);
    }

    private void present(Figure figure) {
        Optional<OtherScale> scale = figure.otherScale();
        GridData d = (GridData) other.getLayoutData();
        if (scale.isPresent() == d.exclude) {
            d.exclude = scale.isEmpty();
            other.setVisible(scale.isPresent());
            scale.ifPresent(o -> other.setText(o.quantity()));
            appear();
        }
        boolean heights = SurfacePane.heights(figure).isPresent();
        GridData s = (GridData) surface.getLayoutData();
        if (heights == s.exclude) {
            s.exclude = !heights;
            surface.setVisible(heights);
            appear();
        }
        show.accept(figure);
    }

    /** Whether heights are to be seen as a surface. */
    boolean showsSurface() {
        return surface.getSelection() && !((GridData) surface.getLayoutData()).exclude;
    }

    /** Whether the horizontal axis is to be numbered by its other scale. */
    boolean showsOther() {
        return other.getSelection() && !((GridData) other.getLayoutData()).exclude;
    }

    private void rebuild(Figure current) {
        if (tabs != null) {
            tabs.dispose();
            tabs = null;
        }
        if (figures.size() > 1) {
            tabs = new ToolBar(this, SWT.FLAT | SWT.WRAP);
            tabs.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
            for (Figure f : figures) {
                ToolItem item = new ToolItem(tabs, SWT.RADIO);
                item.setText("  " + (f.title().isEmpty() ? f.id() : f.title()) + "  ");
                item.setToolTipText(f.caption());
                item.setSelection(f == current);
                String id = f.id();
                item.addListener(SWT.Selection, e -> {
                    if (item.getSelection()) {
                        choose(id);
                    }
                });
            }
        }
        appear();
    }

    /** Shows the figure of an identifier, as its tab does; nothing where there is none. */
    void open(String id) {
        if (tabs != null && figures.stream().anyMatch(f -> f.id().equals(id))) {
            for (int i = 0; i < tabs.getItemCount(); i++) {
                tabs.getItem(i).setSelection(figures.get(i).id().equals(id));
            }
            choose(id);
        }
    }

    private void choose(String id) {
        chosen = id;
        figures.stream().filter(f -> f.id().equals(id)).findFirst().ifPresent(this::present);
    }
}
