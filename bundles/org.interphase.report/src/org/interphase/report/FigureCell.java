package org.interphase.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;

/**
 * One picture of a plate.
 *
 * @param recipe recipe whose result it shows
 * @param figure what is drawn
 * @param title what it is called, in a few words
 * @param who samples or datasets it shows
 * @param files names of the raw files it is drawn from
 * @param colours colour of each of these where they are drawn in one picture; else empty
 * @param parts what it is drawn from, by the name of whom it shows, in order
 */
record FigureCell(String recipe, Figure figure, String title, List<String> who, List<String> files,
        List<Colour> colours, Map<String, Figure> parts) {

    private static final int MOST_FILES = 3;

    FigureCell {
        who = List.copyOf(who);
        files = List.copyOf(files);
        colours = List.copyOf(colours);
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** Whether it is of spectra above each other, which need height. */
    boolean isHigh() {
        return !colours.isEmpty() && SampleOverlay.isSpectrum(figure.panels().get(0).x());
    }

    /** Whether it is of one panel of equal scale, which no room but its own serves. */
    boolean isPicture() {
        return figure.panels().size() == 1 && figure.panels().get(0).equalScale();
    }

    /** Whether it needs more room than a third of the page. */
    boolean isWide() {
        Panel main = figure.panels().get(0);
        boolean picture = main.layers().stream().anyMatch(Layer.Picture.class::isInstance);
        return isHigh() || figure.panels().size() > 2
                || figure.panels().size() == 2 && main.equalScale() && !picture;
    }

    /** What it is and of whom. */
    String shown() {
        return title + (who.isEmpty() ? "" : " of " + Lines.listed(who));
    }

    /** The files it is drawn from, as they are called; starts with a space, or is empty. */
    String sources() {
        return files.isEmpty() ? "" : " (" + (files.size() > MOST_FILES ? files.get(0) + " to " + files.getLast()
                : String.join(", ", files)) + ")";
    }

    /** What who cannot see it has to know: what is drawn over what, of which samples. */
    String alternative() {
        return shown() + sources() + ": "
                + figure.panels().stream().map(FigureCell::axes).filter(a -> !a.isEmpty()).distinct()
                .collect(Collectors.joining("; ")) + ". " + figure.caption();
    }

    private static String axes(Panel panel) {
        AxisSpec x = panel.x();
        AxisSpec y = panel.y();
        return x.visible() && y.visible() ? y.title() + " over " + x.title() : "";
    }
}
