package org.salus.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Full-text search in the current activities of a snapshot: titles, descriptions, organisations, identifiers, in any language; accents and case do not
 * matter, a word also finds longer words that begin with it. The index is made on the first search and kept beside the snapshot; it is a cache.
 */
public final class ActivitySearch {
    private static final String TEXT = "text";
    private static final String TITLE = "title";
    private static final String IDENTIFIER = "identifier";
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_WORDS = 12;
    private static final Analyzer ANALYZER = new Folding();
    /** Kept, because a logger that nobody holds forgets its level; Lucene otherwise tells the terminal about the processor. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    static {
        LUCENE.setLevel(Level.SEVERE);
    }

    private final Path folder;
    private final Activities activities;
    private @Nullable IndexSearcher searcher;

    ActivitySearch(Path folder, Activities activities) {
        this.folder = folder;
        this.activities = activities;
    }

    /** Words as people compare them: lower case, without accents. */
    private static final class Folding extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }
    }

    /**
     * The identifiers of activities that have every word, best matches first.
     *
     * @param words what somebody typed; empty finds nothing
     * @param limit how many at most
     */
    public List<String> find(String words, int limit) {
        Set<String> typed = tokens(words);
        if (typed.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : typed) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            any.add(new BoostQuery(new TermQuery(new Term(TITLE, word)), 4), BooleanClause.Occur.SHOULD);
            any.add(new BoostQuery(new PrefixQuery(new Term(TITLE, word)), 2), BooleanClause.Occur.SHOULD);
            any.add(new TermQuery(new Term(TEXT, word)), BooleanClause.Occur.SHOULD);
            any.add(new PrefixQuery(new Term(TEXT, word)), BooleanClause.Occur.SHOULD);
            all.add(any.build(), BooleanClause.Occur.MUST);
        }
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        either.add(all.build(), BooleanClause.Occur.SHOULD);
        either.add(new BoostQuery(new TermQuery(new Term(IDENTIFIER, words.strip())), 100), BooleanClause.Occur.SHOULD);
        return find(either.build(), limit);
    }

    private List<String> find(Query query, int limit) {
        try {
            IndexSearcher ready = ready();
            ScoreDoc[] hits = ready.search(query, limit).scoreDocs;
            StoredFields stored = ready.storedFields();
            List<String> found = new ArrayList<>(hits.length);
            for (ScoreDoc hit : hits) {
                found.add(stored.document(hit.doc).get(IDENTIFIER));
            }
            return found;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Set<String> tokens(String words) {
        Set<String> found = new LinkedHashSet<>();
        try (TokenStream tokens = ANALYZER.tokenStream(TEXT, words)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && found.size() < MOST_WORDS) {
                found.add(term.toString());
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return found;
    }

    /** Makes the index if it is not there yet; a server may call this ahead of the first search. */
    public synchronized void prepare() throws IOException {
        ready();
    }

    private synchronized IndexSearcher ready() throws IOException {
        if (searcher == null) {
            if (!Files.exists(folder)) {
                build();
            }
            searcher = new IndexSearcher(DirectoryReader.open(new MMapDirectory(folder)));
        }
        return searcher;
    }

    private void build() throws IOException {
        Path next = folder.resolveSibling("index-" + UUID.randomUUID());
        IndexWriterConfig settings = new IndexWriterConfig(ANALYZER);
        try (Directory directory = new MMapDirectory(next);
                IndexWriter writer = new IndexWriter(directory, settings)) {
            activities.each(activity -> {
                try {
                    writer.addDocument(document(activity));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
        try {
            Files.move(next, folder, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (java.nio.file.FileSystemException otherWasFaster) {
            DataFolder.remove(next);
        }
    }

    private static Document document(Activity activity) {
        Document document = new Document();
        document.add(new StringField(IDENTIFIER, activity.identifier(), Field.Store.NO));
        document.add(new StoredField(IDENTIFIER, activity.identifier()));
        activity.titles().forEach(text -> document.add(new TextField(TITLE, text.text(), Field.Store.NO)));
        StringBuilder rest = new StringBuilder(activity.identifier());
        activity.participants()
                .forEach(part -> rest.append('\n').append(part.party().label()));
        rest.append('\n').append(activity.reporter().label());
        activity.titles().forEach(text -> rest.append('\n').append(text.text()));
        activity.descriptions().forEach(text -> rest.append('\n').append(text.text()));
        rest.setLength(Math.min(rest.length(), LONGEST_TEXT));
        document.add(new TextField(TEXT, rest.toString(), Field.Store.NO));
        return document;
    }

    synchronized void close() {
        if (searcher != null) {
            try {
                searcher.getIndexReader().close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            searcher = null;
        }
    }
}
