// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.torture;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// What a run found.
///
/// @param ok true if it ran to its end and nothing was lost, doubled or done against policy
/// @param acknowledged deeds of officers that a node acknowledged
record Report(boolean ok, int cuts, long acknowledged, int lost, int doubled, int againstPolicy) {
  static Report of(boolean ended, int cuts, Notebook.Tally tally) {
    return new Report(
        ended && tally.clean(),
        cuts,
        tally.acknowledged(),
        tally.lost().size(),
        tally.doubled().size(),
        tally.againstPolicy().size());
  }

  String json() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("ok", ok);
    fields.put("cuts", cuts);
    fields.put("acknowledged", acknowledged);
    fields.put("lost", lost);
    fields.put("doubled", doubled);
    fields.put("againstPolicy", againstPolicy);
    return JsonMapper.shared().writeValueAsString(fields);
  }
}
