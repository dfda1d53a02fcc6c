// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.SampleInstruments;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.ClauseId;
import lat.enlace.model.Coded;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.ProceduralStage;
import org.junit.jupiter.api.Test;

class NeedsTest {
  @Test
  void of_namesTheStageTheLevelAndTheAuthority() throws Exception {
    assertThat(codes("art-4.1", Shortfall.STAGE)).containsExactly(ProceduralStage.INVESTIGATION);
    assertThat(codes("art-4.1", Shortfall.LEVEL)).containsExactly(ConfidenceLevel.HIT_NO_HIT);
    assertThat(codes("art-6.2", Shortfall.AUTHORITY)).containsExactly(AuthorityRole.JUDGE);
    assertThat(codes("art-4.1", Shortfall.AGENCY))
        .contains(AgencyKind.POLICE)
        .doesNotContain(AgencyKind.INTELLIGENCE);
  }

  @Test
  void of_namesTheLawsWithTheirDays() throws Exception {
    assertThat(needs("art-3.1", Shortfall.LAW))
        .extracting(need -> (Need.Punishable) need)
        .extracting(need -> need.law().state() + " " + need.law().offence().since())
        .containsExactly("CO 2000-07-24", "VE 2010-09-15");
    assertThat(needs("art-4.1", Shortfall.QUOTA)).containsExactly(new Need.PerDay(200));
  }

  @Test
  void of_namesNothingBehindAGate() throws Exception {
    Instrument sample = SampleInstruments.read("co-ve");
    for (Gate gate : Gate.values()) {
      assertThat(Needs.of(new Reason.OfGate(gate), sample)).isEmpty();
    }
    assertThat(Needs.of(new Reason.OfDefault(), sample)).isEmpty();
    assertThat(needs("art-6.3", Shortfall.REFUSED)).isEmpty();
  }

  private static List<Coded> codes(String clause, Shortfall shortfall) throws Exception {
    return ((Need.Codes) needs(clause, shortfall).getFirst()).codes();
  }

  private static List<Need> needs(String clause, Shortfall shortfall) throws Exception {
    return Needs.of(
        new Reason.OfClause(new ClauseId(clause), shortfall), SampleInstruments.read("co-ve"));
  }
}
