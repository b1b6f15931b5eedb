package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.figure.Box;
import org.interphase.figure.FigureLayout;
import org.interphase.figure.Mark;
import org.interphase.figure.Palette;
import org.interphase.figure.Scene;
import org.interphase.figure.Theme;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Style;
import org.interphase.testkit.example.ExampleFigures;
import org.interphase.ui.chart.FigureCanvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of figure of the examples: the screen's painter puts each mark where the layout wants it. */
@ExtendWith(Stalls.class)
class MarksTest {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 320;
    /** Pixels at the edges of ink: smooth edges, whole pixels of texts. */
    private static final double TOLERANCE = 1.6;
    private static final double SHARP = 0.51;
    /** A glyph keeps its own space before and behind. */
    private static final double BEARING = 3;

    @TempDir
    private Path folder;

    @Test
    void theScreenHasEveryMarkWhereTheLayoutPutIt() throws IOException {
        TechniqueRegistry registry = Workbench.session().registry();
        Shell shell = new Shell(Display.getCurrent());
        Set<String> kinds = new HashSet<>();
        int marks = 0;
        try {
            FigureCanvas canvas = new FigureCanvas(shell);
            for (Map.Entry<String, Figure> e : ExampleFigures.all(registry, folder).entrySet()) {
                String[] parts = e.getKey().split(", ");
                if (kinds.add(parts[1] + parts[parts.length - 1])) {
                    Scene scene = new FigureLayout(Theme.page(Palette.LIGHT)).scene(e.getValue(), WIDTH, HEIGHT, "a");
                    for (Mark mark : scene.marks().stream().map(MarksTest::visible).toList()) {
                        marks += compare(canvas, mark, e.getKey()) ? 1 : 0;
                    }
                }
            }
        } finally {
            shell.dispose();
        }
        assertTrue(kinds.size() > 15 && marks > 500, marks + " marks of " + kinds);
    }

    /** A filling without thickness leaves no ink: its outline is looked at instead. */
    private static Mark visible(Mark mark) {
        return mark instanceof Mark.Path p && p.pen().opacity() == 0 ? new Mark.Path(p.subject(), p.x(), p.y(),
                p.closed(), new Mark.Pen(p.fill().rgb(), 1, new double[0], 1), Mark.Fill.NONE) : mark;
    }

    private static boolean compare(FigureCanvas canvas, Mark mark, String what) {
        Box wanted = extent(mark);
        if (wanted == null || wanted.right() < 1 || wanted.left() > WIDTH - 1 || wanted.bottom() < 1
                || wanted.top() > HEIGHT - 1) {
            return false;
        }
        wanted = new Box(Math.max(0, wanted.left()), Math.max(0, wanted.top()), Math.min(WIDTH, wanted.right()),
                Math.min(HEIGHT, wanted.bottom()));
        Box is = ink(canvas, mark);
        String told = what + ": " + mark.subject() + " " + (mark instanceof Mark.Text t ? t.text() : mark.getClass()
                .getSimpleName()) + " is at " + is + ", not " + wanted;
        assertTrue(is != null, told);
        boolean turned = mark instanceof Mark.Text t && t.turned();
        boolean text = mark instanceof Mark.Text;
        // a dashed line may end in a gap; letters need not reach as far up and down as their line
        double gap = mark instanceof Mark.Path p ? java.util.Arrays.stream(p.pen().dash()).max().orElse(0) : 0;
        // axes and their ticks fill whole pixels; a line has no caps
        double edge = mark instanceof Mark.Path && mark.subject().part() == Mark.Part.AXIS ? SHARP : TOLERANCE;
        double across = edge + gap + (!text ? 0 : turned ? wanted.width() / 2 : BEARING);
        double down = edge + gap + (!text ? 0 : turned ? BEARING : wanted.height() / 2);
        assertTrue(Math.abs(is.left() - wanted.left()) <= across && Math.abs(is.right() - wanted.right()) <= across
                && Math.abs(is.top() - wanted.top()) <= down && Math.abs(is.bottom() - wanted.bottom()) <= down, told);
        return true;
    }

    /** The rectangle a mark should leave ink in; null for one that leaves none. */
    private static Box extent(Mark mark) {
        return switch (mark) {
            case Mark.Path p -> around(p.x(), p.y(), p.pen().opacity() > 0 && p.pen().dash().length == 0
                    ? p.pen().width() / 2 : 0);
            case Mark.Symbols s -> s.symbol() == Style.Symbol.NONE ? null : around(s.x(), s.y(),
                    java.util.Arrays.stream(s.corners()).map(Math::abs).max().orElse(s.size() / 2)
                    + (s.filled() ? 0 : Mark.Symbols.LINE / 2));
            case Mark.Text t -> t.text().isBlank() ? null : t.box();
            case Mark.Image i -> Box.between(i.x0(), i.y0(), i.x1(), i.y1());
        };
    }

    private static Box around(double[] x, double[] y, double margin) {
        Box out = null;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i] + y[i])) {
                out = out == null ? new Box(x[i], y[i], x[i], y[i]) : new Box(Math.min(out.left(), x[i]),
                        Math.min(out.top(), y[i]), Math.max(out.right(), x[i]), Math.max(out.bottom(), y[i]));
            }
        }
        return out == null || out.width() + out.height() < 0.5 ? null : out.grown(margin);
    }

    /** Where a mark leaves ink when it is painted alone. */
    private static Box ink(FigureCanvas canvas, Mark mark) {
        boolean bright = mark instanceof Mark.Text t && (t.colour() >> 8 & 0xff) > 180
                || mark instanceof Mark.Path p && (p.pen().rgb() >> 8 & 0xff) > 180;
        int ground = mark instanceof Mark.Image ? 0x00ff00 : bright ? 0x000000 : 0xffffff;
        Image image = new Image(canvas.getDisplay(), WIDTH, HEIGHT);
        GC gc = new GC(image);
        canvas.paint(gc, new Scene(WIDTH, HEIGHT, ground, List.of(), List.of(mark)));
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        int[] row = new int[WIDTH];
        int empty = data.palette.getPixel(new RGB(ground >> 16 & 0xff, ground >> 8 & 0xff, ground & 0xff));
        Box out = null;
        for (int y = 0; y < HEIGHT; y++) {
            data.getPixels(0, y, WIDTH, row, 0);
            for (int x = 0; x < WIDTH; x++) {
                if (row[x] == empty) {
                    continue;
                }
                RGB c = data.palette.getRGB(row[x]);
                int away = Math.abs(c.red - (ground >> 16 & 0xff)) + Math.abs(c.green - (ground >> 8 & 0xff))
                        + Math.abs(c.blue - (ground & 0xff));
                if (away > 12) {
                    out = out == null ? new Box(x, y, x + 1, y + 1) : new Box(Math.min(out.left(), x), out.top(),
                            Math.max(out.right(), x + 1), y + 1);
                }
            }
        }
        return out;
    }
}
