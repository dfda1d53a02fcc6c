// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lat.enlace.model.entity.Provenance;

/// Tells by content what a source is.
final class Recognition {
  /// What one part is.
  enum Kind {
    UN,
    OFAC_PARTIES,
    OFAC_ALIASES,
    OFAC_ADDRESSES,
    JSON,
    CSV,
    UNKNOWN
  }

  private static final int HEAD = 1 << 16;
  private static final int PARTY_CELLS = 12;
  private static final int ALIAS_CELLS = 5;
  private static final int ADDRESS_CELLS = 6;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern ALIAS = Pattern.compile("[afn]ka");
  private static final Intake UNHEARD = Intake.into(entity -> {});

  private Recognition() {}

  static FormatReader of(Source source, Provenance provenance) throws GatewayException {
    List<Source.Part> parts = source.parts();
    if (parts.size() == 1) {
      Source.Part part = parts.getFirst();
      return switch (kind(part)) {
        case UN -> new UnList(part, provenance);
        case OFAC_PARTIES -> new OfacList(Map.of(Kind.OFAC_PARTIES, part), List.of(), provenance);
        case JSON -> new EntityLines(part, provenance);
        case CSV -> new CsvHoldings(part, provenance);
        case OFAC_ALIASES, OFAC_ADDRESSES -> throw refuse(GatewayException.Code.NO_PARTIES, part);
        case UNKNOWN -> throw refuse(GatewayException.Code.UNKNOWN_FORMAT, part);
      };
    }
    return folder(parts, provenance);
  }

  private static FormatReader folder(List<Source.Part> parts, Provenance provenance)
      throws GatewayException {
    Map<Kind, Source.Part> ofac = new EnumMap<>(Kind.class);
    List<Source.Part> others = new ArrayList<>();
    for (Source.Part part : parts) {
      Kind kind = kindInFolder(part);
      switch (kind) {
        case OFAC_PARTIES, OFAC_ALIASES, OFAC_ADDRESSES -> {
          if (ofac.put(kind, part) != null) {
            throw refuse(GatewayException.Code.DOUBLED, part);
          }
        }
        case UN, JSON, CSV, UNKNOWN -> others.add(part);
      }
    }
    if (ofac.isEmpty()) {
      throw refuse(GatewayException.Code.MIXED, parts.getFirst());
    }
    if (!ofac.containsKey(Kind.OFAC_PARTIES)) {
      throw refuse(GatewayException.Code.NO_PARTIES, ofac.values().iterator().next());
    }
    return new OfacList(ofac, others, provenance);
  }

  /// Other files in a folder need not be readable: they are named in the report and left alone.
  private static Kind kindInFolder(Source.Part part) {
    try {
      return kind(part);
    } catch (GatewayException e) {
      return Kind.UNKNOWN;
    }
  }

  static Kind kind(Source.Part part) throws GatewayException {
    String head = head(part).stripLeading();
    if (head.isEmpty()) {
      throw refuse(GatewayException.Code.EMPTY, part);
    }
    return switch (head.charAt(0)) {
      case '{' -> Kind.JSON;
      case '[' -> Kind.UNKNOWN;
      case '<' -> isUn(head) ? Kind.UN : Kind.UNKNOWN;
      default -> kindOfRow(firstRow(part));
    };
  }

  /// A document type is let through to the reader, which refuses it by its name.
  private static boolean isUn(String head) {
    return head.contains("<CONSOLIDATED_LIST") || head.contains("<!DOCTYPE");
  }

  private static Kind kindOfRow(List<String> row) {
    if (row.size() >= 2 && isNumber(row.get(0))) {
      if (row.size() == PARTY_CELLS) {
        return Kind.OFAC_PARTIES;
      }
      boolean second = isNumber(row.get(1));
      if (second && row.size() == ALIAS_CELLS && ALIAS.matcher(row.get(2).strip()).matches()) {
        return Kind.OFAC_ALIASES;
      }
      return second && row.size() == ADDRESS_CELLS ? Kind.OFAC_ADDRESSES : Kind.UNKNOWN;
    }
    return CsvTable.isHeader(row) ? Kind.CSV : Kind.UNKNOWN;
  }

  private static boolean isNumber(String cell) {
    return NUMBER.matcher(cell.strip()).matches();
  }

  private static List<String> firstRow(Source.Part part) throws GatewayException {
    try (InputStream in = new Opener().open(part)) {
      TextReader text = new TextReader(in, part.name(), Long.MAX_VALUE, UNHEARD);
      return new CsvReader(text, part.name()).next().orElse(List.of());
    } catch (IOException e) {
      throw RefusedTextException.unwrap(e, part.name());
    }
  }

  private static String head(Source.Part part) throws GatewayException {
    try (InputStream in = new Opener().open(part)) {
      byte[] head = in.readNBytes(HEAD);
      boolean marked = head.length > 2 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb;
      int from = marked ? 3 : 0;
      return new String(head, from, head.length - from, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw RefusedTextException.unwrap(e, part.name());
    }
  }

  private static GatewayException refuse(GatewayException.Code code, Source.Part part) {
    return new GatewayException(code, Place.whole(part.name()));
  }
}
