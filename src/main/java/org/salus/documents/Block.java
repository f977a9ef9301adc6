package org.salus.documents;

/** One thing in a document, in reading order. */
public sealed interface Block
        permits Heading, Paragraph, KeyFigures, Table, Chart, Picture, Captioned, Bullets, Contents, PageBreak, Note {}
