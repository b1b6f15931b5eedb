package org.interphase.technique.microscopy.reader.bruker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which channels of a spectrum count for a line, and which tell its background: on either side half as many, half the
 * line's window away from it. A side that reaches into the window of another chosen line, or beyond the spectrum, tells
 * nothing. With one side alone the background is taken as level there.
 *
 * @param line channels of the line
 * @param sides channels of the background, none, one or two ranges
 */
record LineWindows(Channels line, List<Channels> sides) {

    /**
     * Channels of a spectrum.
     *
     * @param first of them
     * @param last of them
     */
    record Channels(int first, int last) {

        boolean contains(int channel) {
            return channel >= first && channel <= last;
        }

        boolean meets(Channels other) {
            return first <= other.last && other.first <= last;
        }

        int number() {
            return Math.max(0, last - first + 1);
        }

        String text(BcfHeader.Sum sum) {
            return String.format(Locale.ROOT, "%.3f to %.3f keV", sum.offset() + first * sum.step(), sum.offset()
                    + last * sum.step());
        }
    }

    /** Copies the list. */
    LineWindows {
        sides = List.copyOf(sides);
    }

    /** The windows of each line, as wide as each states, or as the usual one in keV. */
    static List<LineWindows> of(List<BcfHeader.Line> lines, BcfHeader.Sum sum, double usual) {
        List<Channels> within = lines.stream().map(l -> channels(l.energy(), width(l, usual) / 2, sum)).toList();
        List<LineWindows> out = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double width = width(lines.get(i), usual);
            List<Channels> sides = new ArrayList<>();
            for (int sign = -1; sign <= 1; sign += 2) {
                Channels side = channels(lines.get(i).energy() + sign * 1.25 * width, width / 4, sum);
                // below zero energy there are pulses of noise, no background of X-rays
                if (side.number() > 0 && sum.offset() + side.first() * sum.step() > 0 && side.first() >= 0
                        && side.last() < sum.counts().length && within.stream().noneMatch(side::meets)) {
                    sides.add(side);
                }
            }
            out.add(new LineWindows(within.get(i), sides));
        }
        return out;
    }

    private static double width(BcfHeader.Line line, double usual) {
        return line.width() > 0 && line.width() < 10 ? line.width() : usual;
    }

    private static Channels channels(double centre, double half, BcfHeader.Sum sum) {
        return new Channels((int) Math.ceil((centre - half - sum.offset()) / sum.step()),
                (int) Math.floor((centre + half - sum.offset()) / sum.step()));
    }

    /** Counts under the line per count beside it, for channels of equal width. */
    double factor() {
        return (double) line.number() / sides.stream().mapToInt(Channels::number).sum();
    }

    boolean isBackground(int channel) {
        for (Channels side : sides) {
            if (side.contains(channel)) {
                return true;
            }
        }
        return false;
    }

    /** Where the background is counted. */
    String sidesText(BcfHeader.Sum sum) {
        return String.join(" and ", sides.stream().map(s -> s.text(sum)).toList());
    }
}
