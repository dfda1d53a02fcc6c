// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lat.enlace.exchange.Alerting;
import lat.enlace.exchange.Alike;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Consenting;
import lat.enlace.exchange.Heeding;
import lat.enlace.exchange.Holding;
import lat.enlace.exchange.Informing;
import lat.enlace.exchange.Links;
import lat.enlace.exchange.ReadingStep;
import lat.enlace.exchange.Recalling;
import lat.enlace.exchange.Replying;
import lat.enlace.exchange.Requesting;
import lat.enlace.exchange.Warnings;
import lat.enlace.exchange.Whereabouts;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.Mandate;
import lat.enlace.instrument.Standing;
import lat.enlace.instrument.decision.Side;
import lat.enlace.matching.ComparedFeature;
import lat.enlace.matching.Strength;
import lat.enlace.model.ActionCode;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.Agreement;
import lat.enlace.model.AlertAction;
import lat.enlace.model.AlertFlag;
import lat.enlace.model.AlertMarker;
import lat.enlace.model.Band;
import lat.enlace.model.Coded;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.ConsentCondition;
import lat.enlace.model.DataCategory;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.FeatureName;
import lat.enlace.model.Ground;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.InformationGrade;
import lat.enlace.model.InformationUse;
import lat.enlace.model.ItemUse;
import lat.enlace.model.LegalReason;
import lat.enlace.model.ProceduralStage;
import lat.enlace.model.Purpose;
import lat.enlace.model.RecallAction;
import lat.enlace.model.RefusalCode;
import lat.enlace.model.RequestType;
import lat.enlace.model.Role;
import lat.enlace.model.SourceGrade;
import lat.enlace.model.StatementKind;
import lat.enlace.model.SubjectCategory;
import lat.enlace.model.TraceEnd;
import lat.enlace.model.TransnationalElement;
import lat.enlace.model.Urgency;
import lat.enlace.model.UrgentReason;
import lat.enlace.model.clock.Pause;
import lat.enlace.model.clock.ReplyClock;
import lat.enlace.model.dispatch.AlertBody;
import lat.enlace.model.dispatch.ConsentBody;
import lat.enlace.model.dispatch.RequestBody;
import lat.enlace.model.dispatch.WarningBody;
import lat.enlace.model.dispatch.WhereaboutsBody;
import lat.enlace.model.entity.Schema;
import lat.enlace.workbench.ask.SubjectKind;
import lat.enlace.workbench.page.Words;
import lat.enlace.workbench.verdict.Verdict;
import org.junit.jupiter.api.Test;

/// Every text of every page stands in both bundles.
class BundlesTest {
  private static final Path RESOURCES =
      Path.of(System.getProperty("enlace.root", "."), "workbench/src/main/resources");
  private static final Pattern TAG =
      Pattern.compile("<!--.*?-->|<(?:\"[^\"]*\"|[^>\"])*>", Pattern.DOTALL);
  private static final Pattern WORDS_IN_ATTRIBUTES =
      Pattern.compile("\\s(placeholder|title|alt|aria-label|data-label)=\"[^\"]+\"");
  private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9.-]+)[}(]");

  private static final List<Class<? extends Coded>> LISTS =
      List.of(
          ActionCode.class,
          ItemUse.class,
          ConsentCondition.class,
          ConsentBody.Consent.Word.class,
          Consenting.Consent.State.class,
          AlertAction.class,
          AlertFlag.class,
          AlertMarker.class,
          LegalReason.class,
          AlertBody.Stance.Stand.class,
          AlertBody.Hit.Outcome.class,
          AlertBody.Hit.Hindrance.class,
          AlertBody.Change.What.class,
          Alerting.Alert.State.class,
          Alerting.Delivery.State.class,
          Heeding.HeldAlert.State.class,
          Heeding.Found.State.class,
          AgencyKind.class,
          Agreement.class,
          AuthorityRole.class,
          Band.class,
          WarningBody.Warning.Threat.class,
          WarningBody.Warning.Imminence.class,
          WarningBody.Action.Act.class,
          WarningBody.Review.Finding.class,
          Warnings.Warning.State.class,
          WhereaboutsBody.Inquiry.AskedBy.class,
          WhereaboutsBody.Reply.Finding.class,
          AskedQuestion.State.class,
          ConfidenceLevel.class,
          DataCategory.class,
          DispatchKind.class,
          ComparedFeature.class,
          FeatureName.class,
          Ground.class,
          HandlingCode.class,
          Holding.HeldFollowUp.State.class,
          Holding.HeldQuestion.State.class,
          InformationGrade.class,
          Links.Trouble.class,
          Mandate.Status.class,
          ProceduralStage.class,
          Purpose.class,
          ReadingStep.class,
          RecallAction.class,
          Recalling.RecallView.State.class,
          RefusalCode.class,
          Role.class,
          Schema.class,
          Side.class,
          SourceGrade.class,
          Standing.State.class,
          StatementKind.class,
          Strength.class,
          SubjectCategory.class,
          Staff.Outcome.class,
          SubjectKind.class,
          TransnationalElement.class,
          Urgency.class,
          Verdict.Outcome.class,
          Whereabouts.Inquiry.State.class,
          RequestType.class,
          UrgentReason.class,
          TraceEnd.class,
          InformationUse.class,
          Alike.Channel.class,
          Requesting.SentRequest.State.class,
          Replying.HeldRequest.State.class,
          Informing.Information.State.class,
          RequestBody.Progress.Step.class,
          ReplyClock.State.class,
          Pause.Reason.class);

  @Test
  void bundles_haveTheSameKeys() throws IOException {
    assertThat(bundle("messages_es").keySet()).isEqualTo(bundle("messages").keySet());
  }

  @Test
  void bundles_useNoStraightApostrophe() throws IOException {
    assertThat(bundle("messages").values()).noneMatch(text -> text.toString().contains("'"));
    assertThat(bundle("messages_es").values()).noneMatch(text -> text.toString().contains("'"));
  }

  @Test
  void bundles_nameEveryMemberOfEveryClosedList() throws IOException {
    Properties words = bundle("messages");
    for (Class<? extends Coded> list : LISTS) {
      for (Coded member : list.getEnumConstants()) {
        assertThat(words).containsKey(Words.listName(list) + "." + member.code());
      }
    }
  }

  @Test
  void templates_holdNoLiteralText() throws IOException {
    for (Path template : templates()) {
      String html = Files.readString(template);
      String text = TAG.matcher(html).replaceAll(" ");
      assertThat(text.replaceAll("[\\s·→✓:,–]", "")).as(template.toString()).isEmpty();
      assertThat(WORDS_IN_ATTRIBUTES.matcher(html).find()).as(template.toString()).isFalse();
    }
  }

  @Test
  void templates_useOnlyKeysThatExist() throws IOException {
    TreeSet<String> used = new TreeSet<>();
    for (Path template : templates()) {
      Matcher matcher = KEY.matcher(Files.readString(template));
      while (matcher.find()) {
        used.add(matcher.group(1));
      }
    }
    assertThat(bundle("messages").stringPropertyNames()).containsAll(used);
  }

  @Test
  void templates_carryNoScriptAndNoStyle() throws IOException {
    for (Path template : templates()) {
      assertThat(Files.readString(template))
          .as(template.toString())
          .doesNotContainPattern("<script|<style|\\sstyle=|\\son[a-z]+=");
    }
  }

  @Test
  void components_sayWhatTheyAreFor() throws IOException {
    try (Stream<Path> folders = Files.list(RESOURCES.resolve("templates/components"))) {
      assertThat(folders.toList())
          .allSatisfy(
              folder -> assertThat(folder.resolve(folder.getFileName() + ".md")).isRegularFile());
    }
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
      return files.filter(file -> file.toString().endsWith(".html")).toList();
    }
  }

  private static Properties bundle(String name) throws IOException {
    Properties words = new Properties();
    try (var reader =
        Files.newBufferedReader(
            RESOURCES.resolve("lat/enlace/workbench/" + name + ".properties"))) {
      words.load(reader);
    }
    return words;
  }
}
