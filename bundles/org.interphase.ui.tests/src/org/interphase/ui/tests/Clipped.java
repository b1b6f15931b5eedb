package org.interphase.ui.tests;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;

/**
 * Words that have less room than they need, stand outside what holds them or upon each other, told from the bounds of
 * widgets and the extents of their texts.
 */
final class Clipped {

    private static final int SLACK = 2;
    /** What a combo box needs beside its text: margins and the arrow, at least. */
    private static final int ARROW = 20;
    private final List<String> found = new ArrayList<>();

    private Clipped() {
    }

    /** What is clipped or overlaps in a window or part. */
    static List<String> in(Composite root) {
        Clipped c = new Clipped();
        c.look(root);
        return c.found;
    }

    private void look(Composite parent) {
        List<Control> words = new ArrayList<>();
        for (Control c : parent.getChildren()) {
            if (!c.isVisible() || c.getSize().x == 0) {
                continue;
            }
            switch (c) {
                case Button b -> button(b);
                case Label l -> label(l);
                case Link l -> room(l, l.getText().replaceAll("<[^>]+>", ""), SLACK);
                case Combo b -> room(b, b.getText(), ARROW);
                case Composite inner -> look(inner);
                default -> {
                    // lists, trees and entries scroll
                }
            }
            if (c instanceof Button || c instanceof Label || c instanceof Link || c instanceof Combo
                    || c instanceof Text) {
                words.add(c);
            }
        }
        overlaps(words);
    }

    private void button(Button b) {
        if (!b.getText().isEmpty() && b.computeSize(SWT.DEFAULT, SWT.DEFAULT).x > b.getSize().x + SLACK) {
            found.add("button '" + b.getText() + "' has " + b.getSize());
        }
        // sideways nothing may stand out; downwards a form scrolls
        Rectangle room = b.getParent().getClientArea();
        if (b.getBounds().x + b.getBounds().width > room.x + room.width + SLACK) {
            found.add("'" + b.getText() + "' stands out of its part");
        }
    }

    /** A label whose whole text is one hover away may be cut. */
    private void label(Label l) {
        boolean wraps = (l.getStyle() & SWT.WRAP) != 0;
        Point wanted = l.computeSize(wraps ? l.getSize().x : SWT.DEFAULT, SWT.DEFAULT);
        boolean cut = wanted.x > l.getSize().x + SLACK || wanted.y > l.getSize().y + SLACK;
        if (cut && !l.getText().isEmpty() && !l.getText().equals(l.getToolTipText())) {
            found.add("label '" + l.getText() + "' has " + l.getSize() + ", needs " + wanted);
        }
    }

    private void room(Control c, String text, int besides) {
        GC gc = new GC(c);
        int needs = gc.textExtent(text).x + besides;
        gc.dispose();
        if (needs > c.getSize().x + SLACK) {
            found.add("'" + text + "' has " + c.getSize().x + ", needs " + needs);
        }
    }

    private void overlaps(List<Control> words) {
        for (int i = 0; i < words.size(); i++) {
            for (int k = i + 1; k < words.size(); k++) {
                Rectangle both = words.get(i).getBounds().intersection(words.get(k).getBounds());
                if (both.width > SLACK && both.height > SLACK) {
                    found.add(words.get(i) + " and " + words.get(k) + " overlap");
                }
            }
        }
    }
}
