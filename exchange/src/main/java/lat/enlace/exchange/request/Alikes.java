// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import lat.enlace.exchange.Alike;
import lat.enlace.exchange.Alike.Channel;
import lat.enlace.exchange.decide.Skeleton;
import lat.enlace.exchange.peer.Letters;
import lat.enlace.exchange.port.Store;
import lat.enlace.exchange.record.Keys;
import lat.enlace.exchange.record.Stored;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.AgencyId;
import lat.enlace.model.DispatchId;
import lat.enlace.model.EnquiryId;
import lat.enlace.model.NodeId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.RequestType;
import lat.enlace.model.dispatch.QuestionBounds;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.dispatch.RequestBounds;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Statement;

/// Finds what is perhaps the same request (docs/spec/requests.md, "Perhaps the same"): of one type,
/// with the skeleton of a name or a number in common. Rows stand under keyed digests of these and
/// hold neither.
final class Alikes {
  /// How long something may be the same.
  static final Duration WINDOW = Duration.ofDays(30);

  private static final String ALIKE = "alike";
  private static final String DAY = "alike-day";
  private static final int PAGE = 256;

  private final Letters letters;

  Alikes(Letters letters) {
    this.letters = letters;
  }

  /// @param agency whose business it is: none for what was received, or one
  record Row(
      Channel channel,
      RequestType type,
      Instant at,
      List<DispatchId> request,
      List<NodeId> with,
      List<AgencyId> agency,
      List<EnquiryId> enquiry) {
    Row {
      request = List.copyOf(request);
      with = List.copyOf(with);
      agency = List.copyOf(agency);
      enquiry = List.copyOf(enquiry);
    }
  }

  /// What is sought.
  @PersonalData
  record About(RequestType type, Entity subject, List<EnquiryId> enquiry) {
    About {
      enquiry = List.copyOf(enquiry);
    }

    static About of(RequestBody.Request request) {
      return new About(request.type(), request.subject(), List.of(request.enquiry()));
    }

    @Override
    public String toString() {
      return "About[]";
    }
  }

  void keep(Work work, About about, Row row, DispatchId name) {
    String day = Keys.of(DAY, row.at().toEpochMilli(), name);
    Digests digests = new Digests(digests(about));
    for (String digest : digests.all()) {
      work.put(Store.Space.REQUEST, Keys.of(ALIKE, digest, name), row);
    }
    work.put(Store.Space.REQUEST, day, digests);
  }

  private record Digests(List<String> all) {
    Digests {
      all = List.copyOf(all);
    }
  }

  /// Rows within the window, newest first, but for the request itself, so far as {@code mayKnow}.
  List<Alike> find(Work work, About about, Optional<DispatchId> itself, Predicate<Row> mayKnow) {
    Set<Row> found = new LinkedHashSet<>();
    for (String digest : digests(about)) {
      work.scan(Store.Space.REQUEST, Keys.of(ALIKE, digest, ""), "", PAGE)
          .forEach(row -> found.add(Stored.read(row.value(), Row.class)));
    }
    Instant first = work.now().minus(WINDOW);
    return found.stream()
        .filter(row -> !row.at().isBefore(first))
        .filter(row -> itself.filter(row.request()::contains).isEmpty())
        .filter(mayKnow)
        .sorted(Comparator.comparing(Row::at).reversed())
        .map(row ->
            new Alike(
                row.channel(),
                row.type(),
                row.at(),
                row.request(),
                row.with(),
                !Collections.disjoint(row.enquiry(), about.enquiry())))
        .toList();
  }

  /// Forgets what is older than the window, a page at a time.
  static void forget(Work work) {
    long first = work.now().minus(WINDOW).toEpochMilli();
    for (Store.Row row : work.scan(Store.Space.REQUEST, DAY + " ", "", PAGE)) {
      if (Keys.number(Keys.part(row.key(), 1)) >= first) {
        return;
      }
      String name = Keys.last(row.key());
      for (String digest : Stored.read(row.value(), Digests.class).all()) {
        work.delete(Store.Space.REQUEST, Keys.of(ALIKE, digest, name));
      }
      work.delete(Store.Space.REQUEST, row.key());
    }
  }

  /// A keyed digest for each name's skeleton and each number, under the type.
  private List<String> digests(About about) {
    Set<String> keys = new LinkedHashSet<>();
    for (String skeleton : Skeleton.all(about.subject())) {
      keys.add(Keys.of("name", skeleton));
    }
    for (Statement one : about.subject().statements()) {
      boolean number =
          RequestBounds.identifying(about.subject().schema()).contains(one.property())
              && !QuestionBounds.isName(one.property());
      if (number) {
        keys.add(Keys.of("number", one.property(), plain(one.value())));
      }
    }
    return keys.stream()
        .map(key -> letters.keyed(Keys.of("alike", about.type().code(), key)))
        .toList();
  }

  /// Letters and digits alone.
  private static String plain(String value) {
    return value.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
