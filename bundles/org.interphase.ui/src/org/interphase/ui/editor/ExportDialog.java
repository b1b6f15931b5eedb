package org.interphase.ui.editor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.interphase.ui.chart.FigureExport;
import org.interphase.ui.session.Remembered;

/** Asks how large a figure is to be written, in the columns journals have, and shows it as it will be. */
final class ExportDialog extends Dialog {

    /** A width that journals print. */
    private record Width(String name, int millimetres) {
    }

    private static final List<Width> WIDTHS = List.of(new Width(Messages.ExportDialog_oneColumn, 85),
            new Width(Messages.ExportDialog_oneAndHalf, 120), new Width(Messages.ExportDialog_twoColumns, 180),
            new Width(Messages.ExportDialog_screen, 0), new Width(Messages.ExportDialog_other, -1));
    private static final List<String> ENDINGS = List.of(".svg", ".pdf", ".png");
    private static final int PREVIEW_WIDTH = 520;
    private static final int PREVIEW_HEIGHT = 360;
    private static final int PREVIEW_DOTS = 110;
    private static final int PAUSE = 200;
    private final FigureExport screen;
    private final Remembered remembered;
    private final Runnable draw = this::draw;
    private Combo width;
    private Spinner wide;
    private Spinner high;
    private Spinner dots;
    private Combo format;
    private Canvas preview;
    private Image image;
    private FigureExport chosen;
    private String ending = "";
    private int drawn;

    ExportDialog(Shell parent, FigureExport screen, Remembered remembered) {
        super(parent);
        this.screen = screen;
        this.remembered = remembered;
    }

    FigureExport chosen() {
        return chosen;
    }

    /** Ending of the file name, with its dot. */
    String ending() {
        return ending;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.ExportDialog_title);
        shell.setData("interphase.id", "export");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        ((GridLayout) area.getLayout()).numColumns = 2;
        preview = new Canvas(area, SWT.BORDER | SWT.DOUBLE_BUFFERED);
        preview.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_GRAY));
        GridData p = new GridData(SWT.FILL, SWT.FILL, true, true);
        p.widthHint = PREVIEW_WIDTH;
        p.heightHint = PREVIEW_HEIGHT;
        preview.setLayoutData(p);
        preview.addPaintListener(e -> paint(e.gc));
        preview.addDisposeListener(e -> drop());
        Composite form = new Composite(area, SWT.NONE);
        form.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, false, false));
        form.setLayout(new GridLayout(2, false));
        width = combo(form, "export-width", Messages.ExportDialog_width, WIDTHS.stream().map(Width::name).toList(),
                remembered.number("export.width", 3));
        wide = spinner(form, Messages.ExportDialog_wide, remembered.number("export.wide",
                millimetres(screen.widthMillimetres())));
        high = spinner(form, Messages.ExportDialog_high, remembered.number("export.high",
                millimetres(screen.heightMillimetres())));
        format = combo(form, "export-format", Messages.ExportDialog_format, List.of("SVG", "PDF", "PNG"),
                remembered.number("export.format", 0));
        dots = spinner(form, Messages.ExportDialog_dots, remembered.number("export.dots", 300));
        dots.setMinimum(72);
        width.addListener(SWT.Selection, e -> widthChosen());
        wide.addListener(SWT.Selection, e -> changed());
        high.addListener(SWT.Selection, e -> changed());
        format.addListener(SWT.Selection, e -> changed());
        widthChosen();
        return area;
    }

    private static int millimetres(double mm) {
        return (int) Math.round(mm);
    }

    private static Combo combo(Composite parent, String id, String label, List<String> entries, int selected) {
        new Label(parent, SWT.NONE).setText(label);
        Combo c = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        c.setItems(entries.toArray(String[]::new));
        c.select(Math.clamp(selected, 0, entries.size() - 1));
        c.setData("interphase.id", id);
        return c;
    }

    private static Spinner spinner(Composite parent, String label, int value) {
        new Label(parent, SWT.NONE).setText(label);
        Spinner s = new Spinner(parent, SWT.BORDER);
        s.setValues(value, 20, 1200, 0, 1, 10);
        return s;
    }

    private void widthChosen() {
        int mm = WIDTHS.get(width.getSelectionIndex()).millimetres();
        if (mm >= 0) {
            double ratio = screen.height() / screen.width();
            int w = mm == 0 ? millimetres(screen.widthMillimetres()) : mm;
            wide.setSelection(w);
            high.setSelection(millimetres(w * ratio));
        }
        changed();
    }

    private FigureExport export() {
        boolean asOnScreen = WIDTHS.get(width.getSelectionIndex()).millimetres() == 0
                && wide.getSelection() == millimetres(screen.widthMillimetres())
                && high.getSelection() == millimetres(screen.heightMillimetres());
        return asOnScreen ? new FigureExport(screen.figure(), screen.view(), screen.fitted(), screen.width(),
                screen.height(), dots.getSelection(), screen.theme())
                : screen.sized(wide.getSelection(), high.getSelection(), dots.getSelection());
    }

    private void changed() {
        dots.setEnabled(ENDINGS.get(format.getSelectionIndex()).equals(".png"));
        preview.getDisplay().timerExec(PAUSE, draw);
    }

    /** Draws in a job; of pictures that follow each other only the last is shown. */
    private void draw() {
        if (preview.isDisposed()) {
            return;
        }
        int number = ++drawn;
        FigureExport e = export();
        FigureExport small = new FigureExport(e.figure(), e.view(), e.fitted(), e.width(), e.height(), PREVIEW_DOTS,
                e.theme());
        Display display = preview.getDisplay();
        Job.createSystem("preview", (ICoreRunnable) monitor -> {
            try {
                byte[] png = small.png();
                display.asyncExec(() -> show(png, number));
            } catch (IOException problem) {
                // the figure itself is then not written either, and says why
                org.eclipse.core.runtime.ILog.get().warn("No preview", problem);
            }
        }).schedule();
    }

    private void show(byte[] png, int number) {
        if (!preview.isDisposed() && number == drawn) {
            drop();
            image = new Image(preview.getDisplay(), new ImageData(new ByteArrayInputStream(png)));
            preview.redraw();
        }
    }

    private void drop() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }

    private void paint(org.eclipse.swt.graphics.GC gc) {
        if (image == null) {
            return;
        }
        Rectangle i = image.getBounds();
        Rectangle r = preview.getClientArea();
        double scale = Math.min(1, Math.min((r.width - 16.0) / i.width, (r.height - 16.0) / i.height));
        int w = (int) (i.width * scale);
        int h = (int) (i.height * scale);
        gc.setAntialias(SWT.ON);
        gc.setInterpolation(SWT.HIGH);
        gc.drawImage(image, 0, 0, i.width, i.height, (r.width - w) / 2, (r.height - h) / 2, w, h);
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.ExportDialog_saveAs, true);
        createButton(parent, IDialogConstants.CANCEL_ID, Messages.ExportDialog_cancel, false);
    }

    @Override
    protected void okPressed() {
        chosen = export();
        ending = ENDINGS.get(format.getSelectionIndex());
        remembered.put("export.width", Integer.toString(width.getSelectionIndex()));
        remembered.put("export.wide", Integer.toString(wide.getSelection()));
        remembered.put("export.high", Integer.toString(high.getSelection()));
        remembered.put("export.format", Integer.toString(format.getSelectionIndex()));
        remembered.put("export.dots", Integer.toString(dots.getSelection()));
        super.okPressed();
    }

    @Override
    protected boolean isResizable() {
        return true;
    }
}
