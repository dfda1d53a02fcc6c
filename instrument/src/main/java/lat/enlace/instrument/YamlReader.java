// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads the part of YAML 1.2 that instruments use: mappings, lists and scalars in one document.
/// Anchors, aliases, tags and further documents are refused, and everything is bounded.
final class YamlReader {
  static final int MAX_DEPTH = 12;
  static final int MAX_NODES = 50_000;

  private final Iterator<Event> events;
  private final Findings findings;
  private YamlNode.Place last = YamlNode.Place.START;
  private int nodes;

  private YamlReader(String text, Findings findings) {
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(InstrumentText.MAX_BYTES)
            .setUseMarks(true)
            .setLabel("instrument")
            .build();
    this.events = new Parse(settings).parseString(text).iterator();
    this.findings = findings;
  }

  /// The tree of `text`. Duplicate keys are told and the first is kept; whatever breaks the tree
  /// ends the reading.
  ///
  /// @throws InstrumentException with code TEXT
  static YamlNode read(String text, Findings findings) throws InstrumentException {
    YamlReader reader = new YamlReader(text, findings);
    try {
      return reader.document();
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark();
      throw reader.broken(
          mark.map(YamlReader::place).orElse(reader.last),
          Problem.Code.SYNTAX,
          "mend the YAML here: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw reader.broken(
          reader.last, Problem.Code.CHARACTERS, "use only printable characters, and no tab");
    }
  }

  private YamlNode document() throws InstrumentException {
    expect(Event.ID.StreamStart);
    Event start = events.next();
    if (start.getEventId() != Event.ID.DocumentStart) {
      throw broken(last, Problem.Code.SYNTAX, "write an instrument: this text is empty");
    }
    YamlNode root = node(events.next(), 0);
    expect(Event.ID.DocumentEnd);
    Event end = events.next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw broken(place(end), Problem.Code.SYNTAX, "keep one document in the text");
    }
    return root;
  }

  private void expect(Event.ID id) throws InstrumentException {
    Event event = events.next();
    if (event.getEventId() != id) {
      throw broken(place(event), Problem.Code.SYNTAX, "keep one document in the text");
    }
  }

  private YamlNode node(Event event, int depth) throws InstrumentException {
    last = place(event);
    if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
      throw broken(last, Problem.Code.TOO_LARGE, "write fewer values, less deeply nested");
    }
    refuseReferences(event);
    if (event instanceof ScalarEvent scalar) {
      return new YamlNode.Scalar(last, scalar.getValue());
    }
    return event instanceof MappingStartEvent ? mapping(last, depth) : sequence(last, depth);
  }

  private void refuseReferences(Event event) throws InstrumentException {
    boolean tagged =
        (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
            || (event instanceof CollectionStartEvent start && start.getTag().isPresent());
    boolean anchored = event instanceof NodeEvent named && named.getAnchor().isPresent();
    if (tagged || anchored || event instanceof AliasEvent) {
      throw broken(
          last, Problem.Code.SYNTAX, "write the value itself: no anchor, alias or tag is read");
    }
  }

  private YamlNode sequence(YamlNode.Place at, int depth) throws InstrumentException {
    List<YamlNode> items = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(event, depth + 1));
      event = events.next();
    }
    return new YamlNode.Sequence(at, items);
  }

  private YamlNode mapping(YamlNode.Place at, int depth) throws InstrumentException {
    List<YamlNode.Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      if (!(node(event, depth + 1) instanceof YamlNode.Scalar(YamlNode.Place place, String key))) {
        throw broken(place(event), Problem.Code.SHAPE, "write a plain word as the key");
      }
      YamlNode value = node(events.next(), depth + 1);
      if (keys.add(key)) {
        entries.add(new YamlNode.Entry(place, key, value));
      } else {
        findings.add(place, key, Problem.Code.DUPLICATE_KEY, "keep this key once");
      }
      event = events.next();
    }
    return new YamlNode.Mapping(at, entries);
  }

  private InstrumentException broken(YamlNode.Place at, Problem.Code code, String advice) {
    return new InstrumentException(List.of(new Problem(at.line(), at.column(), "", code, advice)));
  }

  private YamlNode.Place place(Event event) {
    return event.getStartMark().map(YamlReader::place).orElse(last);
  }

  private static YamlNode.Place place(Mark mark) {
    return new YamlNode.Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
