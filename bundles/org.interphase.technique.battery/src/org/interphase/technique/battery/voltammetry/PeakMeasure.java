package org.interphase.technique.battery.voltammetry;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.voltammetry.PeakSettings.Base;

/**
 * One peak that stands alone, measured above its baseline. The maximum is that of a polynomial of degree 4 through the
 * part of the peak above two thirds of its height; place and height by more or less of the peak count, since no
 * polynomial has its shape. The choice of baseline counts: every number is measured over other
 * feet too (half to three times as quiet, 0.6 to 1.7 times as long, closed or open) and the furthest is taken for the
 * end of a rectangular distribution (JCGM 100:2008, 4.3.7).
 */
final class PeakMeasure {

    private static final FootLine.Choice USUAL = new FootLine.Choice(0.003, 1);
    private static final List<FootLine.Choice> OTHERS = List.of(new FootLine.Choice(0.0015, 1),
            new FootLine.Choice(0.01, 1), new FootLine.Choice(0.003, 0.6), new FootLine.Choice(0.003, 1.7));
    /** Part of the height from which on points take part in the search for the maximum. */
    private static final double TOP = 0.65;
    private static final double[] OTHER_TOPS = {0.5, 0.8};
    /** Part of the height by which the choice of the foot moves it from which on the number is doubtful. */
    private static final double LARGE = 0.1;

    private final SweepCurve curve;
    private final double[] smooth;
    private final PeakSettings settings;

    PeakMeasure(SweepCurve curve, double[] smooth, PeakSettings settings) {
        this.curve = curve;
        this.smooth = smooth;
        this.settings = settings;
    }

    private record Raw(double place, double placeNoise, double height, double heightNoise, double area,
            double areaNoise, FootLine foot) {
    }

    /** The baseline that is used below the peaks from one point to another; null if there is none. */
    FootLine foot(int first, int last, int[] room) {
        return foot(first, last, room, USUAL, settings.base());
    }

    private FootLine foot(int first, int last, int[] room, FootLine.Choice choice, Base base) {
        int[] stated = stated();
        if (stated != null) {
            // of a stated foot, parts take the place of other choices
            int cut = choice.length() < 1 ? (stated[1] - stated[0]) / 4 : 0;
            int tail = choice.length() > 1 ? (stated[1] - stated[0]) / 4 : 0;
            return FootLine.stated(curve, smooth, stated[0] + cut, stated[1] - tail, last, room[1], choice);
        }
        return FootLine.of(curve, smooth, room[0], first, last, room[1], choice, base);
    }

    private int[] stated() {
        var range = settings.foot(curve.sweep().rises());
        if (range.isAll()) {
            return null;
        }
        double a = curve.sweep().direction() * range.from();
        double b = curve.sweep().direction() * range.to();
        return new int[] {curve.indexOf(Math.min(a, b)), curve.indexOf(Math.max(a, b))};
    }

    /** Feet by other choices than the usual one, without those that find none. */
    List<FootLine> otherFeet(int first, int last, int[] room, FootLine usual) {
        List<FootLine> out = new ArrayList<>();
        for (FootLine.Choice c : OTHERS) {
            FootLine f = foot(first, last, room, c, settings.base());
            if (f != null) {
                out.add(f);
            }
        }
        if (usual.closed() && settings.base() == Base.AUTO && stated() == null) {
            FootLine open = foot(first, last, room, USUAL, Base.FOOT);
            if (open != null) {
                out.add(open);
            }
        }
        return out;
    }

    /** The peak at a point; null if it has no foot or no maximum. */
    VoltammetricPeak measure(int at, int[] room) {
        FootLine usual = foot(at, at, room);
        Raw own = usual == null ? null : raw(at, usual, TOP);
        if (own == null || !(own.height > 0)) {
            return null;
        }
        double place = 0;
        double height = 0;
        double area = 0;
        for (FootLine f : otherFeet(at, at, room, usual)) {
            Raw other = raw(at, f, TOP);
            if (other != null) {
                place = Math.max(place, Math.abs(other.place - own.place));
                height = Math.max(height, Math.abs(other.height - own.height));
                area = Math.max(area, Math.abs(other.area - own.area));
            }
        }
        double shape = 0;
        double roundness = 0;
        for (double top : OTHER_TOPS) {
            Raw other = raw(at, usual, top);
            shape = other == null ? shape : Math.max(shape, Math.abs(other.place - own.place));
            roundness = other == null ? roundness : Math.max(roundness, Math.abs(other.height - own.height));
        }
        double third = Math.sqrt(3);
        double sampling = curve.sweep().increment() / Math.sqrt(12);
        double uPlace = norm(own.placeNoise, place / third, shape / third, sampling);
        double uHeight = norm(own.heightNoise, height / third, roundness / third);
        double uArea = norm(own.areaNoise, area / third,
                own.area * curve.sweep().rateUncertainty() / curve.sweep().rate());
        int d = curve.sweep().direction();
        int sign = curve.sign();
        Verdict foot = height > LARGE * own.height ? Verdict.doubtful(String.format(java.util.Locale.ROOT,
                "another choice of the foot moves the height by %.0f %%", 100 * height / own.height)) : Verdict.SOUND;
        Verdict end = own.foot.closed() ? Verdict.SOUND : Verdict.doubtful("the current does not return to the "
                + "baseline behind the peak, so that its area has no end");
        return new VoltammetricPeak(curve.sweep(),
                new VoltammetricPeak.Number(d * own.place, uPlace, Verdict.SOUND),
                new VoltammetricPeak.Number(sign * own.height, uHeight, foot),
                new VoltammetricPeak.Number(sign * own.area, uArea, foot.and(end)), width(at, own), height / third,
                base(own.foot), false, curve.returning());
    }

    private static double norm(double... parts) {
        double sum = 0;
        for (double p : parts) {
            sum += p * p;
        }
        return Math.sqrt(sum);
    }

    private Raw raw(int at, FootLine foot, double top) {
        double[] x = curve.x();
        double[] above = new double[x.length];
        for (int k = 0; k < above.length; k++) {
            above[k] = curve.y()[k] - foot.line().at(x[k]);
        }
        double[] smoothAbove = new double[x.length];
        for (int k = foot.from(); k < x.length; k++) {
            smoothAbove[k] = smooth[k] - foot.line().at(x[k]);
        }
        int peak = at;
        while (peak + 1 < x.length && smoothAbove[peak + 1] > smoothAbove[peak]) {
            peak++;
        }
        while (peak > foot.to() && smoothAbove[peak - 1] > smoothAbove[peak]) {
            peak--;
        }
        double h = smoothAbove[peak];
        int a = peak;
        int b = peak;
        while (a > foot.to() && smoothAbove[a - 1] > top * h) {
            a--;
        }
        while (b + 1 < x.length && smoothAbove[b + 1] > top * h) {
            b++;
        }
        // a tail that stays high is cut to as far as the flank reaches, or twice that
        b = Math.min(b, curve.indexOf(x[peak] + 2 * Math.max(x[peak] - x[a], 4 * curve.spacing())));
        b = Math.min(b, x.length - 1);
        LocalPolynomial p = LocalPolynomial.of(x, above, a, b + 1, b - a < 8 ? 2 : 4);
        double place = p == null ? Double.NaN : p.maximum();
        double jump = 0;
        if (Double.isNaN(place) && peak > 1 && peak + 2 < x.length) {
            // a current that jumps up has no rounded top: the highest point stands for it
            p = LocalPolynomial.of(x, above, peak - 2, peak + 3, 2);
            place = x[peak];
            jump = curve.spacing();
        }
        if (Double.isNaN(place) || p == null) {
            return null;
        }
        double sigma = Math.max(curve.noise(), p.rms()) * curve.correlation();
        double line = sigma(foot) * Math.sqrt(foot.line().varianceAt(place));
        double area = 0;
        double lineArea = 0;
        for (int k = foot.to(); k <= foot.end(); k++) {
            double dx = x[k] - x[k - 1];
            area += (above[k] + above[k - 1]) / 2 * dx;
            lineArea += dx;
        }
        double rate = curve.sweep().rate();
        double areaNoise = Math.hypot(sigma * curve.spacing() * Math.sqrt(Math.max(1, foot.end() - foot.to())),
                lineArea * sigma(foot) * Math.sqrt(foot.line().varianceAt((x[foot.to()] + x[foot.end()]) / 2)));
        return new Raw(place, jump > 0 ? jump : p.placeUncertainty(place, sigma), p.at(place),
                Math.hypot(sigma * Math.sqrt(p.varianceAt(place)), line), area / rate, areaNoise / rate, foot);
    }

    private double sigma(FootLine foot) {
        return Math.max(curve.noise(), foot.line().rms()) * curve.correlation();
    }

    private double width(int at, Raw own) {
        double[] x = curve.x();
        double half = own.height / 2;
        int a = at;
        int b = at;
        while (a > 0 && smooth[a] - own.foot.line().at(x[a]) > half) {
            a--;
        }
        while (b + 1 < x.length && smooth[b] - own.foot.line().at(x[b]) > half) {
            b++;
        }
        return b == x.length - 1 ? Double.NaN : x[b] - x[a];
    }

    /** A line in potentials and currents as they are. */
    VoltammetricPeak.BaseLine base(FootLine foot) {
        int sign = curve.sign();
        double level = sign * foot.line().at(0);
        // current(E) = sign line(direction E)
        double slope = sign * curve.sweep().direction() * (foot.line().at(1) - foot.line().at(0));
        return new VoltammetricPeak.BaseLine(level, slope, curve.potential(curve.x()[foot.from()]),
                curve.potential(curve.x()[foot.to() - 1]), curve.potential(curve.x()[foot.end()]));
    }
}
