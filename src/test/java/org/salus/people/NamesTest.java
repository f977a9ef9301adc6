package org.salus.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.salus.framework.Failure;

class NamesTest {
    @Test
    void are_brought_to_one_form() {
        assertThat(Names.shown("  Rene\u0301  Dupont\t")).isEqualTo("Ren\u00e9 Dupont");
        assertThat(Names.shown("نرگس\u200cالسادات")).contains("\u200c");
        assertThat(Names.shown("Національна поліція")).isEqualTo("Національна поліція");
        assertThat(Names.login(" ana＠example.org ")).isEqualTo("ana@example.org");
        assertThat(Names.key("STRASSE")).isEqualTo(Names.key("straße"));
    }

    @Test
    void hold_nothing_that_cannot_be_seen() {
        for (String odd : List.of(
                "Ana\u202eziuR",
                "Ana\u200b",
                "\u0000Ana",
                "Ana\ufeff",
                "Ana\ud800",
                "A\u0300\u0301\u0302\u0303\u0304\u0305",
                "A\u3164b",
                "\ue000x")) {
            assertThatThrownBy(() -> Names.shown(odd)).as(odd).isInstanceOf(Failure.class);
        }
        for (String empty : List.of("", "   ", "...", "\u2003")) {
            assertThatThrownBy(() -> Names.shown(empty)).isInstanceOf(Failure.class);
        }
        assertThatThrownBy(() -> Names.shown("a".repeat(101))).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> Names.shown("a".repeat(10_000_000))).isInstanceOf(Failure.class);
        for (String login : List.of("ab", "a b c", "ana\u202e", "<ana>", "ana\u0000", "a".repeat(101))) {
            assertThatThrownBy(() -> Names.login(login)).as(login).isInstanceOf(Failure.class);
        }
    }

    @Test
    void are_compared_by_how_they_look() {
        assertThat(Names.likeness("pаypаl")).isEqualTo(Names.likeness("PayPal"));
        assertThat(Names.likeness("Ana Ruíz")).isEqualTo(Names.likeness("ana ruiz"));
        assertThat(Names.likeness("Поlіce 10")).isEqualTo(Names.likeness("Пolice lo"));
        assertThat(Names.likeness("Ana")).isNotEqualTo(Names.likeness("Anna"));
    }
}
