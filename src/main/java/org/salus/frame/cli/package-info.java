/**
 * How the command line speaks, for all rooms: options defined once, help from the rooms' wording, failures as one line, counted progress. Never
 * touches Spring, so that a command starts quickly.
 *
 * <p>A room's command is a public class in its own drawer {@code cli}, annotated with a bare {@code @Command}, that implements
 * {@code Callable<Integer>} and takes {@link org.salus.frame.cli.Terminal}, {@link org.salus.frame.cli.DataOption} and
 * {@link org.salus.frame.cli.FormatOption} as mixins. It answers on {@code terminal.out()}, throws {@link org.salus.framework.Failure}, and gets its name by a line in
 * {@link org.salus.Salus}. Its words stand in the room's wording: {@code salus.<command>.usage.header}, {@code salus.<command>.usage.footer.0} for
 * examples, {@code salus.<command>.<option without dashes>} or an explicit {@code descriptionKey}.
 */
@NullMarked
package org.salus.frame.cli;

import org.jspecify.annotations.NullMarked;
