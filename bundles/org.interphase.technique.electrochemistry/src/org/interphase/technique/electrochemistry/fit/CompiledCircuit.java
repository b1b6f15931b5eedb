package org.interphase.technique.electrochemistry.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.numerics.fit.ComplexModel;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.CircuitNode;
import org.interphase.technique.electrochemistry.circuit.ElementValues;
import org.interphase.technique.electrochemistry.circuit.Frequencies;

/**
 * A circuit with the work space to evaluate impedance and derivatives at given frequencies without allocating. Each
 * node works in the form its parent adds up (impedance in series, admittance in parallel), so a parallel group costs
 * one complex division per frequency whatever the number of its branches. For one thread.
 */
public final class CompiledCircuit implements ComplexModel {

    private final Frequencies frequencies;
    private final Node root;
    private final double[][] dRe;
    private final double[][] dIm;

    public CompiledCircuit(Circuit circuit, Frequencies frequencies) {
        this.frequencies = frequencies;
        List<double[]> re = new ArrayList<>();
        List<double[]> im = new ArrayList<>();
        this.root = compile(circuit.root(), false, re, im);
        this.dRe = re.toArray(new double[0][]);
        this.dIm = im.toArray(new double[0][]);
    }

    private Node compile(CircuitNode node, boolean admittance, List<double[]> re, List<double[]> im) {
        return switch (node) {
            case CircuitNode.Leaf leaf -> new LeafNode(leaf, admittance, re, im);
            case CircuitNode.InSeries s -> new SumNode(s.children(), false, admittance, re, im);
            case CircuitNode.InParallel p -> new SumNode(p.children(), true, admittance, re, im);
        };
    }

    @Override
    public int points() {
        return frequencies.size();
    }

    @Override
    public void evaluate(double[] p, boolean derivatives) {
        root.evaluate(p, derivatives);
    }

    @Override
    public double[] re() {
        return root.re;
    }

    @Override
    public double[] im() {
        return root.im;
    }

    @Override
    public double[] dRe(int parameter) {
        return dRe[parameter];
    }

    @Override
    public double[] dIm(int parameter) {
        return dIm[parameter];
    }

    private abstract static class Node {
        double[] re;
        double[] im;

        abstract void evaluate(double[] p, boolean derivatives);
    }

    private final class LeafNode extends Node {
        private final CircuitNode.Leaf leaf;
        private final boolean admittance;
        private final int first;
        private final double[] own;
        private final ElementValues values;

        LeafNode(CircuitNode.Leaf leaf, boolean admittance, List<double[]> allRe, List<double[]> allIm) {
            this.leaf = leaf;
            this.admittance = admittance;
            this.first = allRe.size();
            this.own = new double[leaf.element().parameters().size()];
            this.values = new ElementValues(frequencies.size(), own.length);
            this.re = values.re();
            this.im = values.im();
            for (int i = 0; i < own.length; i++) {
                allRe.add(values.dRe(i));
                allIm.add(values.dIm(i));
            }
        }

        @Override
        void evaluate(double[] p, boolean derivatives) {
            System.arraycopy(p, first, own, 0, own.length);
            values.wantDerivatives(derivatives);
            if (admittance) {
                leaf.element().admittance(frequencies, own, values);
            } else {
                leaf.element().impedance(frequencies, own, values);
            }
        }
    }

    private final class SumNode extends Node {
        private final Node[] children;
        private final boolean invert;
        private final double[][] subRe;
        private final double[][] subIm;
        private final double[][] none = new double[0][];

        SumNode(List<CircuitNode> nodes, boolean sumsAdmittance, boolean wantsAdmittance, List<double[]> allRe,
                List<double[]> allIm) {
            int first = allRe.size();
            children = new Node[nodes.size()];
            for (int i = 0; i < children.length; i++) {
                children[i] = compile(nodes.get(i), sumsAdmittance, allRe, allIm);
            }
            invert = sumsAdmittance != wantsAdmittance;
            subRe = allRe.subList(first, allRe.size()).toArray(new double[0][]);
            subIm = allIm.subList(first, allIm.size()).toArray(new double[0][]);
            re = new double[frequencies.size()];
            im = new double[frequencies.size()];
        }

        @Override
        void evaluate(double[] p, boolean derivatives) {
            children[0].evaluate(p, derivatives);
            System.arraycopy(children[0].re, 0, re, 0, re.length);
            System.arraycopy(children[0].im, 0, im, 0, im.length);
            for (int k = 1; k < children.length; k++) {
                children[k].evaluate(p, derivatives);
                add(re, children[k].re);
                add(im, children[k].im);
            }
            if (invert) {
                ElementValues.invert(re, im, derivatives ? subRe : none, subIm);
            }
        }
    }

    private static void add(double[] sum, double[] term) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += term[i];
        }
    }

    /** A copy of the impedance at the last parameters: real parts, then imaginary parts. */
    double[] copy() {
        int n = root.re.length;
        double[] out = Arrays.copyOf(root.re, 2 * n);
        System.arraycopy(root.im, 0, out, n, n);
        return out;
    }
}
