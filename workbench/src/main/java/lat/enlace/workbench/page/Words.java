// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.Coded;
import lat.enlace.model.Language;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import lat.enlace.model.clock.Term;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Statement;
import lat.enlace.workbench.NodeProfile;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Puts codes, times, clocks and numbers into the words of the reader of the request being served.
/// Templates know it as {@code @w}.
@Component("w")
public class Words {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final Set<Property> COUNTRIES =
      Set.of(
          Property.COUNTRY,
          Property.NATIONALITY,
          Property.CITIZENSHIP,
          Property.FLAG,
          Property.JURISDICTION,
          Property.BIRTH_COUNTRY);
  private static final Pattern COUNTRY_CODE = Pattern.compile("\\b[a-z]{2}\\b");
  private static final Pattern ZEROS = Pattern.compile("(\\.\\d{2}\\d*?)0+$");
  private static final long MINUTES_PER_HOUR = 60;
  private static final long HOURS_PER_DAY = 24;
  private static final int THOUSAND = 3;
  private static final String PROPERTY = "p.";

  private final MessageSource messages;
  private final NodeProfile node;
  private final Clock clock;
  private final Partners partners;

  Words(MessageSource messages, NodeProfile node, Clock clock, Partners partners) {
    this.messages = messages;
    this.node = node;
    this.clock = clock;
    this.partners = partners;
  }

  /// The message of {@code key}.
  public String text(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale());
  }

  /// The message of {@code prefix.code}, or the code itself where the bundle has none: for codes of
  /// later versions.
  public String code(String prefix, String code) {
    return reason(prefix + "." + code, code);
  }

  /// The message of {@code key} in the bundle of reasons, or {@code otherwise}.
  public String reason(String key, String otherwise) {
    return Objects.requireNonNullElse(
        messages.getMessage(key, new Object[0], otherwise, locale()), otherwise);
  }

  /// The label of a member of a closed list.
  public String label(Coded coded) {
    return code(listName(coded.getClass()), coded.code());
  }

  /// The label of a field, by the name it is sent under.
  public String field(String name) {
    return name.startsWith(PROPERTY)
        ? code("property", name.substring(PROPERTY.length()))
        : code("field", name);
  }

  /// The labels, in the order of the list, parted by commas.
  public <E extends Enum<E> & Coded> String labels(Collection<E> codes) {
    return codes.stream().sorted().map(this::label).collect(Collectors.joining(", "));
  }

  /// The value of a statement as people write it: countries by name, genders in words.
  public String value(Statement statement) {
    if (namesCountry(statement.property())) {
      return country(statement.value());
    }
    return statement.property().equals(Property.GENDER)
        ? code("gender", statement.value())
        : statement.value();
  }

  /// What a feature was compared by, as people write it: countries by name, genders in words.
  public String feature(Coded feature, String value) {
    return switch (feature.code()) {
      case "country", "nationality" ->
          COUNTRY_CODE.matcher(value).replaceAll(code -> country(code.group()));
      case "gender" -> code("gender", value);
      default -> value;
    };
  }

  /// Why a feature counts, as the matcher says it, with the countries it names in words.
  public String why(Coded feature, String words) {
    int list = words.lastIndexOf(": ") + 2;
    boolean countries = feature.code().equals("country") || feature.code().equals("nationality");
    if (!countries || list < 2) {
      return words;
    }
    return words.substring(0, list)
        + Arrays.stream(words.substring(list).split(", "))
            .map(code -> feature(feature, code))
            .distinct()
            .collect(Collectors.joining(", "));
  }

  /// A number with a decimal point, with the reader's decimal sign and at most two zeros at its
  /// end.
  public String decimal(String number) {
    char sign = DecimalFormatSymbols.getInstance(locale()).getDecimalSeparator();
    return ZEROS.matcher(number).replaceAll("$1").replace('.', sign);
  }

  /// The codes, in the order of their list.
  public <E extends Enum<E> & Coded> List<E> ordered(Collection<E> codes) {
    return codes.stream().sorted().toList();
  }

  /// The part of message keys that names a closed list, for instance {@code AskedQuestion.State}.
  public static String listName(Class<?> type) {
    Class<?> list = type.isEnum() ? type : type.getSuperclass();
    String name = list.getName();
    return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
  }

  /// The name of a state.
  public String state(StateCode state) {
    return Locale.of("", state.value()).getDisplayCountry(locale());
  }

  /// The name of the state whose node this is, or the node's id if no agreement names it.
  public String partner(NodeId id) {
    return partners.state(id).map(this::state).orElse(id.value());
  }

  /// The two letters of the state whose node this is, or a dash.
  public String partnerCode(NodeId id) {
    return partners.state(id).map(StateCode::value).orElse("–");
  }

  /// The state of a node given by its id as text; the text itself if it is none.
  public String partnerNamed(String id) {
    return partners.named(id).map(this::state).orElse(id);
  }

  /// Bytes that are text.
  public String utf8(Bytes text) {
    return new String(text.toArray(), StandardCharsets.UTF_8);
  }

  /// One line each.
  public String textLines(List<String> lines) {
    return String.join("\n", lines);
  }

  /// A country by its two letters, as data sets write it.
  public String country(String code) {
    String name = Locale.of("", code.toUpperCase(Locale.ROOT)).getDisplayCountry(locale());
    return name.isEmpty() ? code : name;
  }

  /// Day and time in the node's zone.
  public String time(Instant at) {
    return TIME.format(at.atZone(node.zone()));
  }

  /// The time alone if it is today, else day and time.
  public String shortTime(Instant at) {
    ZonedDateTime zoned = at.atZone(node.zone());
    return zoned.toLocalDate().equals(today()) ? HOUR.format(zoned) : TIME.format(zoned);
  }

  /// Today in the node's zone.
  public LocalDate today() {
    return LocalDate.ofInstant(clock.now(), node.zone());
  }

  /// True if {@code at} is today in the node's zone.
  public boolean isToday(Instant at) {
    return LocalDate.ofInstant(at, node.zone()).equals(today());
  }

  /// A whole number with thin spaces between thousands.
  public String number(long value) {
    StringBuilder digits = new StringBuilder(Long.toString(value));
    for (int i = digits.length() - THOUSAND; i > 0; i -= THOUSAND) {
      digits.insert(i, '\u202f');
    }
    return digits.toString();
  }

  /// How long ago.
  public String ago(Instant at) {
    Duration since = Duration.between(at, clock.now());
    return since.toMinutes() < 1 ? text("clock.now") : text("clock.ago", span(since));
  }

  /// A span in its two largest units.
  public String span(Duration span) {
    long minutes = Math.max(0, span.toMinutes());
    long hours = minutes / MINUTES_PER_HOUR;
    long days = hours / HOURS_PER_DAY;
    if (days > 0) {
      return units("span.days", "span.wholeDays", days, hours % HOURS_PER_DAY);
    }
    if (hours > 0) {
      return units("span.hours", "span.wholeHours", hours, minutes % MINUTES_PER_HOUR);
    }
    return text("span.minutes", Long.toString(minutes));
  }

  /// A term of a clock.
  public String term(Term term) {
    return switch (term) {
      case Term.Elapsed(Duration length) -> span(length);
      case Term.WorkingDays(int days) -> text("span.workingDays", Integer.toString(days));
    };
  }

  private String units(String both, String whole, long large, long small) {
    return small == 0
        ? text(whole, Long.toString(large))
        : text(both, Long.toString(large), Long.toString(small));
  }

  /// A clock that started at {@code from} and ends at {@code due}.
  public Clockface clock(Instant from, Instant due) {
    Instant now = clock.now();
    int elapsed = Clockface.elapsed(from, due, now);
    Clockface.Tone tone = Clockface.tone(due, now, elapsed);
    String words =
        tone == Clockface.Tone.LATE
            ? text("clock.late", span(Duration.between(due, now)))
            : text("clock.left", span(Duration.between(now, due)));
    return new Clockface(words, tone, elapsed);
  }

  /// The language of the request.
  public Language language() {
    return Coded.find(Language.class, locale().getLanguage()).orElse(Language.EN);
  }

  /// All languages an agreement can be read in.
  public List<Language> languages() {
    return List.of(Language.values());
  }

  /// The name of a language in itself.
  public String languageName(Language language) {
    Locale self = Locale.of(language.code());
    return self.getDisplayLanguage(self);
  }

  private Locale locale() {
    return LocaleContextHolder.getLocale();
  }

  /// True if the values of a property are countries by their code.
  public static boolean namesCountry(Property property) {
    return COUNTRIES.contains(property);
  }
}
