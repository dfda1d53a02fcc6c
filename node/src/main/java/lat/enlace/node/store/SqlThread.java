// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import lat.enlace.exchange.port.StoreException;
import org.jspecify.annotations.Nullable;

/// One connection, used by one thread at a time. Drivers block in native code or hold monitors,
/// which would pin the carrier of a virtual thread: such a caller has its work done on a platform
/// thread that is kept here; a platform thread, such as the core's, does it itself, because to hand
/// a short reading over costs more than the reading. A connection that broke is opened again by the
/// next transaction.
final class SqlThread implements AutoCloseable {
  private final Opener opener;
  private final Dialect dialect;
  private final ValueCipher cipher;
  private final SameFile file;
  private final ExecutorService executor;
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable Open open;
  private boolean closed;

  SqlThread(String name, Dialect dialect, ValueCipher cipher, Opener opener, SameFile file) {
    this.file = file;
    this.dialect = dialect;
    this.cipher = cipher;
    this.opener = opener;
    executor =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name(name).daemon(true).factory());
  }

  /// Runs `work` in a transaction and waits for it, whatever interrupts arrive: the outcome must be
  /// known. Commits if `commit`, else rolls back.
  <T> T transaction(Function<SqlRows, T> work, boolean commit) {
    if (Thread.currentThread().isVirtual()) {
      return handOver(work, commit);
    }
    return run(work, commit);
  }

  /// Brings what was changed to its place, between two transactions.
  void settle() {
    turn.lock();
    try {
      Open current = open;
      if (current != null) {
        dialect.settle(current.connection);
      }
    } catch (SQLException e) {
      throw new StoreException(dialect.codeOf(e), e);
    } finally {
      turn.unlock();
    }
  }

  private <T> T handOver(Function<SqlRows, T> work, boolean commit) {
    Future<T> future;
    try {
      future = executor.submit(() -> run(work, commit));
    } catch (RejectedExecutionException e) {
      throw new StoreException(StoreException.Code.UNREACHABLE, e);
    }
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw unchecked(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private <T> T run(Function<SqlRows, T> work, boolean commit) {
    turn.lock();
    try {
      return runInTurn(work, commit);
    } finally {
      turn.unlock();
    }
  }

  private <T> T runInTurn(Function<SqlRows, T> work, boolean commit) {
    if (closed) {
      throw new StoreException(StoreException.Code.UNREACHABLE);
    }
    requireSameFile();
    Open current = opened();
    boolean done = false;
    try {
      dialect.begin(current.connection, commit);
      T result = work.apply(current.rows);
      if (commit) {
        current.rows.requireUnbroken();
        dialect.commit(current.connection);
      } else {
        dialect.rollback(current.connection);
      }
      done = true;
      return result;
    } catch (SQLException e) {
      throw new StoreException(dialect.codeOf(e), e);
    } finally {
      if (!done) {
        abandon(current);
      }
    }
  }

  /// A connection to a file that was moved away would go on writing where nobody looks.
  private void requireSameFile() {
    if (file.isThere()) {
      return;
    }
    Open stale = open;
    if (stale != null) {
      open = null;
      closeQuietly(stale);
    }
    throw new StoreException(StoreException.Code.UNREACHABLE);
  }

  private Open opened() {
    Open current = open;
    if (current == null) {
      try {
        Connection connection = opener.open();
        current = new Open(connection, new SqlRows(connection, dialect, cipher));
      } catch (SQLException e) {
        throw new StoreException(dialect.codeOf(e), e);
      }
      open = current;
    }
    return current;
  }

  /// Closing rolls back; the next transaction opens a fresh connection.
  private void abandon(Open broken) {
    open = null;
    try {
      dialect.rollback(broken.connection);
    } catch (SQLException e) {
      // The close below ends the transaction as well.
    }
    closeQuietly(broken);
  }

  @Override
  public void close() {
    if (executor.isShutdown()) {
      return;
    }
    executor.execute(() -> {
      turn.lock();
      try {
        closed = true;
        Open current = open;
        open = null;
        if (current != null) {
          closeQuietly(current);
        }
      } finally {
        turn.unlock();
      }
    });
    executor.close();
  }

  private static void closeQuietly(Open open) {
    try {
      open.connection.close();
    } catch (SQLException e) {
      // Nothing of a committed transaction depends on an orderly close.
    }
  }

  private static RuntimeException unchecked(ExecutionException e) {
    return switch (e.getCause()) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      case null, default -> new IllegalStateException(e);
    };
  }

  /// Opens a connection.
  interface Opener {
    Connection open() throws SQLException;
  }

  private record Open(Connection connection, SqlRows rows) {}
}
