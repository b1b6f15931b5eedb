package org.interphase.spark;

import org.apache.spark.api.java.JavaRDD;

/** What a run is over, in pieces that are analysed and saved one after the other. */
interface Inputs {

    /** Number of pieces. */
    int pieces();

    /** The inputs of a piece, shared out over as many tasks as keep the cores busy. */
    JavaRDD<Input> piece(int number);
}
