package org.salus.frame.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * What libraries have to say while a command runs: warnings only, and beside the answer instead of in it, since programs read the answer. The server sets up its log
 * by itself.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class CommandLog extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext log) {
        PatternLayoutEncoder line = new PatternLayoutEncoder();
        line.setContext(log);
        line.setPattern("%level %logger{0}: %msg%n");
        line.start();
        ConsoleAppender<ILoggingEvent> beside = new ConsoleAppender<>();
        beside.setContext(log);
        beside.setTarget("System.err");
        beside.setEncoder(line);
        beside.start();
        Logger root = log.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(beside);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
