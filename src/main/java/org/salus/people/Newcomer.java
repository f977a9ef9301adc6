package org.salus.people;

/** What somebody says about themselves who makes an account. */
public record Newcomer(String login, String name, String password) {
    @Override
    public String toString() {
        return "Newcomer[" + name + "]";
    }
}
