package org.salus.frame.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.ConsoleAppender;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Libraries that log do not write into what a command answers. */
class CommandLogTest {
    @Test
    void it_is_found_by_the_library_that_logs() {
        assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(CommandLog.class);
    }

    @Test
    void libraries_speak_beside_the_answer_and_only_when_something_is_wrong() {
        LoggerContext log = new LoggerContext();
        assertThat(new CommandLog().configure(log)).isEqualTo(Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);

        Logger root = log.getLogger(Logger.ROOT_LOGGER_NAME);
        assertThat(log.getLogger("com.zaxxer.hikari.Pool").isEnabledFor(Level.INFO))
                .isFalse();
        assertThat(log.getLogger("com.zaxxer.hikari.Pool").isEnabledFor(Level.WARN))
                .isTrue();
        assertThat(root.iteratorForAppenders())
                .toIterable()
                .singleElement()
                .isInstanceOfSatisfying(
                        ConsoleAppender.class,
                        where -> assertThat(where.getTarget()).isEqualTo("System.err"));
    }
}
