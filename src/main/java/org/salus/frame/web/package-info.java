/**
 * How pages are framed, for all rooms: layout, navigation, addresses that carry a selection, tables with their files, problems explained, and who may knock.
 *
 * <p>A room's pages are controllers in its own drawer {@code web}, declared by one configuration class there and named in {@link org.salus.Salus}. A
 * controller answers with a {@link org.springframework.web.servlet.ModelAndView} of a template under {@code src/main/jte/<room>/web}, which calls the template
 * {@code frame.web.layout} with a {@link org.salus.frame.web.Layout}. A template's class lives in the package its folder names, so that what a page shows can
 * stay a type of the drawer.
 */
@NullMarked
package org.salus.frame.web;

import org.jspecify.annotations.NullMarked;
