// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.model.Agency;
import lat.enlace.model.AgencyId;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.Coded;
import lat.enlace.model.Language;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.login.AccountDesk;
import lat.enlace.node.login.LoginException;
import lat.enlace.node.wiring.OpenNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `./enlace node account`: opens an account in a stopped node, or gives it another password.
/// Passwords come from a file, never from the command line, where other users would see them.
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = "Open an account, or change its password, while the node is stopped.")
final class AccountCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Parameters(index = "0", paramLabel = "ID", description = "name of the account")
  private String id = "";

  @Option(
      names = "--password-file",
      required = true,
      paramLabel = "FILE",
      description = "first line: the password; second line, for an authority: the passphrase")
  private Path passwordFile = Path.of("");

  @Option(
      names = "--role",
      arity = "1..*",
      description = "roles by code; none: change the password")
  private List<String> roles = new ArrayList<>();

  @Option(names = "--agency", description = "for instance co-policia")
  private String agency = "";

  @Option(names = "--agency-kind", defaultValue = "police", description = "kind of the agency")
  private String agencyKind = "police";

  @Option(names = "--unit", defaultValue = "spoc", description = "unit within the agency")
  private String unit = "spoc";

  @Option(names = "--language", defaultValue = "es", description = "es, pt, en, fr or nl")
  private String language = "es";

  @Override
  public Integer call()
      throws ConfigException, KeysException, ExchangeException, IOException, LoginException {
    OfficerId officer = officerId();
    List<String> secrets = GivenFile.lines(passwordFile);
    if (secrets.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "the password file is empty");
    }
    try (OpenNode node = data.open()) {
      AccountDesk desk = node.accountDesk(node.core());
      OfficerId console = Console.officer(node.settings().identity(), Role.OPERATOR).id();
      if (roles.isEmpty()) {
        desk.resetPassword(console, officer, secrets.getFirst());
      } else {
        desk.open(console, officer(node), secrets.getFirst());
      }
      if (secrets.size() > 1 && !secrets.get(1).isBlank()) {
        desk.makeKey(officer, "", secrets.get(1));
        spec.commandLine()
            .getErr()
            .println("enlace: the personal key signs once the rights officer confirmed it");
      }
    }
    spec.commandLine().getErr().println("enlace: account " + id + " is ready");
    return NodeLine.DONE;
  }

  private OfficerId officerId() {
    try {
      return new OfficerId(id);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "an account's name is lower-case letters, digits and . _ -", e);
    }
  }

  private Officer officer(OpenNode node) {
    try {
      Set<Role> held = EnumSet.noneOf(Role.class);
      roles.forEach(code -> held.add(coded(Role.class, code)));
      Agency home =
          new Agency(
              new AgencyId(agency),
              node.settings().identity().state(),
              coded(AgencyKind.class, agencyKind));
      return new Officer(
          new OfficerId(id), home, new UnitId(unit), held, coded(Language.class, language));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static <E extends Enum<E> & Coded> E coded(Class<E> type, String code) {
    return Coded.find(type, code)
        .orElseThrow(
            () -> new IllegalArgumentException(type.getSimpleName() + " has no code " + code));
  }
}
