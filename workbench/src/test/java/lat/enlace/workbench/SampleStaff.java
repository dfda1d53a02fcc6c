// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import lat.enlace.exchange.Officer;
import lat.enlace.model.OfficerId;

/// Accounts in memory, as strict about names and passwords as the pages need to see.
final class SampleStaff implements Staff {
  private static final int SHORTEST = 12;

  private final List<Entry> entries = new ArrayList<>();

  SampleStaff(List<Officer> officers) {
    officers.forEach(officer -> entries.add(new Entry(officer, true, true, false)));
  }

  @Override
  public synchronized List<Entry> all() {
    return List.copyOf(entries);
  }

  @Override
  public synchronized Outcome open(Officer officer, String password) {
    if (password.length() < SHORTEST) {
      return Outcome.WEAK_PASSWORD;
    }
    if (entries.stream().anyMatch(entry -> entry.officer().id().equals(officer.id()))) {
      return Outcome.EXISTS;
    }
    entries.add(new Entry(officer, true, false, false));
    return Outcome.DONE;
  }

  @Override
  public Outcome setOpen(OfficerId id, boolean open) {
    return change(id, entry -> new Entry(entry.officer(), open, entry.locked(), entry.key()));
  }

  @Override
  public Outcome unlock(OfficerId id) {
    return change(id, entry -> new Entry(entry.officer(), entry.open(), false, entry.key()));
  }

  @Override
  public Outcome setPassword(OfficerId id, String password) {
    return password.length() < SHORTEST
        ? Outcome.WEAK_PASSWORD
        : change(id, UnaryOperator.identity());
  }

  @Override
  public Outcome changePassword(OfficerId id, String before, String password) {
    return before.isEmpty() ? Outcome.WRONG_PASSWORD : setPassword(id, password);
  }

  @Override
  public Outcome makeKey(OfficerId id, String passphrase) {
    return passphrase.length() < SHORTEST
        ? Outcome.WEAK_PASSPHRASE
        : change(id, entry -> new Entry(entry.officer(), entry.open(), entry.locked(), true));
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
