package dev.kindred.index;

import dev.kindred.data.UserState;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;

/**
 * The Lucene side of the user store. Readers see commits, and know of each which log files are in
 * it. Looking is thread-safe, and so is writing; opening the writer is for one thread.
 */
final class UserIndex implements Closeable {
  static final String ID = "_id";
  static final String STATE = "_state";
  private static final String IDS = "_ids";
  private static final String LOG = "log";

  private final Path path;
  private final Directory directory;
  private volatile SearcherManager searchers;
  private IndexWriter writer;

  UserIndex(Path path) throws IOException {
    this.path = path;
    this.directory = FSDirectory.open(path);
  }

  /** One commit, open for reading. */
  static final class View extends IndexSearcher {
    private final long covered;

    View(IndexReader reader) throws IOException {
      super(reader);
      Map<String, String> data = ((DirectoryReader) reader).getIndexCommit().getUserData();
      this.covered = Long.parseLong(data.getOrDefault(LOG, "0"));
    }

    /** The number of the last log file whose entries are in the commit. */
    long covered() {
      return covered;
    }

    int size() {
      return getIndexReader().numDocs();
    }

    /** Null when nobody of that id is stored. */
    StoredUser find(String userId) throws IOException {
      int doc = Lookup.doc(getIndexReader(), ID, userId);
      if (doc < 0) {
        return null;
      }
      BytesRef state = value(doc, STATE);
      if (state == null) {
        throw new IOException("the record of user '" + userId + "' is missing");
      }
      UserState user = UserRecord.read(userId, state);
      return new StoredUser(user, ids(doc));
    }

    /** The ids of all users. */
    List<String> users() throws IOException {
      List<String> users = new ArrayList<>();
      for (LeafReaderContext leaf : getIndexReader().leaves()) {
        Bits live = leaf.reader().getLiveDocs();
        TermsEnum ids = leaf.reader().terms(ID).iterator();
        PostingsEnum docs = null;
        for (BytesRef id = ids.next(); id != null; id = ids.next()) {
          docs = ids.postings(docs, PostingsEnum.NONE);
          int doc = docs.nextDoc();
          if (live == null || live.get(doc)) {
            users.add(id.utf8ToString());
          }
        }
      }
      return users;
    }

    boolean knows(String userId) throws IOException {
      return Lookup.doc(getIndexReader(), ID, userId) >= 0;
    }

    /** The ids of the user's last events alone. */
    long[] ids(String userId) throws IOException {
      int doc = Lookup.doc(getIndexReader(), ID, userId);
      return doc < 0 ? new long[0] : ids(doc);
    }

    private long[] ids(int doc) throws IOException {
      BytesRef bytes = value(doc, IDS);
      if (bytes == null) {
        return new long[0];
      }
      long[] ids = new long[bytes.length / Long.BYTES];
      ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length).asLongBuffer().get(ids);
      return ids;
    }

    private BytesRef value(int doc, String field) throws IOException {
      List<LeafReaderContext> leaves = getIndexReader().leaves();
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
      BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
      return values != null && values.advanceExact(doc - leaf.docBase)
          ? values.binaryValue()
          : null;
    }
  }

  /** What is asked of a commit. */
  interface Look<T> {
    T at(View view) throws IOException;
  }

  /**
   * Asks the newest commit that was seen.
   *
   * @param none the answer when there is no commit yet
   */
  <T> T look(Look<T> look, T none) throws IOException {
    SearcherManager open = open();
    if (open == null) {
      return none;
    }
    IndexSearcher view = open.acquire();
    try {
      return look.at((View) view);
    } finally {
      open.release(view);
    }
  }

  private SearcherManager open() throws IOException {
    if (searchers == null && DirectoryReader.indexExists(directory)) {
      synchronized (this) {
        if (searchers == null) {
          searchers =
              new SearcherManager(
                  directory,
                  new SearcherFactory() {
                    @Override
                    public IndexSearcher newSearcher(IndexReader reader, IndexReader previous)
                        throws IOException {
                      return new View(reader);
                    }
                  });
        }
      }
    }
    return searchers;
  }

  /** Looks for a newer commit; when this returns every earlier one is seen. */
  void refresh() throws IOException {
    SearcherManager open = open();
    if (open != null) {
      open.maybeRefreshBlocking();
    }
  }

  /** Locks the directory for writing. */
  void lock() throws IOException {
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setForceMergeDeletesPctAllowed(0);
    IndexWriterConfig config =
        new IndexWriterConfig().setMergePolicy(merges).setCommitOnClose(false);
    try {
      writer = new IndexWriter(directory, config);
    } catch (LockObtainFailedException e) {
      throw new IOException(
          path
              + ": another process writes to this user store; send it the events, or stop it first",
          e);
    }
  }

  /** Puts the user in place of what was known of them, not lasting before {@link #commit}. */
  void write(StoredUser user) throws IOException {
    BytesRef id = new BytesRef(user.state().id());
    ByteBuffer ids = ByteBuffer.allocate(Long.BYTES * user.ids().length);
    ids.asLongBuffer().put(user.ids());
    List<IndexableField> document =
        List.of(
            new StringField(ID, id, Store.NO),
            new BinaryDocValuesField(STATE, new BytesRef(UserRecord.write(user.state()))),
            new BinaryDocValuesField(IDS, new BytesRef(ids.array())));
    writer.updateDocument(new Term(ID, id), document);
  }

  /** Makes everything written lasting, then visible. */
  void commit() throws IOException {
    writer.commit();
    refresh();
  }

  /**
   * The same.
   *
   * @param covered the last log file whose entries were written
   */
  void commit(long covered) throws IOException {
    writer.setLiveCommitData(Map.of(LOG, Long.toString(covered)).entrySet());
    commit();
  }

  /** When this returns no file of the index holds anything of the user. */
  void erase(String userId) throws IOException {
    writer.deleteDocuments(new Term(ID, userId));
    writer.forceMergeDeletes(true);
    commit();
    writer.deleteUnusedFiles();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(searchers, writer, directory);
  }
}
