package org.interphase.technique.dynamics.reader;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.technique.dynamics.path.ImagePath;
import org.interphase.technique.dynamics.path.ReactionPath;
import org.interphase.technique.dynamics.trajectory.AngstromScale;

/**
 * The restart file of neb.x of Quantum ESPRESSO ({@code .path}): energies in hartree, places in bohr and gradients in
 * hartree/bohr of every image, in the first image with flags of what may move.
 */
public final class NebPathReader implements DatasetReader {

    /** Hartree in eV: CODATA 2022 (doi:10.1103/RevModPhys.97.025002). */
    static final double HARTREE = 27.211386245981;
    private static final String START = "RESTART INFORMATION";
    private static final int MOST_IMAGES = 10_000;

    @Override
    public String id() {
        return "dynamics.neb-path";
    }

    @Override
    public String title() {
        return "Path of neb.x (Quantum ESPRESSO)";
    }

    @Override
    public List<String> extensions() {
        return List.of("path");
    }

    @Override
    public List<String> kinds() {
        return List.of(ReactionPath.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        String t = head.text();
        return t.stripLeading().startsWith(START) && t.contains("NUMBER OF IMAGES") ? 95 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        try (LineScanner lines = new LineScanner(source)) {
            find(lines, "NUMBER OF IMAGES", source);
            lines.require("no number of images");
            int images = lines.whole(0);
            if (images < 2 || images > MOST_IMAGES) {
                throw lines.wrong("a path has 2 to " + MOST_IMAGES + " images, not " + images);
            }
            find(lines, "ENERGIES, POSITIONS AND GRADIENTS", source);
            return dataset(source, images(lines, images));
        } catch (EOFException e) {
            throw new DatasetFormatException(source.name(), "", "the file is cut: " + e.getMessage(), e);
        }
    }

    private static void find(LineScanner lines, String title, Source source) throws IOException {
        while (lines.next()) {
            if (lines.startsWith(title)) {
                return;
            }
        }
        throw new DatasetFormatException(source.name(), "", "there is no '" + title + "'");
    }

    private static ImagePath images(LineScanner lines, int images) throws IOException {
        List<double[]> places = new ArrayList<>();
        List<double[]> gradients = new ArrayList<>();
        double[] energies = new double[images];
        boolean[] free = null;
        for (int image = 0; image < images; image++) {
            lines.require("image " + (image + 1) + " is missing");
            if (!lines.startsWith("Image:")) {
                throw lines.wrong("'Image:' is expected");
            }
            lines.require("image " + (image + 1) + " has no energy");
            energies[image] = lines.number(0) * HARTREE;
            List<double[]> rows = new ArrayList<>();
            while (lines.next()) {
                if (lines.startsWith("Image:") || lines.fields() < 6) {
                    lines.back();
                    break;
                }
                double[] row = new double[9];
                for (int c = 0; c < 9; c++) {
                    row[c] = c < 6 || lines.fields() >= 9 ? lines.number(c) : 1;
                }
                rows.add(row);
            }
            if (rows.isEmpty() || image > 0 && rows.size() * 3 != places.get(0).length) {
                throw lines.wrong("image " + (image + 1) + " has " + rows.size() + " atoms");
            }
            double[] x = new double[3 * rows.size()];
            double[] g = new double[x.length];
            free = image == 0 ? new boolean[x.length] : free;
            for (int k = 0; k < x.length; k++) {
                double[] row = rows.get(k / 3);
                x[k] = row[k % 3] * AngstromScale.BOHR;
                g[k] = row[3 + k % 3] * HARTREE / AngstromScale.BOHR;
                free[k] = image == 0 ? row[6 + k % 3] != 0 : free[k];
            }
            places.add(x);
            gradients.add(g);
        }
        return new ImagePath(energies, places, gradients, free);
    }

    private List<Dataset> dataset(Source source, ImagePath p) throws DatasetFormatException {
        double[] s = p.lengths();
        return new PathDataset(source, title()).fact("path length", s[s.length - 1], "Angstrom")
                .column(ReactionPath.POSITION, PathDataset.ANGSTROM, s)
                .column(ReactionPath.ENERGY, PathDataset.EV, p.energies())
                .column(ReactionPath.FORCE, PathDataset.GRADIENT, p.along())
                .column(ReactionPath.RESIDUAL, PathDataset.GRADIENT, p.across()).build();
    }
}
