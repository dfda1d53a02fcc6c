// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names of countries and what they mean: the names the Java platform knows in the five languages
/// (Unicode CLDR), and those of lists and papers that it does not.
final class CountryNames {
  private static final int MAX_LENGTH = 80;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern FILLING = Pattern.compile(" (?:and|the)(?= )");

  /// Names outside CLDR, folded as {@link #fold} does.
  private static final String OTHERS =
      """
      ae: uae; emirates
      ba: bosnia; bosnia and herzegowina
      bn: brunei darussalam
      bo: plurinational state of bolivia; bolivia plurinational state of; estado plurinacional de bolivia
      by: belorussia
      cd: democratic republic of the congo; congo democratic republic of the; democratic republic of congo; dr congo; drc; congo kinshasa; zaire
      cf: central african republic
      cg: congo; republic of the congo; congo republic of the; republic of congo; congo brazzaville
      ci: cote divoire; cote d ivoire; ivory coast
      km: union of comoros
      cn: peoples republic of china; china peoples republic of; mainland china; prc
      cv: cape verde
      cz: czech republic
      fk: falkland islands
      fm: micronesia federated states of; federated states of micronesia
      gb: great britain; england; scotland; wales; northern ireland; uk; united kingdom of great britain and northern ireland
      gf: guyane; guyane francaise
      gm: gambia the; the gambia
      gy: cooperative republic of guyana
      hk: hong kong; hong kong china; hong kong special administrative region; china hong kong special administrative region
      ir: iran islamic republic of; islamic republic of iran; islamic republic iran
      kg: kyrgyz republic
      kn: saint kitts and nevis
      kp: korea north; north korea; democratic peoples republic of korea; korea democratic peoples republic of; dprk; dpr korea
      kr: korea south; south korea; republic of korea; korea republic of
      la: lao peoples democratic republic; lao
      lc: saint lucia
      ly: libyan arab jamahiriya; state of libya
      md: republic of moldova; moldova republic of
      mk: macedonia; former yugoslav republic of macedonia; the former yugoslav republic of macedonia
      mm: burma; myanmar
      mo: macau; macao
      nl: the netherlands; holland
      ps: west bank; gaza; gaza strip; palestinian; palestine; palestinian territory; state of palestine; occupied palestinian territory; palestinian territory occupied; west bank and gaza
      ru: russian federation
      st: sao tome and principe
      sv: el salvador
      sy: syrian arab republic
      sz: swaziland; eswatini
      tl: east timor
      tr: turkey; turkiye; republic of turkey
      tw: taiwan; taiwan province of china
      tz: united republic of tanzania; tanzania united republic of
      us: united states of america; usa; us; estados unidos de america; eeuu; eua
      va: holy see; vatican
      vc: saint vincent and the grenadines
      ve: bolivarian republic of venezuela; venezuela bolivarian republic of; republica bolivariana de venezuela
      vg: virgin islands british; british virgin islands
      vi: virgin islands u s; us virgin islands
      vn: viet nam; socialist republic of vietnam
      xk: kosovo
      ye: republic of yemen
      cshh: czechoslovakia; checoslovaquia
      csxx: serbia and montenegro; serbia y montenegro
      ddde: german democratic republic; east germany
      suhh: soviet union; former soviet union; ex soviet union; ussr; union of soviet socialist republics; union sovietica; urss
      yucs: yugoslavia; ex yugoslavia; former yugoslavia; federal republic of yugoslavia
      """;

  /// What people of the region, and those the lists name most, are called in papers.
  private static final String PEOPLES =
      """
      ae: emirati
      af: afghan
      ar: argentine; argentinian; argentino; argentina
      bo: bolivian; boliviano; boliviana
      br: brazilian; brasileno; brasilena; brasileiro; brasileira
      cl: chilean; chileno; chilena
      cn: chinese; chino; china
      co: colombian; colombiano; colombiana
      cu: cuban; cubano; cubana
      do: dominicano; dominicana
      dz: algerian
      ec: ecuadorian; ecuatoriano; ecuatoriana; equatoriano; equatoriana
      eg: egyptian
      er: eritrean
      es: spanish; espanol; espanola; espanhol; espanhola
      et: ethiopian
      fr: french; frances; francesa; francais; francaise
      gb: british; britanico; britanica
      gy: guyanese; guyanes; guyanesa
      iq: iraqi
      ir: iranian
      it: italian; italiano; italiana
      kw: kuwaiti
      lb: lebanese; libanes; libanesa
      ly: libyan
      ma: moroccan
      mx: mexican; mexicano; mexicana
      nl: dutch; neerlandes; neerlandesa; holandes; holandesa
      pa: panamanian; panameno; panamena
      pe: peruvian; peruano; peruana
      pk: pakistani
      ps: palestinian
      pt: portuguese; portugues; portuguesa
      py: paraguayan; paraguayo; paraguaya
      ru: russian; ruso; rusa; russo; russa
      sa: saudi; saudi arabian
      sd: sudanese
      so: somali
      sr: surinamese; surinames; surinamesa
      sy: syrian
      tn: tunisian
      tr: turkish
      us: american; estadounidense; estadunidense
      uy: uruguayan; uruguayo; uruguaya
      ve: venezuelan; venezolano; venezolana; venezuelano; venezuelana
      ye: yemeni
      """;

  private static final Map<String, Country> BY_NAME = table();

  private CountryNames() {}

  static Optional<Country> find(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return Optional.ofNullable(BY_NAME.get(fold(text)));
  }

  private static Map<String, Country> table() {
    Map<String, Country> table = new HashMap<>();
    for (String iso : Locale.getISOCountries()) {
      Country country = new Country(iso.toLowerCase(Locale.ROOT));
      for (Language language : Language.values()) {
        table.putIfAbsent(fold(country.name(language)), country);
      }
      table.put(fold(iso), country);
      table.put(fold(Locale.of("", iso).getISO3Country()), country);
    }
    OTHERS.lines().forEach(line -> others(line, table));
    PEOPLES.lines().forEach(line -> others(line, table));
    table.remove("");
    return Map.copyOf(table);
  }

  private static void others(String line, Map<String, Country> table) {
    int colon = line.indexOf(':');
    Country country = new Country(line.substring(0, colon).strip());
    table.put(fold(country.code()), country);
    for (String name : line.substring(colon + 1).split(";", -1)) {
      table.put(fold(name), country);
    }
  }

  /// Lower case, no marks, apostrophes and the words "and" and "the" dropped, everything else that
  /// is no letter one blank.
  private static String fold(String text) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace("'", "")
            .replace("’", "");
    String words = " " + NO_LETTERS.matcher(plain).replaceAll(" ").strip() + " ";
    return FILLING.matcher(words).replaceAll("").strip();
  }
}
