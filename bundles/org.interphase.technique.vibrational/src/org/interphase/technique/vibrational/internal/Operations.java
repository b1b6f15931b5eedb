package org.interphase.technique.vibrational.internal;

import java.util.List;
import org.interphase.api.Operation;
import org.interphase.spectra.operations.DespikeOperation;
import org.interphase.technique.vibrational.internal.map.AverageOperation;
import org.interphase.technique.vibrational.internal.map.ComponentsOperation;
import org.interphase.technique.vibrational.internal.map.MapBandsOperation;
import org.interphase.technique.vibrational.internal.map.MapDespikeOperation;
import org.interphase.technique.vibrational.internal.ops.AbsorbanceOperation;
import org.interphase.technique.vibrational.internal.ops.AssignOperation;
import org.interphase.technique.vibrational.internal.ops.AtrOperation;
import org.interphase.technique.vibrational.internal.ops.BandsOperation;
import org.interphase.technique.vibrational.internal.ops.CalibrationOperation;
import org.interphase.technique.vibrational.internal.ops.DifferenceOperation;
import org.interphase.technique.vibrational.internal.ops.FitOperation;
import org.interphase.technique.vibrational.internal.ops.MatchOperation;
import org.interphase.technique.vibrational.internal.ops.PvdfOperation;
import org.interphase.technique.vibrational.internal.ops.ShiftAxisOperation;

/** The operations of the technique. */
public final class Operations {

    public static final AbsorbanceOperation ABSORBANCE = new AbsorbanceOperation();
    public static final AtrOperation ATR = new AtrOperation();
    public static final ShiftAxisOperation SHIFT_AXIS = new ShiftAxisOperation();
    public static final CalibrationOperation CALIBRATION = new CalibrationOperation();
    /** Shared with all spectra. */
    public static final DespikeOperation DESPIKE = new DespikeOperation();
    public static final DifferenceOperation DIFFERENCE = new DifferenceOperation();
    public static final BandsOperation BANDS = new BandsOperation();
    public static final AssignOperation ASSIGN = new AssignOperation();
    public static final MatchOperation MATCH = new MatchOperation();
    public static final FitOperation FIT = new FitOperation();
    public static final PvdfOperation PVDF = new PvdfOperation();
    public static final AverageOperation MAP_AVERAGE = new AverageOperation();
    public static final MapDespikeOperation MAP_DESPIKE = new MapDespikeOperation();
    public static final MapBandsOperation MAP_BANDS = new MapBandsOperation();
    public static final ComponentsOperation MAP_COMPONENTS = new ComponentsOperation();

    /** All operations, in the order an analyst meets them. */
    public static final List<Operation<?, ?>> ALL = List.of(ABSORBANCE, ATR, SHIFT_AXIS, CALIBRATION, DESPIKE,
            DIFFERENCE, BANDS, ASSIGN, MATCH, FIT, PVDF, MAP_AVERAGE, MAP_DESPIKE, MAP_BANDS, MAP_COMPONENTS);

    private Operations() {
    }
}
