// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.wire.batch.ConsistencyPath;
import lat.enlace.wire.batch.LogExtract;
import lat.enlace.wire.batch.ProvenEntry;

/// Changes one thing about a sound extract.
final class Extracts {
  private static final String CLASSICAL_LINE = "\u2014 ";

  private Extracts() {}

  static LogExtract changed(Lie lie, LogExtract sound, LyingPeer liar) {
    return switch (lie) {
      case BAD_INCLUSION ->
          entries(
              sound,
              entry ->
                  new ProvenEntry(
                      entry.leafIndex(), entry.salt(), otherFirst(entry.path()), entry.content()));
      case UNLOGGED, UNLOGGED_RECEIPT ->
          entries(
              sound,
              entry ->
                  new ProvenEntry(
                      entry.leafIndex(),
                      Hash.sha256(entry.salt()).value(),
                      entry.path(),
                      entry.content()));
      case BEYOND_HEAD ->
          entries(
              sound,
              entry ->
                  new ProvenEntry(
                      entry.leafIndex() + 4, entry.salt(), entry.path(), entry.content()));
      case NO_POST_QUANTUM_LINE -> head(sound, withoutLine(sound.checkpoint(), 1));
      case NO_CLASSICAL_LINE, UNSIGNED_RECEIPT -> head(sound, withoutLine(sound.checkpoint(), 0));
      case ANOTHERS_SIGNATURE -> head(sound, otherSignatures(sound, liar));
      case WRONG_ORIGIN -> head(sound, liar.anothersHead());
      case STALE_HEAD -> head(sound, liar.headLongAgo());
      case BAD_CONSISTENCY ->
          path(
              sound,
              new ConsistencyPath(
                  sound.consistency().fromSize(), otherFirst(sound.consistency().hashes())));
      case PROOF_FROM_ELSEWHERE ->
          path(
              sound,
              new ConsistencyPath(
                  sound.consistency().fromSize() + 1, sound.consistency().hashes()));
      case OTHER_RECORD ->
          new LogExtract(0, sound.checkpoint(), sound.consistency(), sound.entries());
      default -> sound;
    };
  }

  private static LogExtract entries(LogExtract sound, UnaryOperator<ProvenEntry> change) {
    return new LogExtract(
        sound.nodeRecord(),
        sound.checkpoint(),
        sound.consistency(),
        sound.entries().stream().map(change).toList());
  }

  private static LogExtract head(LogExtract sound, Bytes checkpoint) {
    return new LogExtract(sound.nodeRecord(), checkpoint, sound.consistency(), sound.entries());
  }

  private static LogExtract path(LogExtract sound, ConsistencyPath path) {
    return new LogExtract(sound.nodeRecord(), sound.checkpoint(), path, sound.entries());
  }

  private static List<Hash> otherFirst(List<Hash> hashes) {
    List<Hash> changed = new ArrayList<>(hashes);
    if (changed.isEmpty()) {
      changed.add(Hash.sha256(Bytes.EMPTY));
    } else {
      changed.set(0, Hash.sha256(changed.getFirst().value()));
    }
    return changed;
  }

  private static Bytes withoutLine(Bytes checkpoint, int line) {
    List<String> lines = lines(checkpoint);
    List<String> signatures = lines.stream().filter(one -> one.startsWith(CLASSICAL_LINE)).toList();
    lines.remove(signatures.get(line));
    return joined(lines);
  }

  /// The liar's text over the signatures of another checkpoint.
  private static Bytes otherSignatures(LogExtract sound, LyingPeer liar) {
    List<String> text = lines(sound.checkpoint());
    text.removeIf(line -> line.startsWith(CLASSICAL_LINE));
    lines(liar.headLongAgo()).stream()
        .filter(line -> line.startsWith(CLASSICAL_LINE))
        .forEach(text::add);
    return joined(text);
  }

  private static List<String> lines(Bytes checkpoint) {
    String text = new String(checkpoint.toArray(), StandardCharsets.UTF_8);
    return text.lines().collect(Collectors.toCollection(ArrayList::new));
  }

  private static Bytes joined(List<String> lines) {
    return Bytes.utf8(String.join("\n", lines) + "\n");
  }
}
