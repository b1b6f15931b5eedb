package org.interphase.ui.editor;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

/** The line below the picture: what is under the pointer, how far a run is, how well the fit fits. */
final class StatusStrip extends Composite {

    private static final int LATE = 250;
    private final Label readout;
    private final ProgressBar bar;
    private final Button cancel;
    private final Label quality;
    private boolean running;

    StatusStrip(Composite parent, Runnable onCancel) {
        super(parent, SWT.NONE);
        GridLayout g = new GridLayout(4, false);
        g.marginHeight = 2;
        g.marginWidth = 8;
        setLayout(g);
        setLayoutData(new GridData(SWT.FILL, SWT.END, true, false));
        readout = new Label(this, SWT.NONE);
        GridData d = new GridData(SWT.FILL, SWT.CENTER, true, false);
        d.widthHint = 120;
        readout.setLayoutData(d);
        bar = new ProgressBar(this, SWT.HORIZONTAL);
        bar.setMaximum(1000);
        GridData b = new GridData(SWT.END, SWT.CENTER, false, false);
        b.widthHint = 120;
        bar.setLayoutData(b);
        cancel = new Button(this, SWT.PUSH | SWT.FLAT);
        cancel.setText(Messages.StatusStrip_cancel);
        cancel.addListener(SWT.Selection, e -> onCancel.run());
        bar.setVisible(false);
        cancel.setVisible(false);
        quality = new Label(this, SWT.NONE);
        quality.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    }

    void readout(String text) {
        readout.setText(text);
    }

    String readout() {
        return readout.getText();
    }

    void quality(String text) {
        if (!quality.getText().equals(text)) {
            quality.setText(text);
            layout(true);
        }
    }

    void progress(boolean on, double fraction) {
        if (on && !running) {
            // short runs show nothing: a bar that flashes tells less than none
            getDisplay().timerExec(LATE, () -> {
                if (!isDisposed() && running) {
                    bar.setVisible(true);
                    cancel.setVisible(true);
                }
            });
        }
        running = on;
        if (!on) {
            bar.setVisible(false);
            cancel.setVisible(false);
        }
        bar.setSelection(Double.isNaN(fraction) ? 0 : (int) Math.round(1000 * fraction));
    }
}
