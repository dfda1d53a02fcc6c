// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Officer;
import lat.enlace.model.OfficerId;

/// Accounts in memory, as strict about names and passwords as the pages need to see.
final class SampleStaff implements Staff {
  private static final int SHORTEST = 12;

  private final List<Entry> entries = new ArrayList<>();

  SampleStaff(List<Officer> officers) {
    officers.forEach(officer -> entries.add(new Entry(officer, true, true, false, List.of())));
  }

  @Override
  public synchronized List<Entry> all() {
    return List.copyOf(entries);
  }

  @Override
  public synchronized Outcome open(OfficerId by, Officer officer, String password) {
    if (password.length() < SHORTEST) {
      return Outcome.WEAK_PASSWORD;
    }
    if (entries.stream().anyMatch(entry -> entry.officer().id().equals(officer.id()))) {
      return Outcome.EXISTS;
    }
    entries.add(new Entry(officer, true, false, false, List.of()));
    return Outcome.DONE;
  }

  @Override
  public Outcome setOpen(OfficerId by, OfficerId id, boolean open) {
    return change(
        id,
        entry -> new Entry(entry.officer(), open, entry.locked(), entry.key(), entry.awaiting()));
  }

  @Override
  public Outcome unlock(OfficerId by, OfficerId id) {
    return change(
        id,
        entry -> new Entry(entry.officer(), entry.open(), false, entry.key(), entry.awaiting()));
  }

  @Override
  public Outcome setPassword(OfficerId by, OfficerId id, String password) {
    return password.length() < SHORTEST
        ? Outcome.WEAK_PASSWORD
        : change(id, UnaryOperator.identity());
  }

  @Override
  public Outcome changePassword(OfficerId id, String before, String password) {
    return before.isEmpty() ? Outcome.WRONG_PASSWORD : setPassword(id, id, password);
  }

  @Override
  public Outcome makeKey(OfficerId id, String before, String passphrase) {
    if (passphrase.length() < SHORTEST) {
      return Outcome.WEAK_PASSPHRASE;
    }
    List<Hash> awaiting =
        before.isEmpty() ? List.of(Hash.sha256(Bytes.utf8(id.value()))) : List.of();
    return change(
        id,
        entry ->
            new Entry(entry.officer(), entry.open(), entry.locked(), !before.isEmpty(), awaiting));
  }

  @Override
  public Outcome decideKey(OfficerId by, OfficerId id, Hash compared, boolean confirmed) {
    if (all().stream().noneMatch(entry -> entry.awaiting().contains(compared))) {
      return Outcome.ANOTHER_KEY;
    }
    return change(
        id,
        entry -> new Entry(entry.officer(), entry.open(), entry.locked(), confirmed, List.of()));
  }

  private synchronized Outcome change(OfficerId id, UnaryOperator<Entry> how) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).officer().id().equals(id)) {
        entries.set(i, how.apply(entries.get(i)));
        return Outcome.DONE;
      }
    }
    return Outcome.NO_ACCOUNT;
  }
}
