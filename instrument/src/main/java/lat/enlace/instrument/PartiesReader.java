// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import lat.enlace.note.NoteException;
import lat.enlace.note.VerifierKey;

/// Reads who is bound, who speaks for them and who can authorise.
final class PartiesReader {
  private static final NodeId NO_NODE = new NodeId("missing");
  private static final int MAX_KEYS = 4;

  private final Vocabulary vocabulary;
  private final Set<NodeId> nodes = new HashSet<>();
  private final Set<AuthorityId> authorityIds = new HashSet<>();

  PartiesReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  List<Party> parties(Value value) {
    List<Party> all = new ArrayList<>();
    for (Value item : value.list()) {
      all.add(party(item));
    }
    if (!value.isAbsent() && all.size() < 2) {
      value.problem(Problem.Code.CONTRADICTION, "name at least two parties");
    }
    return all;
  }

  Party party(Value value) {
    Fields fields = value.fields();
    StateCode state = vocabulary.states().declare(fields.required("state"));
    Value nodeValue = fields.required("node");
    NodeId node = nodeValue.form(NodeId::new, NO_NODE, "co.example/enlace");
    if (!node.equals(NO_NODE) && !nodes.add(node)) {
      nodeValue.problem(Problem.Code.DUPLICATE, "give each party a node of its own");
    }
    LocalText name = vocabulary.localText(fields.required("name"));
    List<VerifierKey> keys = rootKeys(fields.required("root-keys"));
    fields.end();
    return new Party(state, node, name, keys);
  }

  private List<VerifierKey> rootKeys(Value value) {
    List<VerifierKey> keys = new ArrayList<>();
    for (Value item : value.list()) {
      VerifierKey key = rootKey(item);
      if (keys.contains(key) && !key.equals(Placeholder.KEY)) {
        item.problem(Problem.Code.DUPLICATE, "name each root key once");
      } else {
        keys.add(key);
      }
    }
    if (!value.isAbsent() && (keys.isEmpty() || keys.size() > MAX_KEYS)) {
      value.problem(Problem.Code.VALUE, "name one to four root keys");
    }
    return keys.isEmpty() ? List.of(Placeholder.KEY) : keys;
  }

  private static VerifierKey rootKey(Value value) {
    String text = value.scalar().orElse("");
    if (text.isEmpty()) {
      return Placeholder.KEY;
    }
    try {
      VerifierKey key = VerifierKey.parse(text);
      if (key.type().checkpointsOnly()) {
        value.problem(Problem.Code.VALUE, "name a key that signs texts, not checkpoints");
      }
      return key;
    } catch (NoteException e) {
      value.problem(
          Problem.Code.VALUE, "write the verifier key as its owner gave it (" + e.code() + ")");
      return Placeholder.KEY;
    }
  }

  List<Mandate> mandates(Value value) {
    List<Mandate> all = new ArrayList<>();
    for (Value item : value.list()) {
      all.add(mandate(item));
    }
    return all;
  }

  Mandate mandate(Value value) {
    Fields fields = value.fields();
    StateCode state = vocabulary.states().use(fields.required("state"));
    String holder = fields.required("holder").text();
    String act = fields.required("act").text();
    LocalDate since = fields.required("since").date();
    Mandate.Status status =
        fields.required("status").code(Mandate.Status.class, Mandate.Status.VALID);
    fields.end();
    return new Mandate(state, holder, act, since, status);
  }

  List<Authority> authorities(Value value) {
    List<Authority> all = new ArrayList<>();
    for (Value item : value.list()) {
      all.add(authority(item));
    }
    return all;
  }

  private Authority authority(Value value) {
    Fields fields = value.fields();
    Value idValue = fields.required("id");
    AuthorityId id = idValue.form(AuthorityId::new, Placeholder.AUTHORITY, "co-fiscalia");
    if (!id.equals(Placeholder.AUTHORITY) && !authorityIds.add(id)) {
      idValue.problem(Problem.Code.DUPLICATE, "give each authority an id of its own");
    }
    StateCode state = vocabulary.states().use(fields.required("state"));
    String name = fields.required("name").text();
    AuthorityRole role =
        fields.required("role").code(AuthorityRole.class, AuthorityRole.SUPERVISOR);
    Set<DispatchKind> kinds =
        fields.required("authorises").codeSet(DispatchKind.class, DispatchKind.QUESTION);
    fields.end();
    return new Authority(id, state, name, role, kinds);
  }
}
