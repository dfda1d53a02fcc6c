// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.note.Note;
import lat.enlace.note.NoteException;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;
import lat.enlace.note.VerifierKey;
import org.junit.jupiter.api.Test;

/// Mutates sound input from a seed: a parser refuses with its typed error or gives a value whose
/// form is the very input, never another spelling of it.
class ParserMutationTest {
  private static final int ROUNDS = Boolean.getBoolean("enlace.full") ? 200_000 : 8_000;

  /// Parses bytes and writes the value again.
  private interface RoundTrip {
    Bytes through(Bytes input) throws LedgerException, NoteException, MalformedBytesException;
  }

  private static TlogProof proof() throws Exception {
    HeapLogStorage storage = new HeapLogStorage();
    Log log = Log.create(Logs.ports(storage), LogSettings.STANDARD);
    log.append(Logs.entries(0, 9));
    log.publish();
    return log.prove(3);
  }

  /// With the Ed25519 line only, so that mutations do not drown in the long one.
  private static TlogProof shortProof() throws Exception {
    TlogProof proof = proof();
    Note note =
        new Note(
            proof.checkpoint().note().text(), proof.checkpoint().note().signatures().subList(0, 1));
    return new TlogProof(
        Bytes.utf8("extra"), proof.index(), proof.path(), SignedCheckpoint.of(note));
  }

  @Test
  void tlogProof_hasOneSpelling() throws Exception {
    mutate(shortProof().bytes(), input -> TlogProof.parse(input).bytes());
  }

  @Test
  void signedCheckpoint_hasOneSpelling() throws Exception {
    mutate(shortProof().checkpoint().bytes(), input -> SignedCheckpoint.parse(input).bytes());
  }

  @Test
  void note_hasOneSpelling() throws Exception {
    SigningKey key = Logs.key("co.example/root", SignatureType.ED25519);
    Note note = Note.unsigned("Tratado\n\nArt\u00edculo 1\n").sign(key, Instant.EPOCH);
    mutate(note.bytes(), input -> Note.parse(input).bytes());
  }

  @Test
  void cosignRequest_hasOneSpelling() throws Exception {
    TlogProof proof = shortProof();
    CosignRequest request = new CosignRequest(5, proof.path(), proof.checkpoint());
    mutate(request.bytes(), input -> CosignRequest.parse(input).bytes());
  }

  @Test
  void verifierKey_hasOneSpelling() throws Exception {
    String key = Logs.key("co.example/root", SignatureType.ED25519).verifierKey().text();
    mutate(Bytes.utf8(key), input -> Bytes.utf8(VerifierKey.parse(input.text()).text()));
  }

  @Test
  void entryBundle_givesEntriesThatStandInIt() throws Exception {
    Bytes bundle = EntryBundle.encode(Logs.entries(0, 4));
    mutate(
        bundle,
        input -> {
          Bytes firstTwo = EntryBundle.encode(EntryBundle.decode(input, 2));
          return input.startsWith(firstTwo) ? input : firstTwo;
        });
  }

  @Test
  void journal_neverGivesAnEntryThatWasNotWritten() throws Exception {
    Bytes header = JournalSegment.header(0, TreeHash.EMPTY);
    List<Bytes> written = Logs.entries(0, 6);
    Bytes first =
        JournalSegment.record(JournalSegment.headerDigest(header), 0, written.subList(0, 4));
    Bytes second =
        JournalSegment.record(JournalSegment.recordDigest(first), 4, written.subList(4, 6));
    Bytes file = Bytes.concat(header, first, second);
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < ROUNDS; i++) {
      try {
        List<Bytes> read = JournalSegment.parse(mutated(file, random)).entries();
        assertThat(written.subList(0, read.size())).isEqualTo(read);
      } catch (LedgerException e) {
        assertThat(e.code()).isEqualTo(LedgerException.Code.CORRUPT);
      }
    }
  }

  private static void mutate(Bytes sound, RoundTrip parser) throws Exception {
    assertThat(parser.through(sound)).isEqualTo(sound);
    SplittableRandom random = new SplittableRandom(sound.size());
    for (int i = 0; i < ROUNDS; i++) {
      Bytes input = mutated(sound, random);
      try {
        assertThat(parser.through(input)).isEqualTo(input);
      } catch (LedgerException | NoteException | MalformedBytesException e) {
        assertThat(e.getMessage()).isNotEmpty();
      }
    }
  }

  /// One to three of: a bit flipped, a byte replaced by one that means something, a piece cut out,
  /// a piece doubled.
  private static Bytes mutated(Bytes sound, SplittableRandom random) {
    Bytes bytes = sound;
    for (int i = random.nextInt(3); i >= 0 && !bytes.isEmpty(); i--) {
      int from = random.nextInt(bytes.size());
      int to = Math.min(bytes.size(), from + 1 + random.nextInt(8));
      Bytes before = bytes.slice(0, from);
      Bytes piece = bytes.slice(from, to);
      Bytes after = bytes.slice(to, bytes.size());
      Bytes instead =
          switch (random.nextInt(4)) {
            case 0 -> FsckTest.flip(piece, random.nextInt(piece.size() * 8));
            case 1 -> Bytes.utf8("\n +=0A\u2014/".substring(random.nextInt(8)));
            case 2 -> Bytes.EMPTY;
            default -> Bytes.concat(piece, piece);
          };
      bytes = Bytes.concat(before, instead, after);
    }
    return bytes;
  }
}
