package org.salus.violations.talking.evidence;

final class Talks {
    void speak() {
        System.out.println("to nobody in particular");
    }
}
