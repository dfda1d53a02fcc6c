// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1.name;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Words in other letters put into plain Latin ones. Latin, Cyrillic and Arabic by tables (fast,
/// and in the spelling that passports use); every other script by ICU, loaded when the first such
/// word comes.
final class Scripts {
  private static final Map<Character, String> LATIN =
      table("ß ss æ ae œ oe ø o đ d ð d þ th ł l ħ h ı i ŋ n ə a ŧ t ĸ k ɓ b ɗ d ƙ k ɣ g");

  // Passport romanisation (ICAO Doc 9303 part 3, table B), with y for й as most lists have it.
  private static final Map<Character, String> CYRILLIC =
      table(
          "а a б b в v г g ґ g д d е e ё e є ye ж zh з z и i і i ї yi й y к k л l м m н n о o п p"
              + " р r с s т t у u ў u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya ђ dj"
              + " ј j љ lj њ nj ћ c џ dz ѓ g ќ k ѕ dz ә a ғ g қ k ң n ө o ұ u ү u һ h");

  // Arabic and Persian letters in the usual romanisation without marks; short vowels are not
  // written.
  private static final Map<Character, String> ARABIC =
      table(
          "ا a ب b پ p ت t ث th ج j چ ch ح h خ kh د d ذ dh ر r ز z ژ zh س s ش sh ص s ض d ط t ظ z"
              + " ع a غ gh ف f ق q ك k ک k گ g ل l م m ن n ه h ة a و w ى a ي y ی y ء - ہ h ھ h ے y ں n"
              + " ٹ t ڈ d ڑ r ځ z څ ts ټ t ډ d ړ r ښ sh ږ zh ڼ n ې e ۍ i");

  // Letters of other scripts that look like Latin ones, read as such only inside a mixed word.
  private static final Map<Character, String> LOOK_ALIKE =
      table(
          "а a в b с c е e һ h і i ј j к k м m н h о o р p ѕ s т t у y х x ԁ d ԛ q ԝ w"
              + " α a β b ε e η n ι i κ k ν v ο o ρ p τ t υ u χ x ω w γ y");

  private static final Set<String> AVAILABLE =
      Set.of(
          "Han",
          "Hangul",
          "Greek",
          "Hebrew",
          "Hiragana",
          "Katakana",
          "Armenian",
          "Georgian",
          "Devanagari",
          "Bengali",
          "Thai");

  private volatile Map<String, Transliterator> icu = Map.of();

  private static Map<Character, String> table(String pairs) {
    Map<Character, String> table = new TreeMap<>();
    String[] words = pairs.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      table.put(words[i].charAt(0), words[i + 1].equals("-") ? "" : words[i + 1]);
    }
    return Map.copyOf(table);
  }

  String toLatin(String word) {
    boolean latin = false;
    boolean lookAlike = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      latin |= c < 0x250;
      lookAlike |= c >= 0x370 && LOOK_ALIKE.containsKey(c);
    }
    String result = word;
    if (latin && lookAlike) {
      result = replace(result, LOOK_ALIKE);
    }
    result = replace(replace(replace(result, LATIN), CYRILLIC), ARABIC);
    return isPlain(result) ? result : byIcu(result);
  }

  private static String replace(String word, Map<Character, String> table) {
    StringBuilder out = new StringBuilder(word.length() + 4);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      String plain = c < 0x80 ? null : table.get(c);
      if (plain == null) {
        out.append(c);
      } else {
        out.append(plain);
      }
    }
    return out.toString();
  }

  private static boolean isPlain(String word) {
    return word.chars().allMatch(c -> c < 0x80);
  }

  // One script's rules load in a tenth of the time that the rules of all scripts take.
  private String byIcu(String word) {
    String script = UScript.getName(UScript.getScript(word.codePointAt(word.length() - 1)));
    Transliterator rules = rules(AVAILABLE.contains(script) ? script + "-Latin" : "Any-Latin");
    String latin = Normalizer.normalize(rules.transliterate(word), Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < latin.length(); i++) {
      char c = Character.toLowerCase(latin.charAt(i));
      boolean mark = Character.getType(c) == Character.NON_SPACING_MARK || c == '\'' || c == '`';
      plain.append(mark ? "" : c);
    }
    return replace(plain.toString(), LATIN);
  }

  // Two questions at once may load the same rules twice; both get the same answer.
  private Transliterator rules(String name) {
    Transliterator known = icu.get(name);
    if (known != null) {
      return known;
    }
    Map<String, Transliterator> more = new TreeMap<>(icu);
    Transliterator loaded = Transliterator.getInstance(name);
    more.put(name, loaded);
    icu = Map.copyOf(more);
    return loaded;
  }
}
