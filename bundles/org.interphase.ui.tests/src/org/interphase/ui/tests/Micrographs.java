package org.interphase.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Region;
import org.interphase.model.Raster;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.testkit.example.TiffFile;
import org.interphase.ui.chart.FigureCanvas;
import org.interphase.ui.chart.PictureRegion;
import org.interphase.ui.chart.RegionShape;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.RecipeEdits;

/** What the tests do with pictures: write them, draw in them, look at their pixels on screen. */
final class Micrographs {

    private Micrographs() {
    }

    /** Writes an 8-bit picture as ImageJ does, with its scale. */
    static Path write(Path file, Raster picture) throws IOException {
        byte[] grey = new byte[picture.width() * picture.height()];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) picture.pixels().get(i);
        }
        return Files.write(file, TiffFile.imageJ(picture.width(), picture.height(), grey,
                picture.calibration().pixelWidth(), picture.calibration().unit().text(), "simulated"));
    }

    /** Chooses a recipe template and waits for its result. */
    static Analysis use(AnalysisEditor editor, String recipe) {
        Analysis a = editor.analysis().orElseThrow();
        a.edit(a.session().registry().requireRecipe(recipe), "Use " + recipe);
        Workbench.waitForResult(a);
        return a;
    }

    static Layer.Picture picture(FigureCanvas canvas) {
        return canvas.figure().panels().get(0).layers().stream().filter(Layer.Picture.class::isInstance)
                .map(Layer.Picture.class::cast).findFirst().orElseThrow();
    }

    /** A place given in pixels of the picture, in pixels of the control that gets the mouse. */
    static Point at(FigureCanvas canvas, double px, double py) {
        Layer.Picture p = picture(canvas);
        Control plot = canvas.plotControl(canvas.figure().panels().get(0).id());
        return canvas.getDisplay().map(canvas, plot, canvas.toPixels(canvas.figure().panels().get(0).id(),
                p.left() + px * (p.right() - p.left()) / p.raster().width(),
                p.top() + py * (p.bottom() - p.top()) / p.raster().height()));
    }

    /** Begins to draw the region parameter of a step with a tool, as its form's button does. */
    static void begin(AnalysisEditor editor, String step, RegionShape shape) {
        Analysis a = editor.analysis().orElseThrow();
        Step s = a.recipe().step(step).orElseThrow();
        ParameterField field = new RecipeEdits(a.session().registry()).fields(s).stream()
                .filter(f -> f.type() == ParameterField.Type.REGION).findFirst().orElseThrow();
        a.select(step, "");
        editor.canvas().drawRegion(new PictureRegion(step, field.name(), field.label(), Region.ALL), shape);
    }

    /** Drags the mouse over places given in pixels of the picture. */
    static void drag(FigureCanvas canvas, double[]... places) {
        Control plot = plot(canvas);
        Workbench.mouse(plot, SWT.MouseDown, at(canvas, places[0][0], places[0][1]), 1);
        for (double[] p : places) {
            Workbench.mouse(plot, SWT.MouseMove, at(canvas, p[0], p[1]), 0);
        }
        double[] last = places[places.length - 1];
        Workbench.mouse(plot, SWT.MouseUp, at(canvas, last[0], last[1]), 1);
    }

    static void click(FigureCanvas canvas, double px, double py) {
        Workbench.mouse(plot(canvas), SWT.MouseDown, at(canvas, px, py), 1);
        Workbench.mouse(plot(canvas), SWT.MouseUp, at(canvas, px, py), 1);
    }

    static Control plot(FigureCanvas canvas) {
        return canvas.plotControl(canvas.figure().panels().get(0).id());
    }

    /** The region a step has now. */
    static Region region(Recipe recipe, String step) {
        return Region.parse(String.valueOf(recipe.step(step).orElseThrow().parameters().getOrDefault("region", "all")));
    }

    /** The picture's part of the screen as it is. */
    static ImageData screen(FigureCanvas canvas) {
        Control plot = plot(canvas);
        Workbench.settle(100);
        Point size = plot.getSize();
        Image image = new Image(plot.getDisplay(), size.x, size.y);
        GC gc = new GC(plot);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageData data = image.getImageData(100);
        image.dispose();
        return data;
    }

    /** How far a place on screen is from grey, 0 to 255; -1 outside the screen. */
    static int colourAt(FigureCanvas canvas, ImageData screen, double px, double py) {
        Point p = at(canvas, px, py);
        if (p.x < 0 || p.y < 0 || p.x >= screen.width || p.y >= screen.height) {
            return -1;
        }
        RGB c = screen.palette.getRGB(screen.getPixel(p.x, p.y));
        return Math.max(c.red, Math.max(c.green, c.blue)) - Math.min(c.red, Math.min(c.green, c.blue));
    }

    /** Brightness of a place on screen, 0 to 255; -1 outside the screen. */
    static int brightnessAt(FigureCanvas canvas, ImageData screen, double px, double py) {
        Point p = at(canvas, px, py);
        if (p.x < 0 || p.y < 0 || p.x >= screen.width || p.y >= screen.height) {
            return -1;
        }
        RGB c = screen.palette.getRGB(screen.getPixel(p.x, p.y));
        return (c.red + c.green + c.blue) / 3;
    }

    /** The layers laid over the picture. */
    static List<Layer> overlays(FigureCanvas canvas) {
        Panel panel = canvas.figure().panels().get(0);
        return panel.layers().subList(1, panel.layers().size());
    }
}
