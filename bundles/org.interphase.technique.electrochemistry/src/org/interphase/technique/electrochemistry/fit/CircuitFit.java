package org.interphase.technique.electrochemistry.fit;

import org.interphase.numerics.fit.FitUncertainty;
import org.interphase.numerics.fit.ParameterSpace;
import org.interphase.numerics.fit.StopReason;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.ElementParameter;
import org.interphase.technique.electrochemistry.circuit.Frequencies;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.Weighting;

/**
 * A fitted circuit. Arrays are not to be written to.
 *
 * @param circuit what was fitted
 * @param spectrum the points that took part
 * @param weighting weights
 * @param space which parameters varied
 * @param p natural values of all circuit parameters
 * @param uncertainty covariance and correlations; a parameter that ran to a bound counts as exactly known, an exponent
 *     that ended at one does not
 * @param unit the covariance for weighted residuals of variance one
 * @param derivatives weighted derivatives of the model, a row per circuit parameter; zeros for those that are held,
 *     tied (their part stands with the other) or ran to a bound
 * @param atBound per varying parameter, whether it ended on a bound
 * @param chiSquare weighted sum of squares
 * @param sumOfSquares unweighted sum of |residual|² in the square of the spectrum's unit
 * @param model model impedance at the spectrum's frequencies: real parts, then imaginary parts
 * @param weights what the residuals were multiplied with: of the real parts, then of the imaginary parts
 * @param residuals weighted residuals: real parts, then imaginary parts
 * @param stop why it stopped
 * @param evaluations model evaluations over all starts
 * @param starts number of starts tried
 * @param agreeing number of starts that ended in the best minimum
 */
public record CircuitFit(Circuit circuit, ImpedanceSpectrum spectrum, Weighting weighting, ParameterSpace space,
        double[] p, FitUncertainty uncertainty, double[][] unit, double[][] derivatives, boolean[] atBound,
        double chiSquare, double sumOfSquares, double[] model, double[] weights, double[] residuals,
        StopReason stop, int evaluations, int starts, int agreeing) {

    /** Real and imaginary parts minus varying parameters. */
    int degreesOfFreedom() {
        return 2 * spectrum.size() - space.size();
    }

    /**
     * Akaike's information criterion; with relative weights the noise variance counts as profiled out, -2 ln L =
     * n ln(chi-square/n).
     */
    public double aic() {
        return deviance() + 2 * space.size();
    }

    /** Bayesian information criterion. */
    public double bic() {
        return deviance() + space.size() * Math.log(2.0 * spectrum.size());
    }

    private double deviance() {
        int n = 2 * spectrum.size();
        return weighting.absolute() ? chiSquare : n * Math.log(chiSquare / n);
    }

    /** Value of a parameter by name. */
    public double value(String name) {
        return p[circuit.indexOf(name)];
    }

    /** Standard uncertainty of a parameter by name. */
    double uncertainty(String name) {
        return uncertainty.of(circuit.indexOf(name));
    }

    /** Whether a varying parameter is an exponent that ended at one: the element is its ideal counterpart. */
    public boolean isIdeal(int k) {
        ElementParameter d = circuit.parameters().get(space.parameter(k)).definition();
        return atBound[k] && d.role() == ElementParameter.Role.EXPONENT && p[space.parameter(k)] == 1;
    }

    /** Unit of a parameter as fitted to this spectrum: F, or F/cm2 where the spectrum is in ohm.cm2. */
    public String unit(ElementParameter parameter) {
        return spectrum.scale().of(parameter.unit(), parameter.role().impedancePower());
    }

    /** Model impedance at other frequencies: real parts, then imaginary parts. */
    public double[] at(double[] hertz) {
        CompiledCircuit compiled = new CompiledCircuit(circuit, Frequencies.ofHertz(hertz));
        compiled.evaluate(p, false);
        return compiled.copy();
    }
}
