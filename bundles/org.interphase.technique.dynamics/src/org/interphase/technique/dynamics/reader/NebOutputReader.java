package org.interphase.technique.dynamics.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;
import org.interphase.technique.dynamics.path.ReactionPath;
import org.interphase.technique.dynamics.trajectory.AngstromScale;

/**
 * The printed output of neb.x of Quantum ESPRESSO: images of the last iteration with their energies and errors, the
 * length of the path, and the activation energies as printed. How far single images are apart is not in it.
 */
public final class NebOutputReader implements DatasetReader {

    private static final Pattern ACTIVATION = Pattern.compile("activation energy \\((->|<-)\\)\\s*=\\s*([-+.0-9]+) "
    + "eV.*");
    private static final Pattern LENGTH = Pattern.compile("path length\\s*=\\s*([.0-9]+) bohr.*");
    private static final Pattern IMAGE = Pattern.compile("(\\d+)\\s+([-+.0-9]+)\\s+([-+.0-9]+)\\s+[TF]\\s*");

    @Override
    public String id() {
        return "dynamics.neb-output";
    }

    @Override
    public String title() {
        return "Output of neb.x (Quantum ESPRESSO)";
    }

    @Override
    public List<String> extensions() {
        return List.of("out");
    }

    @Override
    public List<String> kinds() {
        return List.of(ReactionPath.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        String t = head.text();
        return t.contains("Program NEB v.") ? 95 : t.contains("initial path length") && t.contains("num_of_images") ? 70
                : 0;
    }

    /** What one iteration prints. */
    private static final class Iteration {
        private final List<double[]> images = new ArrayList<>();
        private double forward = Double.NaN;
        private double reverse = Double.NaN;
        private double length = Double.NaN;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        Iteration now = new Iteration();
        Iteration last = null;
        int iterations = 0;
        try (LineScanner lines = new LineScanner(source)) {
            while (lines.next()) {
                String text = lines.text().strip();
                Matcher m;
                if (text.contains("-- iteration ")) {
                    last = now.images.isEmpty() ? last : now;
                    now = new Iteration();
                    iterations++;
                } else if ((m = ACTIVATION.matcher(text)).matches()) {
                    double e = number(source, lines, m.group(2));
                    now.forward = m.group(1).equals("->") ? e : now.forward;
                    now.reverse = m.group(1).equals("<-") ? e : now.reverse;
                } else if ((m = IMAGE.matcher(text)).matches()) {
                    now.images.add(new double[] {number(source, lines, m.group(1)), number(source, lines, m.group(2)),
                        number(source, lines, m.group(3))});
                } else if ((m = LENGTH.matcher(text)).matches()) {
                    now.length = number(source, lines, m.group(1));
                }
            }
        }
        Iteration it = now.images.isEmpty() || last != null && now.images.size() < last.images.size() ? last : now;
        if (it == null) {
            throw new DatasetFormatException(source.name(), "", "no iteration prints the energies of its images");
        }
        return dataset(source, it, iterations);
    }

    private List<Dataset> dataset(Source source, Iteration it, int iterations) throws DatasetFormatException {
        int n = it.images.size();
        double[] part = new double[n];
        Arrays.setAll(part, k -> n == 1 ? 0 : (double) k / (n - 1));
        for (int k = 0; k < n; k++) {
            if (it.images.get(k)[0] != k + 1) {
                throw new DatasetFormatException(source.name(), "", "image " + (k + 1) + " is missing");
            }
        }
        PathDataset out = new PathDataset(source, title()).fact("path length", it.length * AngstromScale.BOHR,
                "Angstrom")
                .fact("printed forward activation energy", it.forward, "eV")
                .fact("printed reverse activation energy", it.reverse, "eV").fact("iterations", iterations, "1");
        return out.column(ReactionPath.POSITION, Unit.ONE, part)
                .column(ReactionPath.ENERGY, PathDataset.EV, it.images.stream().mapToDouble(r -> r[1]).toArray())
                .column(ReactionPath.RESIDUAL, PathDataset.GRADIENT,
                it.images.stream().mapToDouble(r -> r[2]).toArray())
                .remark(Remark.info("Images are taken as equally far apart; the output does not print where they lie."))
                .build();
    }

    private static double number(Source source, LineScanner lines, String text) throws DatasetFormatException {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(source.name(), "line " + lines.number(), "'" + text + "' is no number", e);
        }
    }
}
