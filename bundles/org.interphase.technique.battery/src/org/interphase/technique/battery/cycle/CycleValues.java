package org.interphase.technique.battery.cycle;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.segmentation.CellCycle;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.HalfCycle;

/**
 * What is told of one cycle. Charges in A.h, energies in W.h, voltages in V, currents in A, all positive.
 *
 * @param number number of the cycle
 * @param charge charge put in
 * @param discharge charge taken out
 * @param chargeEnergy energy put in
 * @param dischargeEnergy energy taken out
 * @param chargeVoltage mean voltage of the charge, energy over charge
 * @param dischargeVoltage mean voltage of the discharge
 * @param chargeIntegral integral of the current over the charge
 * @param dischargeIntegral the same over the discharge
 * @param endOfCharge voltage at the end of the charge
 * @param endOfDischarge voltage at the end of the discharge
 * @param chargeCurrent main current of the charge
 * @param dischargeCurrent main current of the discharge
 * @param chargeVerdict on the charge by what lies within its steps
 * @param dischargeVerdict the same on the discharge
 * @param chargeFirst whether the charge comes before the discharge
 * @param incomplete why the cycle is not whole; empty where it is
 */
public record CycleValues(int number, Uncertain charge, Uncertain discharge, Uncertain chargeEnergy,
        Uncertain dischargeEnergy, Uncertain chargeVoltage, Uncertain dischargeVoltage, double chargeIntegral,
        double dischargeIntegral, double endOfCharge, double endOfDischarge, double chargeCurrent,
        double dischargeCurrent, Verdict chargeVerdict, Verdict dischargeVerdict, boolean chargeFirst,
        String incomplete) {

    /** All cycles of a record. */
    public static List<CycleValues> of(CellSegmentation s) {
        List<CycleValues> out = new ArrayList<>(s.cycles().size());
        for (CellCycle c : s.cycles()) {
            out.add(of(c));
        }
        return out;
    }

    private static CycleValues of(CellCycle c) {
        List<HalfCycle> up = c.of(1);
        List<HalfCycle> down = c.of(-1);
        return new CycleValues(c.number(), capacity(up), capacity(down), energy(up), energy(down), mean(up),
                mean(down), integral(up), integral(down), end(up), end(down), current(up), current(down), verdict(up),
                verdict(down),
                c.halfCycles().get(0).direction() > 0, c.incomplete());
    }

    private static Uncertain capacity(List<HalfCycle> halves) {
        return halves.isEmpty() ? Uncertain.NONE : new Uncertain(halves.stream().mapToDouble(HalfCycle::capacity).sum(),
                Math.sqrt(halves.stream().mapToDouble(h -> h.capacityU() * h.capacityU()).sum()));
    }

    private static Uncertain energy(List<HalfCycle> halves) {
        return halves.isEmpty() ? Uncertain.NONE : new Uncertain(halves.stream().mapToDouble(HalfCycle::energy).sum(),
                Math.sqrt(halves.stream().mapToDouble(h -> h.energyU() * h.energyU()).sum()));
    }

    private static double integral(List<HalfCycle> halves) {
        return halves.isEmpty() ? Double.NaN : halves.stream().mapToDouble(HalfCycle::integral).sum();
    }

    private static double end(List<HalfCycle> halves) {
        return halves.isEmpty() ? Double.NaN : halves.getLast().endVoltage();
    }

    private static double current(List<HalfCycle> halves) {
        return halves.isEmpty() ? Double.NaN : halves.getLast().mainCurrent();
    }

    /** Energy over charge. Both share the uncertainty of each step's charge. */
    private static Uncertain mean(List<HalfCycle> halves) {
        double q = halves.stream().mapToDouble(HalfCycle::capacity).sum();
        if (!(q > 0)) {
            return Uncertain.NONE;
        }
        double v = halves.stream().mapToDouble(HalfCycle::energy).sum() / q;
        return new Uncertain(v, Math.sqrt(halves.stream().mapToDouble(h -> h.varianceAbout(v)).sum()) / q);
    }

    private static Verdict verdict(List<HalfCycle> halves) {
        return halves.stream().map(HalfCycle::verdict).reduce(Verdict.SOUND, Verdict::and);
    }

    /** Whether both halves are whole. */
    public boolean isComplete() {
        return incomplete.isEmpty();
    }

    /** Charge of a direction. */
    public Uncertain capacity(int direction) {
        return direction > 0 ? charge : discharge;
    }

    /** Energy of a direction. */
    public Uncertain energy(int direction) {
        return direction > 0 ? chargeEnergy : dischargeEnergy;
    }

    /** Main current of a direction. */
    public double current(int direction) {
        return direction > 0 ? chargeCurrent : dischargeCurrent;
    }

    /** Mean voltage of a direction, energy over charge. */
    public Uncertain meanVoltage(int direction) {
        return direction > 0 ? chargeVoltage : dischargeVoltage;
    }

    /** Verdict on the numbers of a direction: what lies within its steps, and whether the cycle is whole. */
    public Verdict verdict(int direction) {
        Verdict own = direction > 0 ? chargeVerdict : dischargeVerdict;
        return isComplete() ? own : own.and(Verdict.doubtful("the cycle is incomplete: " + incomplete));
    }

    /** Whether a half cycle of a direction comes before the other in this cycle. */
    public boolean begins(int direction) {
        return chargeFirst == direction > 0;
    }
}
