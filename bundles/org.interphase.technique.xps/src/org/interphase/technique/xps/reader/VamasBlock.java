package org.interphase.technique.xps.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One block of a VAMAS file as written; items that a later block leaves out keep the first block's values. NaN stands
 * for a value the file says is not known.
 */
final class VamasBlock {

    /** A corresponding variable or additional parameter. */
    record Labelled(String label, String unit) {
    }

    String id = "";
    String sample = "";
    final int[] date = new int[7];
    List<String> comment = List.of();
    String technique = "";
    double x = Double.NaN;
    double y = Double.NaN;
    double[] variables = new double[0];
    String source = "";
    double energy = Double.NaN;
    double strength = Double.NaN;
    String analyserMode = "";
    double passEnergy = Double.NaN;
    double workFunction = Double.NaN;
    double bias = Double.NaN;
    double takeOff = Double.NaN;
    String species = "";
    String transition = "";
    String abscissaLabel = "";
    String abscissaUnit = "";
    double abscissaStart = Double.NaN;
    double abscissaStep = Double.NaN;
    List<Labelled> ordinates = List.of();
    String signalMode = "";
    double dwell = Double.NaN;
    double scans = Double.NaN;
    Map<String, Double> additional = Map.of();
    double[][] values = new double[0][];

    /** A block that starts with everything an earlier one said. */
    VamasBlock copy() {
        VamasBlock b = new VamasBlock();
        System.arraycopy(date, 0, b.date, 0, date.length);
        b.comment = comment;
        b.technique = technique;
        b.x = x;
        b.y = y;
        b.variables = variables;
        b.source = source;
        b.energy = energy;
        b.strength = strength;
        b.analyserMode = analyserMode;
        b.passEnergy = passEnergy;
        b.workFunction = workFunction;
        b.bias = bias;
        b.takeOff = takeOff;
        b.species = species;
        b.transition = transition;
        b.abscissaLabel = abscissaLabel;
        b.abscissaUnit = abscissaUnit;
        b.abscissaStart = abscissaStart;
        b.abscissaStep = abscissaStep;
        b.ordinates = ordinates;
        b.signalMode = signalMode;
        b.dwell = dwell;
        b.scans = scans;
        b.additional = additional;
        return b;
    }

    static List<Labelled> labels(int n, VamasLines in, String what)
            throws org.interphase.api.DatasetFormatException {
        List<Labelled> out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            out.add(new Labelled(in.text(what + " label"), in.text(what + " units")));
        }
        return out;
    }

    static Map<String, Double> parameters(int n, VamasLines in) throws org.interphase.api.DatasetFormatException {
        Map<String, Double> out = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            String label = in.text("additional numerical parameter label");
            in.text("additional numerical parameter units");
            out.put(label, in.number("additional numerical parameter value"));
        }
        return out;
    }
}
