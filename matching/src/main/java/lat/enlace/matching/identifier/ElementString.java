// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// GS1 element strings: data behind application identifiers, with them in brackets or run together.
/// Judges that every identifier exists, that its data has its form, check digits of trade items and
/// shipments, and that dates exist. Which data must stand together is not judged.
final class ElementString {
  /// Stands after data of no fixed length where more follows.
  static final String END = "\u001D";

  // Identifiers and the form of their data (General Specifications 3.2): n digits, x any, a range
  // where the length varies, k digits with a check digit, d a date.
  private static final String TABLE =
      """
      00:k18 01:k14 02:k14 03:k14 10:x1-20 11:d6 12:d6 13:d6 15:d6 16:d6 17:d6 20:n2 21:x1-20
      22:x1-20 235:x1-28 240:x1-30 241:x1-30 242:n1-6 243:x1-20 250:x1-30 251:x1-30 253:n13x0-17
      254:x1-20 255:n13n0-12 30:n1-8 310.:n6 311.:n6 312.:n6 313.:n6 314.:n6 315.:n6 316.:n6
      320.:n6 321.:n6 322.:n6 323.:n6 324.:n6 325.:n6 326.:n6 327.:n6 328.:n6 329.:n6 330.:n6
      331.:n6 332.:n6 333.:n6 334.:n6 335.:n6 336.:n6 337.:n6 340.:n6 341.:n6 342.:n6 343.:n6
      344.:n6 345.:n6 346.:n6 347.:n6 348.:n6 349.:n6 350.:n6 351.:n6 352.:n6 353.:n6 354.:n6
      355.:n6 356.:n6 357.:n6 360.:n6 361.:n6 362.:n6 363.:n6 364.:n6 365.:n6 366.:n6 367.:n6
      368.:n6 369.:n6 37:n1-8 390.:n1-15 391.:n3n1-15 392.:n1-15 393.:n3n1-15 394.:n4 395.:n6
      400:x1-30 401:x1-30 402:k17 403:x1-30 410:k13 411:k13 412:k13 413:k13 414:k13 415:k13 416:k13
      417:k13 420:x1-20 421:n3x1-9 422:n3 423:n3n0-12 424:n3 425:n3n0-12 426:n3 427:x1-3 4300:x1-35
      4301:x1-35 4302:x1-70 4303:x1-70 4304:x1-70 4305:x1-70 4306:x1-70 4307:x2 4308:x1-30 4309:n20
      4310:x1-35 4311:x1-35 4312:x1-70 4313:x1-70 4314:x1-70 4315:x1-70 4316:x1-70 4317:x2
      4318:x1-20 4319:x1-30 4320:x1-35 4321:n1 4322:n1 4323:n1 4324:n10 4325:n10 4326:n6
      4330:x6-7 4331:x6-7 4332:x6-7 4333:x6-7 7001:n13 7002:x1-30 7003:n10 7004:n1-4 7005:x1-12
      7006:d6 7007:n6-12 7008:x1-3 7009:x1-10 7010:x1-2 7011:n6-10 7020:x1-20 7021:x1-20 7022:x1-20
      7023:x1-30 7030:n3x1-27 7031:n3x1-27 7032:n3x1-27 7033:n3x1-27 7034:n3x1-27 7035:n3x1-27
      7036:n3x1-27 7037:n3x1-27 7038:n3x1-27 7039:n3x1-27 7040:n1x3 710:x1-20 711:x1-20 712:x1-20
      713:x1-20 714:x1-20 715:x1-20 716:x1-20 723.:x3-30 7240:x1-20 7241:n2 7242:x1-25 7250:n8
      7251:n12 7252:n1 7253:x1-40 7254:x1-40 7255:x1-10 7256:x1-90 7257:x1-70 7258:n1x1n1 7259:x1-40
      8001:n14 8002:x1-20 8003:n14x0-16 8004:x1-30 8005:n6 8006:n18 8007:x1-34 8008:n8-12 8009:x1-50
      8010:x1-30 8011:n1-12 8012:x1-20 8013:x1-25 8017:k18 8018:k18 8019:n1-10 8020:x1-25 8026:n18
      8030:x1-90 8110:x1-70 8111:n4 8112:x1-70 8200:x1-70 90:x1-30 91:x1-90 92:x1-90 93:x1-90
      94:x1-90 95:x1-90 96:x1-90 97:x1-90 98:x1-90 99:x1-90
      """;
  private static final Map<String, String> FORMS = forms();
  private static final Pattern PIECE = Pattern.compile("([a-z])(\\d+)(?:-(\\d+))?");

  private record Element(String identifier, String data, boolean open) {}

  private ElementString() {}

  private static Map<String, String> forms() {
    Map<String, String> forms = new TreeMap<>();
    for (String entry : TABLE.strip().split("\\s+", -1)) {
      String[] parts = entry.split(":", -1);
      boolean decimals = parts[0].endsWith(".");
      for (int i = 0; i < (decimals ? 10 : 1); i++) {
        forms.put(decimals ? parts[0].replace(".", "" + i) : parts[0], parts[1]);
      }
    }
    return Map.copyOf(forms);
  }

  static Fault judge(String text) {
    List<Element> elements = elements(text);
    if (elements.isEmpty()) {
      return text.isEmpty() ? Fault.LENGTH : Fault.CHARACTERS;
    }
    Fault fault = Fault.NONE;
    for (Element element : elements) {
      fault = fault == Fault.NONE ? judge(element) : fault;
    }
    return fault;
  }

  private static Fault judge(Element element) {
    char kind = FORMS.getOrDefault(element.identifier(), "x").charAt(0);
    return switch (kind) {
      case 'k' -> Digits.when(Checksums.ean(element.data()));
      case 'd' -> date(element.data()) ? Fault.NONE : Fault.COMPONENT;
      default -> Fault.NONE;
    };
  }

  // Day 00 is the last of the month.
  private static boolean date(String yymmdd) {
    return Dates.ymd(yymmdd.endsWith("00") ? yymmdd.substring(0, 4) + "01" : yymmdd, 0);
  }

  /// Data of fixed length first, as the specification advises, then the rest.
  static String ordered(String text) {
    List<Element> elements = new ArrayList<>(elements(text));
    elements.sort(Comparator.comparing(Element::open).thenComparing(Element::identifier));
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      boolean more = element.open() && i < elements.size() - 1;
      out.append(element.identifier()).append(element.data()).append(more ? END : "");
    }
    return out.toString();
  }

  // Empty if the text is not made of elements.
  private static List<Element> elements(String text) {
    List<Element> elements = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      boolean bracket = text.charAt(at) == '(';
      int close = text.indexOf(')', at);
      String identifier =
          bracket ? text.substring(at + 1, Math.max(at + 1, close)) : identifier(text, at);
      String form = FORMS.get(identifier);
      if (form == null) {
        return List.of();
      }
      int start = bracket ? close + 1 : at + identifier.length();
      int end = end(text, start, form);
      String data = text.substring(start, end);
      if (!data.matches(regex(form))) {
        return List.of();
      }
      elements.add(new Element(identifier, data, form.contains("-")));
      at = end < text.length() && text.startsWith(END, end) ? end + 1 : end;
    }
    return elements;
  }

  private static String identifier(String text, int at) {
    for (int length = 2; length <= 4 && at + length <= text.length(); length++) {
      if (FORMS.containsKey(text.substring(at, at + length))) {
        return text.substring(at, at + length);
      }
    }
    return "";
  }

  // Data ends after its greatest length, or before the end mark or the next bracket.
  private static int end(String text, int start, String form) {
    int most = 0;
    var pieces = PIECE.matcher(form);
    while (pieces.find()) {
      String range = pieces.group(3);
      most += Integer.parseInt(range == null ? pieces.group(2) : range);
    }
    int end = start;
    while (end < text.length()
        && end - start < most
        && !"(\u001D".contains(text.substring(end, end + 1))) {
      end++;
    }
    return end;
  }

  private static String regex(String form) {
    StringBuilder regex = new StringBuilder();
    var pieces = PIECE.matcher(form);
    while (pieces.find()) {
      String range = pieces.group(3) == null ? "" : "," + pieces.group(3);
      regex
          .append(pieces.group(1).equals("x") ? "[!-~&&[^#$@\\[\\]\\\\^`{|}~]]" : "\\d")
          .append('{')
          .append(pieces.group(2))
          .append(range)
          .append('}');
    }
    return regex.toString();
  }
}
