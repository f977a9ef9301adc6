package org.salus.impact;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/** Small systems of equations. */
final class LinearSystem {
    private static final double SINGULAR = 1e-11;

    private LinearSystem() {}

    /**
     * Solves by elimination with pivots, in place. A pivot that is nearly nothing is passed over and its unknown set to zero.
     *
     * @param augmented square, with the right-hand side as one more column; destroyed
     */
    static double[] solve(double[][] augmented) {
        int size = augmented.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                if (Math.abs(augmented[row][column]) > Math.abs(augmented[pivot][column])) {
                    pivot = row;
                }
            }
            double[] moved = augmented[pivot];
            augmented[pivot] = augmented[column];
            augmented[column] = moved;
            if (moved[column] == 0) {
                continue;
            }
            for (int row = column + 1; row < size; row++) {
                double factor = augmented[row][column] / moved[column];
                for (int k = column; k <= size && factor != 0; k++) {
                    augmented[row][k] -= factor * moved[k];
                }
            }
        }
        double[] solved = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double rest = augmented[row][size];
            for (int k = row + 1; k < size; k++) {
                rest -= augmented[row][k] * solved[k];
            }
            solved[row] = augmented[row][row] == 0 ? 0 : rest / augmented[row][row];
        }
        return solved;
    }

    /**
     * The inverse of a symmetric matrix.
     *
     * @return empty rows (length 0) if it has none
     */
    static double[][] inverse(double[][] symmetric) {
        int size = symmetric.length;
        double[] roots = new double[size];
        for (int i = 0; i < size; i++) {
            roots[i] = Math.sqrt(symmetric[i][i]);
            if (!(roots[i] > 0)) {
                return new double[0][];
            }
        }
        RealMatrix scaled = new Array2DRowRealMatrix(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                scaled.setEntry(i, j, symmetric[i][j] / roots[i] / roots[j]);
            }
        }
        QRDecomposition parts = new QRDecomposition(scaled, SINGULAR);
        if (!parts.getSolver().isNonSingular()) {
            return new double[0][];
        }
        double[][] inverse = parts.getSolver().getInverse().getData();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                inverse[i][j] /= roots[i] * roots[j];
            }
        }
        return inverse;
    }
}
