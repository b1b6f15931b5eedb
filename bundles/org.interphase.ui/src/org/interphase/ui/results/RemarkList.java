package org.interphase.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.interphase.model.Remark;
import org.interphase.ui.theme.Looks;

/**
 * Remarks as whole sentences, one below the other, wrapped to the width there is. A click, or the arrow keys, chooses
 * what a remark is about. The text can be selected and copied.
 */
final class RemarkList {

    /** From so many characters on, text was selected to be copied. */
    private static final int DRAGGED = 3;
    private static final int VERTICAL = 2;
    /** Margins, and what a wrapped line is indented by. */
    private static final int MARGINS = 30;
    private static final int LEAST_WIDTH = 80;
    private static final String GAP = "\u2002";
    private final StyledText text;
    private final Consumer<Remark> choose;
    private List<Remark> remarks = List.of();
    private int marked = -1;

    RemarkList(Composite parent, Consumer<Remark> choose) {
        this.choose = choose;
        text = new StyledText(parent, SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL | SWT.MULTI);
        text.setData("interphase.id", "remarks");
        text.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
        text.setAlwaysShowScrollBars(false);
        text.setMargins(6, VERTICAL, 4, VERTICAL);
        text.setCaret(null);
        text.setCursor(text.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        text.addListener(SWT.MouseUp, e -> {
            int offset = text.getOffsetAtPoint(new org.eclipse.swt.graphics.Point(e.x, e.y));
            if (offset >= 0 && text.getSelectionCount() < DRAGGED) {
                mark(text.getLineAtOffset(offset), true);
            }
        });
        text.addListener(SWT.KeyDown, e -> {
            int way = e.keyCode == SWT.ARROW_DOWN ? 1 : e.keyCode == SWT.ARROW_UP ? -1 : 0;
            if (way != 0) {
                mark(Math.max(0, Math.min(remarks.size() - 1, marked + way)), true);
                e.doit = false;
            }
        });
        // tabs leave a list, they are no text here
        text.addListener(SWT.Traverse, e -> e.doit |= e.detail == SWT.TRAVERSE_TAB_NEXT
                || e.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    }

    Control control() {
        return text;
    }

    List<Remark> remarks() {
        return remarks;
    }

    void show(List<Remark> next) {
        if (next.equals(remarks)) {
            return;
        }
        remarks = List.copyOf(next);
        marked = -1;
        List<String> lines = new ArrayList<>();
        for (Remark r : remarks) {
            lines.add(line(r));
        }
        text.setText(String.join("\n", lines));
        colour();
    }

    private static String line(Remark r) {
        return sign(r) + GAP + Wording.readable(r.text().replaceAll("\\s*\\R\\s*", " "));
    }

    /** How high these remarks would be in a width. */
    int height(List<Remark> some, int width) {
        if (some.isEmpty() || width < LEAST_WIDTH) {
            return 0;
        }
        TextLayout layout = new TextLayout(text.getDisplay());
        layout.setFont(text.getFont());
        layout.setWidth(width - MARGINS);
        int sum = 0;
        for (Remark r : some) {
            layout.setText(line(r));
            sum += layout.getBounds().height;
        }
        layout.dispose();
        return sum + 2 * VERTICAL;
    }

    private static String sign(Remark r) {
        return switch (r.level()) {
            case INFO -> "\u2139";
            case WARNING -> "\u26a0";
            case ERROR -> "\u2716";
        };
    }

    /** Puts the colours of the look on. */
    void colour() {
        Looks looks = Looks.of(text.getParent());
        GC gc = new GC(text);
        gc.setFont(text.getFont());
        text.setBackground(text.getParent().getBackground());
        text.setForeground(looks.ink());
        for (int i = 0; i < remarks.size(); i++) {
            Color c = switch (remarks.get(i).level()) {
                case INFO -> looks.ink();
                case WARNING -> looks.warning();
                case ERROR -> looks.bad();
            };
            int start = text.getOffsetAtLine(i);
            text.setStyleRange(new StyleRange(start, text.getLine(i).length(), c, null));
            text.setLineWrapIndent(i, 1, gc.textExtent(sign(remarks.get(i)) + GAP).x);
            text.setLineBackground(i, 1, i == marked ? looks.selection() : null);
        }
        gc.dispose();
    }

    private void mark(int line, boolean tell) {
        if (line < 0 || line >= remarks.size()) {
            return;
        }
        marked = line;
        colour();
        text.setTopIndex(Math.min(text.getTopIndex(), line));
        if (tell) {
            choose.accept(remarks.get(line));
        }
    }
}
