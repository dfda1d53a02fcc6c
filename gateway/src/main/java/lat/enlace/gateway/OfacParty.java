// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lat.enlace.gateway.OfacList.Row;
import lat.enlace.model.entity.Entity;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Provenance;
import lat.enlace.model.entity.Schema;

/// One party of the OFAC list as an entity. Columns are those of OFAC's data specification for the
/// legacy files.
record OfacParty(
    Provenance list,
    Map<String, List<Row>> aliases,
    Map<String, List<Row>> addresses,
    Intake intake) {
  private static final Property POSITION = new Property("position");
  private static final Property PROGRAM = new Property("program");
  private static final Property TYPE = new Property("type");
  private static final Property TONNAGE = new Property("tonnage");
  private static final Property GROSS_TONNAGE = new Property("grossRegisteredTonnage");

  /// Columns of sdn.csv.
  private enum Party {
    NUMBER(0),
    NAME(1),
    TYPE(2),
    PROGRAM(3),
    TITLE(4),
    CALL_SIGN(5),
    VESSEL_TYPE(6),
    TONNAGE(7),
    GROSS_TONNAGE(8),
    FLAG(9),
    OWNER(10),
    REMARKS(11);

    private final int index;

    Party(int index) {
      this.index = index;
    }

    String of(List<String> cells) {
      return cells.get(index);
    }
  }

  Entity entity(Row row) throws GatewayException {
    List<String> cells = row.cells();
    String id = Party.NUMBER.of(cells);
    Schema schema = schema(Party.TYPE.of(cells));
    EntityBuilder entity = new EntityBuilder(list, row.place(), intake);
    name(Property.NAME, Party.NAME.of(cells), schema, entity);
    if (schema == Schema.AIRPLANE) {
      entity.text(Property.REGISTRATION_NUMBER, Party.NAME.of(cells));
    }
    for (Row alias : aliases.getOrDefault(id, List.of())) {
      name(alias(alias.cells().get(2)), alias.cells().get(3), schema, entity);
    }
    new OfacRemarks(schema, entity).read(Party.REMARKS.of(cells));
    vessel(cells, entity);
    addresses
        .getOrDefault(id, List.of())
        .forEach(address -> address(address.cells(), schema, entity));
    entity.text(POSITION, Party.TITLE.of(cells));
    Stream.of(Party.PROGRAM.of(cells).split("] \\[", -1)).forEach(p -> entity.text(PROGRAM, p));
    entity.text(Property.NOTES, Party.REMARKS.of(cells));
    return entity.build(id, schema);
  }

  private static Schema schema(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "individual" -> Schema.PERSON;
      case "vessel" -> Schema.VESSEL;
      case "aircraft" -> Schema.AIRPLANE;
      default -> Schema.ORGANIZATION;
    };
  }

  private static Property alias(String type) {
    return type.equals("fka") ? Property.PREVIOUS_NAME : Property.ALIAS;
  }

  /// OFAC writes persons as "FAMILY, Given"; the full name is put in the order of speech.
  static void name(Property property, String name, Schema schema, EntityBuilder entity) {
    int comma = name.indexOf(',');
    if (schema != Schema.PERSON || comma < 0) {
      entity.text(property, name);
      return;
    }
    String family = name.substring(0, comma).strip();
    String given = name.substring(comma + 1).strip();
    entity.text(property, given + " " + family);
    if (property.equals(Property.NAME)) {
      entity.text(Property.FIRST_NAME, given);
      entity.text(Property.LAST_NAME, family);
    }
  }

  private static void vessel(List<String> cells, EntityBuilder entity) {
    entity.text(Property.CALL_SIGN, Party.CALL_SIGN.of(cells));
    entity.text(TYPE, Party.VESSEL_TYPE.of(cells));
    entity.text(TONNAGE, Party.TONNAGE.of(cells));
    entity.text(GROSS_TONNAGE, Party.GROSS_TONNAGE.of(cells));
    entity.country(Property.FLAG, Party.FLAG.of(cells));
    String owner = Party.OWNER.of(cells);
    if (!owner.isEmpty()) {
      entity.text(Property.NOTES, "Owner: " + owner);
    }
  }

  /// The country of an address is that of an organisation; of a person it says too little.
  private static void address(List<String> cells, Schema schema, EntityBuilder entity) {
    String country = cells.get(4);
    entity.text(
        Property.ADDRESS,
        Stream.of(cells.get(2), cells.get(3), country, cells.get(5))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", ")));
    if (schema == Schema.ORGANIZATION) {
      entity.country(Property.COUNTRY, country);
    }
  }
}
