// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.util.List;

/// How two parties stand by what each said to the other (docs/spec/instrument.md, "Words that
/// cross").
///
/// Both nodes read all words again whenever one is added, in one order that both find alone: each
/// side's own order, nothing before what it had seen, and of what crossed offers before narrowings.
/// So they agree as soon as each has taken what the other said, however it crossed; and because a
/// narrowing comes after every offer that had not seen it, it holds from the moment it is said.
public final class Dialogue {
  private final Lifetime lifetime;
  private final Voice one;
  private final Voice other;
  private Relation relation;

  private Dialogue(Relation start, Lifetime lifetime, Voice one, Voice other) {
    this.relation = start;
    this.lifetime = lifetime;
    this.one = one;
    this.other = other;
  }

  /// How they stand after all of these words.
  ///
  /// @param start how they stood before the first
  /// @param one the words of one side, in the order in which it said them
  /// @param other those of the other
  public static Relation after(
      Relation start, List<Word> one, List<Word> other, Lifetime lifetime) {
    Dialogue dialogue = new Dialogue(start, lifetime, new Voice(one), new Voice(other));
    while (!dialogue.one.silent() || !dialogue.other.silent()) {
      dialogue.hearNext();
    }
    return dialogue.relation;
  }

  private void hearNext() {
    if (one.silent()) {
      hear(other, one);
    } else if (other.silent() || oneComesFirst(one.word(), other.word())) {
      hear(one, other);
    } else {
      hear(other, one);
    }
  }

  private boolean oneComesFirst(Word mine, Word theirs) {
    boolean ready = mine.seen() <= other.heard;
    boolean otherReady = theirs.seen() <= one.heard;
    if (ready != otherReady) {
      return ready;
    }
    return mine.offers() == theirs.offers() ? mine.by().compareTo(theirs.by()) < 0 : mine.offers();
  }

  /// An offer that had not seen the other side's last narrowing is void; the suspension it takes
  /// back is taken back all the same.
  private void hear(Voice speaker, Voice listener) {
    Word word = speaker.word();
    speaker.heard++;
    boolean stale = word.seen() < listener.narrowed;
    relation =
        switch (word.change()) {
          case SUSPENDED -> relation.suspended(word.by());
          case LOWERED -> relation.lowered(word.by(), word.level());
          case WITHDRAWN -> relation.withdrawn(word.by());
          case RESUME ->
              stale
                  ? relation.tookBack(word.by())
                  : relation.resumed(word.by(), word.level(), lifetime);
          case RAISE -> stale ? relation : relation.raised(word.by(), word.level(), lifetime);
        };
    if (!word.offers()) {
      speaker.narrowed = speaker.heard;
    }
  }

  /// One side's words.
  private static final class Voice {
    private final List<Word> words;
    private int heard;

    /// How many were heard when the last of them narrowed.
    private int narrowed;

    Voice(List<Word> words) {
      this.words = List.copyOf(words);
    }

    boolean silent() {
      return heard == words.size();
    }

    Word word() {
      return words.get(heard);
    }
  }
}
