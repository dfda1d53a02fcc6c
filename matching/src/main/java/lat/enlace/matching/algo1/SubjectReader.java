// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lat.enlace.matching.Probe;
import lat.enlace.matching.algo1.date.DateReader;
import lat.enlace.matching.algo1.name.NameKind;
import lat.enlace.matching.algo1.name.NameReader;
import lat.enlace.model.entity.Property;

/// Reads a probe into a subject. What cannot be read is left out; nothing throws.
final class SubjectReader {
  /// Names beyond this many are left out: a record with more is a list of people, not a person.
  static final int MAX_NAMES = 60;

  private static final int MAX_VALUES = 60;
  private static final List<Property> STRONG_NAMES =
      List.of(Property.NAME, Property.PREVIOUS_NAME, Property.ALIAS);
  private static final List<Property> NAME_PARTS =
      List.of(
          Property.FIRST_NAME,
          Property.MIDDLE_NAME,
          Property.FATHER_NAME,
          Property.LAST_NAME,
          Property.MOTHER_NAME);
  private static final Set<Property> COUNTRIES =
      Set.of(
          Property.NATIONALITY,
          Property.CITIZENSHIP,
          Property.COUNTRY,
          Property.JURISDICTION,
          Property.FLAG);

  private final NameReader nameReader = new NameReader();
  private final DateReader dateReader = new DateReader();
  private final Countries countries = new Countries();

  Subject read(Probe probe) {
    List<Subject.Dated> dates = new ArrayList<>();
    Set<String> places = new TreeSet<>();
    Set<String> genders = new TreeSet<>();
    List<Subject.Numbered> numbers = new ArrayList<>();
    for (Probe.Field field : probe.fields()) {
      if (field.property().equals(Property.BIRTH_DATE) && dates.size() < MAX_VALUES) {
        dateReader
            .read(field.value())
            .ifPresent(d -> dates.add(new Subject.Dated(field.value(), d)));
      } else if (COUNTRIES.contains(field.property())) {
        countries.code(field.value()).ifPresent(places::add);
      } else if (field.property().equals(Property.GENDER)) {
        gender(field.value(), genders);
      } else if (numbers.size() < MAX_VALUES) {
        number(field, numbers);
      }
    }
    return new Subject(probe.schema(), names(probe), dates, places, genders, numbers);
  }

  private Map<NameKind, List<Subject.Label>> names(Probe probe) {
    Set<String> strong = new LinkedHashSet<>();
    STRONG_NAMES.forEach(property -> strong.addAll(probe.values(property)));
    String joined =
        NAME_PARTS.stream()
            .flatMap(property -> probe.values(property).stream().limit(2))
            .collect(Collectors.joining(" "));
    if (probe.values(Property.NAME).isEmpty() && !joined.isEmpty()) {
      strong.add(joined);
    }
    Map<NameKind, List<Subject.Label>> names = new EnumMap<>(NameKind.class);
    for (NameKind kind : NameKind.of(probe.schema())) {
      Stream<Subject.Label> good = strong.stream().flatMap(raw -> label(raw, kind, false));
      Stream<Subject.Label> weak =
          probe.values(Property.WEAK_ALIAS).stream().flatMap(raw -> label(raw, kind, true));
      List<Subject.Label> labels = Stream.concat(good, weak).limit(MAX_NAMES).toList();
      if (!labels.isEmpty()) {
        names.put(kind, labels);
      }
    }
    return names;
  }

  private Stream<Subject.Label> label(String raw, NameKind kind, boolean weak) {
    return nameReader.read(raw, kind).map(name -> new Subject.Label(name, weak)).stream();
  }

  private static void gender(String value, Set<String> genders) {
    switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "m", "male", "masculino", "hombre", "homem", "masculin", "man", "h" -> genders.add("m");
      case "f",
          "female",
          "femenino",
          "feminino",
          "mujer",
          "mulher",
          "feminin",
          "féminin",
          "vrouw" ->
          genders.add("f");
      default -> {
        // Anything else says nothing that can be compared.
      }
    }
  }

  private static void number(Probe.Field field, List<Subject.Numbered> numbers) {
    NumberKind.of(field.property())
        .ifPresent(kind -> {
          String folded = Numbers.fold(kind, field.value());
          if (!folded.isEmpty()) {
            numbers.add(new Subject.Numbered(kind, field.value(), folded));
          }
        });
  }
}
