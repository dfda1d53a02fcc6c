// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Store.Space;
import lat.enlace.exchange.port.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every bit of every row flipped in turn, in plain runs one in eleven: name of the space, key of
/// the row, value, wrapped key. Each is found.
class RowCheckTest {
  private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int STRIDE = Boolean.getBoolean("enlace.full") ? 1 : 11;
  private static final List<String> COLUMNS =
      List.of(
          "entry.space",
          "entry.key",
          "entry.value",
          "row_key.space",
          "row_key.key",
          "row_key.wrapped");

  @TempDir private Path folder = Path.of("");
  private final KeptKeys keys = new KeptKeys();
  private DatabaseSettings settings = DatabaseSettings.sqlite(Path.of("none"));

  @BeforeEach
  void rows() {
    settings = DatabaseSettings.sqlite(folder.resolve("db.sqlite"));
    try (SqlDatabase database = SqlDatabase.open(settings, KEY, keys, RANDOM)) {
      new SqlStore(database)
          .write(rows -> {
            rows.put(Space.META, "sequence", Bytes.utf8("17"));
            rows.put(Space.ASKED, "a question", Bytes.utf8("about nobody who exists"));
            rows.put(Space.ITEM, "an item", Bytes.utf8("disclosed"));
            return true;
          });
    }
  }

  private RowCheck.Seen look() {
    return RowCheck.look(settings, KEY, keys, RANDOM);
  }

  private boolean foundHurt() {
    try {
      return !look().sound();
    } catch (StoreException e) {
      return e.code() == StoreException.Code.CORRUPT;
    }
  }

  @Test
  void look_findsNothingInWholeRows() {
    RowCheck.Seen seen = look();
    assertThat(seen.sound()).as(seen.toString()).isTrue();
    assertThat(seen.looked()).isEqualTo(6);
  }

  @Test
  void look_findsEveryFlippedBit() throws SQLException {
    int flipped = 0;
    for (String column : COLUMNS) {
      String table = column.substring(0, column.indexOf('.'));
      String name = column.substring(column.indexOf('.') + 1);
      for (Place place : places(table, name)) {
        for (int bit = flipped % STRIDE; bit < place.content().length * 8; bit += STRIDE) {
          byte[] changed = place.content().clone();
          changed[bit / 8] ^= (byte) (1 << (bit % 8));
          set(table, name, place, place.content(), changed);
          assertThat(foundHurt()).as("bit %d of %s", bit, column).isTrue();
          set(table, name, place, changed, place.content());
          flipped++;
        }
      }
    }
    assertThat(flipped).isGreaterThan(500 / STRIDE);
    assertThat(look().sound()).isTrue();
  }

  @Test
  void look_findsAKeyWithoutItsRowAndARowWithoutItsKey() throws SQLException {
    try (Connection connection = DriverManager.getConnection(settings.url());
        Statement statement = connection.createStatement()) {
      statement.execute("delete from entry where space = 'item'");
      assertThat(look().keysAlone()).isEqualTo(1);
      statement.execute("delete from row_key where space = 'asked'");
      assertThat(look().hurt()).containsExactly(java.util.Map.entry("asked", 1L));
    }
  }

  /// One column of one row, told from the others by space and key.
  private static final class Place {
    private final byte[] content;
    private final byte[] key;
    private final byte[] space;

    Place(byte[] content, byte[] key, byte[] space) {
      this.content = content;
      this.key = key;
      this.space = space;
    }

    byte[] content() {
      return content;
    }
  }

  private List<Place> places(String table, String column) throws SQLException {
    List<Place> places = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(settings.url());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select cast(" + column + " as blob), key, cast(space as blob) from " + table)) {
      while (rows.next()) {
        places.add(new Place(rows.getBytes(1), rows.getBytes(2), rows.getBytes(3)));
      }
    }
    return places;
  }

  /// Names the row by what its key and space are at that moment.
  private void set(String table, String column, Place place, byte[] from, byte[] to)
      throws SQLException {
    boolean text = column.equals("space");
    try (Connection connection = DriverManager.getConnection(settings.url());
        PreparedStatement update =
            connection.prepareStatement(
                "update "
                    + table
                    + " set "
                    + column
                    + (text ? " = cast(? as text)" : " = ?")
                    + " where key = ? and cast(space as blob) = ?")) {
      update.setBytes(1, to);
      update.setBytes(2, column.equals("key") ? from : place.key);
      update.setBytes(3, text ? from : place.space);
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }
}
