// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.port.Store.Row;
import lat.enlace.exchange.port.Store.Space;
import org.junit.jupiter.api.Test;

/// What every store does, whatever it stands on. A test class extends this and hands out its store.
public abstract class StoreContract {
  private static final Bytes ONE = Bytes.utf8("one");
  private static final Bytes TWO = Bytes.utf8("two");

  /// The store under test, empty at first and the same one within a test.
  protected abstract Store store();

  /// The same data after the store was closed and opened again.
  protected abstract Store reopened();

  @Test
  void get_findsNothingInAnEmptyStore() {
    assertThat(get(Space.ASKED, "a")).isEmpty();
    assertThat(scan("", "", 10)).isEmpty();
  }

  @Test
  void put_isReadBackAndReplaced() {
    put(Space.ASKED, "a", ONE);
    assertThat(get(Space.ASKED, "a")).contains(ONE);
    put(Space.ASKED, "a", TWO);
    assertThat(get(Space.ASKED, "a")).contains(TWO);
  }

  @Test
  void put_keepsAnEmptyValueApartFromNone() {
    put(Space.ASKED, "a", Bytes.EMPTY);
    assertThat(get(Space.ASKED, "a")).contains(Bytes.EMPTY);
  }

  @Test
  void put_keepsLargeValues() {
    Bytes large = Bytes.copyOf(new byte[3 << 20]);
    put(Space.ASKED, "a", large);
    assertThat(get(Space.ASKED, "a").orElseThrow().equals(large)).isTrue();
  }

  @Test
  void spaces_areApart() {
    put(Space.ASKED, "a", ONE);
    assertThat(get(Space.HELD, "a")).isEmpty();
    put(Space.HELD, "a", TWO);
    assertThat(get(Space.ASKED, "a")).contains(ONE);
  }

  @Test
  void keys_differByCaseAndByAccent() {
    put(Space.ASKED, "a", ONE);
    put(Space.ASKED, "A", TWO);
    assertThat(get(Space.ASKED, "a")).contains(ONE);
    assertThat(get(Space.ASKED, "á")).isEmpty();
  }

  @Test
  void delete_removesAndIsContentWithNothing() {
    put(Space.ASKED, "a", ONE);
    store().write(t -> done(() -> t.delete(Space.ASKED, "a")));
    assertThat(get(Space.ASKED, "a")).isEmpty();
    store().write(t -> done(() -> t.delete(Space.ASKED, "a")));
  }

  @Test
  void write_isUndoneWholeIfItThrows() {
    put(Space.ASKED, "kept", ONE);
    assertThatThrownBy(() ->
            store()
                .write(t -> {
                  t.put(Space.ASKED, "kept", TWO);
                  t.put(Space.HELD, "new", TWO);
                  t.delete(Space.ASKED, "kept");
                  throw new Stop();
                }))
        .isInstanceOf(Stop.class);
    assertThat(get(Space.ASKED, "kept")).contains(ONE);
    assertThat(get(Space.HELD, "new")).isEmpty();
  }

  @Test
  void write_seesItsOwnChanges() {
    List<Row> seen =
        store()
            .write(t -> {
              t.put(Space.ASKED, "a", ONE);
              t.put(Space.ASKED, "b", TWO);
              t.delete(Space.ASKED, "a");
              return t.scan(Space.ASKED, "", "", 10);
            });
    assertThat(seen).containsExactly(new Row("b", TWO));
  }

  @Test
  void write_returnsWhatTheWorkReturns() {
    assertThat(store().<String>write(t -> "result")).isEqualTo("result");
  }

  @Test
  void scan_isInOrderOfUtf8Bytes() {
    List<String> keys =
        List.of("", "A", "Z", "a", "a/", "a/1", "b", "z", "á", "ñ", "\uffee", "\ud83d\ude00");
    for (String key : keys.reversed()) {
      put(Space.ASKED, key, ONE);
    }
    assertThat(scan("", "", 100)).extracting(Row::key).containsExactlyElementsOf(keys);
  }

  @Test
  void scan_keepsToThePrefix() {
    for (String key : List.of("peer", "peer/", "peer/1", "peer/10", "peer0", "q")) {
      put(Space.ASKED, key, ONE);
    }
    assertThat(scan("peer/", "", 100))
        .extracting(Row::key)
        .containsExactly("peer/", "peer/1", "peer/10");
    assertThat(scan("ñ", "", 100)).isEmpty();
  }

  @Test
  void scan_goesOnAfterAKeyWithinTheLimit() {
    for (String key : List.of("a1", "a2", "a3", "a4")) {
      put(Space.ASKED, key, ONE);
    }
    assertThat(scan("a", "", 2)).extracting(Row::key).containsExactly("a1", "a2");
    assertThat(scan("a", "a2", 2)).extracting(Row::key).containsExactly("a3", "a4");
    assertThat(scan("a", "a25", 2)).extracting(Row::key).containsExactly("a3", "a4");
    assertThat(scan("a", "a4", 2)).isEmpty();
    assertThat(scan("a", "0", 1)).extracting(Row::key).containsExactly("a1");
    assertThat(scan("a", "b", 1)).isEmpty();
  }

  @Test
  void reopened_holdsWhatWasWritten() {
    put(Space.ASKED, "a", ONE);
    Store again = reopened();
    assertThat(again.<Optional<Bytes>>read(v -> v.get(Space.ASKED, "a"))).contains(ONE);
  }

  @Test
  void read_isOneSnapshot() {
    put(Space.ASKED, "a", ONE);
    List<Optional<Bytes>> seen =
        store().read(v -> List.of(v.get(Space.ASKED, "a"), v.get(Space.ASKED, "b")));
    assertThat(seen).containsExactly(Optional.of(ONE), Optional.empty());
  }

  private void put(Space space, String key, Bytes value) {
    store().write(t -> done(() -> t.put(space, key, value)));
  }

  private Optional<Bytes> get(Space space, String key) {
    return store().read(v -> v.get(space, key));
  }

  private List<Row> scan(String prefix, String after, int limit) {
    return store().read(v -> v.scan(Space.ASKED, prefix, after, limit));
  }

  private static boolean done(Runnable work) {
    work.run();
    return true;
  }

  /// Ends a transaction on purpose.
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
