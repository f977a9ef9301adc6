package org.salus.violations.floating.portfolio;

record Floating(double amount, double share) {
    static double inDollars(float moneyInEuros, int rounds) {
        return moneyInEuros * rounds;
    }
}
