package dev.kindred.index;

import dev.kindred.data.UserState;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;

/**
 * The Lucene side of the user store: a reader that follows what others write until the first write,
 * then a writer and the reader of its commits. Finding is thread-safe; the rest is for one thread
 * at a time.
 */
final class UserIndex implements Closeable {
  static final String ID = "_id";
  static final String STATE = "_state";

  private final Path path;
  private final Directory directory;
  private final ReadWriteLock swapping = new ReentrantReadWriteLock();
  private IndexWriter writer;
  private volatile SearcherManager searchers;

  UserIndex(Path path) throws IOException {
    this.path = path;
    this.directory = FSDirectory.open(path);
  }

  Optional<UserState> find(String userId) throws IOException {
    return search(searcher -> find(searcher.getIndexReader(), userId), Optional.empty());
  }

  int size() throws IOException {
    return search(searcher -> searcher.getIndexReader().numDocs(), 0);
  }

  private interface Look<T> {
    T at(IndexSearcher searcher) throws IOException;
  }

  private <T> T search(Look<T> look, T none) throws IOException {
    openReader();
    swapping.readLock().lock();
    try {
      if (searchers == null) {
        return none;
      }
      if (writer == null) {
        searchers.maybeRefresh();
      }
      IndexSearcher searcher = searchers.acquire();
      try {
        return look.at(searcher);
      } finally {
        searchers.release(searcher);
      }
    } finally {
      swapping.readLock().unlock();
    }
  }

  private static Optional<UserState> find(IndexReader reader, String userId) throws IOException {
    int doc = Lookup.doc(reader, ID, userId);
    if (doc < 0) {
      return Optional.empty();
    }
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    BinaryDocValues states = leaf.reader().getBinaryDocValues(STATE);
    if (states == null || !states.advanceExact(doc - leaf.docBase)) {
      throw new IOException("the record of user '" + userId + "' is missing");
    }
    return Optional.of(UserRecord.read(userId, states.binaryValue()));
  }

  private void openReader() throws IOException {
    if (searchers != null || !DirectoryReader.indexExists(directory)) {
      return;
    }
    swapping.writeLock().lock();
    try {
      if (searchers == null) {
        searchers = new SearcherManager(directory, null);
      }
    } finally {
      swapping.writeLock().unlock();
    }
  }

  /** Locks the directory for writing, unless this did already. */
  IndexWriter writer() throws IOException {
    if (writer == null || !writer.isOpen()) {
      swapping.writeLock().lock();
      try {
        IOUtils.close(searchers);
        searchers = null;
        writer = openWriter();
        searchers = new SearcherManager(writer, null);
      } finally {
        swapping.writeLock().unlock();
      }
    }
    return writer;
  }

  private IndexWriter openWriter() throws IOException {
    TieredMergePolicy merges = new TieredMergePolicy();
    merges.setForceMergeDeletesPctAllowed(0);
    IndexWriterConfig config =
        new IndexWriterConfig().setMergePolicy(merges).setCommitOnClose(false);
    try {
      return new IndexWriter(directory, config);
    } catch (LockObtainFailedException e) {
      throw new IOException(
          path
              + ": another process writes to this user store; send it the events, or stop it first",
          e);
    }
  }

  /** Makes everything written lasting, then visible. */
  void commit() throws IOException {
    writer.commit();
    searchers.maybeRefreshBlocking();
  }

  void erase(String userId) throws IOException {
    writer().deleteDocuments(new Term(ID, userId));
    writer.forceMergeDeletes(true);
    commit();
    writer.deleteUnusedFiles();
  }

  @Override
  public void close() throws IOException {
    swapping.writeLock().lock();
    try {
      IOUtils.close(searchers, writer, directory);
      searchers = null;
      writer = null;
    } finally {
      swapping.writeLock().unlock();
    }
  }
}
