package org.interphase.technique.dynamics.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.DelimitedText;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;
import org.interphase.technique.dynamics.path.ReactionPath;

/**
 * Columns without headings as programs write them: {@code neb.dat} (image, distance in angstroms, energy in eV, force
 * along the path in eV/angstrom, image) and {@code spline.dat} (image, distance, energy, force) of the VTST scripts for
 * VASP (theory.cm.utexas.edu/vtsttools); {@code .dat} (part of the path, energy in eV, error in eV/angstrom) and
 * {@code .int} (part of the path, interpolated energy) of neb.x of Quantum ESPRESSO.
 */
public final class NebFileReader implements DatasetReader {

    private static final long LIMIT = 32L << 20;

    private enum Layout { VTST_IMAGES, VTST_SPLINE, ESPRESSO_IMAGES, ESPRESSO_INTERPOLATED, NONE }

    @Override
    public String id() {
        return "dynamics.neb";
    }

    @Override
    public String title() {
        return "NEB tables of VASP and Quantum ESPRESSO";
    }

    @Override
    public List<String> extensions() {
        return List.of("dat", "int");
    }

    @Override
    public List<String> kinds() {
        return List.of(ReactionPath.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        if (!head.isText()) {
            return 0;
        }
        List<String> lines = new ArrayList<>(DelimitedText.lines(head.text()));
        if (head.size() > head.bytes().length && !lines.isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        try {
            return switch (layout(head.name(), rows(head.name(), lines))) {
                case VTST_IMAGES -> 88;
                case VTST_SPLINE -> 80;
                case ESPRESSO_IMAGES -> 72;
                case ESPRESSO_INTERPOLATED -> 68;
                case NONE -> 0;
            };
        } catch (DatasetFormatException e) {
            // no rows of numbers
            return 0;
        }
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String text = new String(source.readAll(LIMIT), java.nio.charset.StandardCharsets.ISO_8859_1);
        List<double[]> rows = rows(source.name(), DelimitedText.lines(text));
        PathDataset out = new PathDataset(source, title());
        switch (layout(source.name(), rows)) {
            case VTST_IMAGES -> vtst(out, rows);
            case VTST_SPLINE -> {
                vtst(out, rows);
                out.interpolated();
            }
            case ESPRESSO_IMAGES -> out.column(ReactionPath.POSITION, Unit.ONE, column(rows, 0))
                    .column(ReactionPath.ENERGY, PathDataset.EV, column(rows, 1))
                    .column(ReactionPath.RESIDUAL, PathDataset.GRADIENT, column(rows, 2));
            case ESPRESSO_INTERPOLATED -> out.column(ReactionPath.POSITION, Unit.ONE, column(rows, 0))
                    .column(ReactionPath.ENERGY, PathDataset.EV, column(rows, 1)).interpolated();
            case NONE -> throw new DatasetFormatException(source.name(), "", "the columns are neither those of neb.dat "
                    + "or spline.dat (VASP) nor those of .dat or .int (Quantum ESPRESSO)");
        }
        return out.build();
    }

    private static void vtst(PathDataset out, List<double[]> rows) {
        out.column(ReactionPath.POSITION, PathDataset.ANGSTROM, column(rows, 1))
                .column(ReactionPath.ENERGY, PathDataset.EV, column(rows, 2))
                .column(ReactionPath.FORCE, PathDataset.GRADIENT, column(rows, 3))
                .remark(Remark.info("Distances are in angstroms, energies in eV, forces along the path in eV/angstrom, "
                        + "as the VTST scripts write them."));
    }

    private static double[] column(List<double[]> rows, int at) {
        return rows.stream().mapToDouble(r -> r[at]).toArray();
    }

    private static Layout layout(String file, List<double[]> rows) {
        String name = file.toLowerCase(Locale.ROOT);
        int width = rows.isEmpty() ? 0 : rows.get(0).length;
        if (rows.size() < 3 || rows.stream().anyMatch(r -> r.length != width)) {
            return Layout.NONE;
        }
        double[] last = rows.get(rows.size() - 1);
        boolean parts = rows.get(0)[0] == 0 && last[0] == 1 && rows.get(0)[1] == 0 && ascends(rows, 0);
        boolean images = width == 5 && countsUp(rows, 0) && countsUp(rows, 4) && ascends(rows, 1);
        if (images || width == 4 && name.contains("neb") && countsUp(rows, 0) && ascends(rows, 1)) {
            return Layout.VTST_IMAGES;
        }
        if (width == 4 && name.contains("spline") && ascends(rows, 1) && rows.get(0)[1] == 0) {
            return Layout.VTST_SPLINE;
        }
        if (width == 3 && parts && rows.stream().allMatch(r -> r[2] >= 0) && name.endsWith(".dat")) {
            return Layout.ESPRESSO_IMAGES;
        }
        return width == 2 && parts && name.endsWith(".int") ? Layout.ESPRESSO_INTERPOLATED : Layout.NONE;
    }

    private static boolean countsUp(List<double[]> rows, int column) {
        for (int k = 0; k < rows.size(); k++) {
            if (rows.get(k)[column] != rows.get(0)[column] + k) {
                return false;
            }
        }
        return rows.get(0)[column] == 0 || rows.get(0)[column] == 1;
    }

    private static boolean ascends(List<double[]> rows, int column) {
        for (int k = 1; k < rows.size(); k++) {
            if (!(rows.get(k)[column] > rows.get(k - 1)[column])) {
                return false;
            }
        }
        return true;
    }

    private static List<double[]> rows(String file, List<String> lines) throws DatasetFormatException {
        List<double[]> out = new ArrayList<>();
        int number = 0;
        for (String line : lines) {
            number++;
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            String[] words = line.strip().split("\\s+");
            double[] row = new double[words.length];
            for (int k = 0; k < row.length; k++) {
                try {
                    row[k] = Double.parseDouble(words[k]);
                } catch (NumberFormatException e) {
                    throw new DatasetFormatException(file, "line " + number, "'" + words[k] + "' is no number", e);
                }
                if (!Double.isFinite(row[k])) {
                    throw new DatasetFormatException(file, "line " + number, "'" + words[k] + "' is no number");
                }
            }
            out.add(row);
        }
        return out;
    }
}
