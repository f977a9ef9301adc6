package org.salus.violations.talking.evidence.cli;

final class MayTalk {
    void speak() {
        System.err.println("in a drawer");
    }
}
