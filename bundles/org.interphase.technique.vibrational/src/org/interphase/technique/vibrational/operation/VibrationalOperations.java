package org.interphase.technique.vibrational.operation;

import java.util.List;
import org.interphase.api.Operation;
import org.interphase.spectra.operation.DespikeOperation;

/** The operations of the technique. */
public final class VibrationalOperations {

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
    public static final BandFitOperation FIT = new BandFitOperation();
    public static final PvdfOperation PVDF = new PvdfOperation();
    public static final MapAverageOperation MAP_AVERAGE = new MapAverageOperation();
    public static final MapDespikeOperation MAP_DESPIKE = new MapDespikeOperation();
    public static final MapBandsOperation MAP_BANDS = new MapBandsOperation();
    public static final MapComponentsOperation MAP_COMPONENTS = new MapComponentsOperation();

    /** All operations, in the order an analyst meets them. */
    public static final List<Operation<?, ?>> ALL = List.of(ABSORBANCE, ATR, SHIFT_AXIS, CALIBRATION, DESPIKE,
            DIFFERENCE, BANDS, ASSIGN, MATCH, FIT, PVDF, MAP_AVERAGE, MAP_DESPIKE, MAP_BANDS, MAP_COMPONENTS);

    private VibrationalOperations() {
    }
}
