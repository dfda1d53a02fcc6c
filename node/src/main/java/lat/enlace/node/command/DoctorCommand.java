// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.doctor.Doctor;
import lat.enlace.node.doctor.LinksFile;
import lat.enlace.node.doctor.PeerAddress;
import lat.enlace.node.doctor.Step;
import lat.enlace.node.keys.Unlocking;
import lat.enlace.node.store.DatabaseSettings;
import lat.enlace.node.wiring.OpenNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `./enlace doctor`: names the broken step and its mend. Exit code 1 if a step is broken.
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Look at a node and its links step by step; name what is broken and how to mend it.")
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "PEER", arity = "0..1", description = "only this partner's link")
  private String peer = "";

  @Option(names = "--json", description = "one JSON object on standard output")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    DataFolder folder = data.folder();
    List<PeerAddress> peers =
        LinksFile.read(folder).stream()
            .filter(one -> peer.isEmpty() || one.node().value().equals(peer))
            .toList();
    List<Step> steps =
        new Doctor(folder, OpenNode.systemClock().now()).look(new ByFolder(folder), peers);
    if (!peer.isEmpty() && peers.isEmpty()) {
      steps = new ArrayList<>(steps);
      steps.add(Doctor.noSuchPartner(peer));
    }
    boolean sound = steps.stream().noneMatch(step -> step.verdict() == Step.Verdict.BROKEN);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writeValueAsString(new Report(sound, steps)));
    } else {
      steps.forEach(step -> out.println(line(step)));
    }
    return sound ? NodeLine.DONE : NodeLine.NO;
  }

  static String line(Step step) {
    String verdict = step.verdict().name().toLowerCase(Locale.ROOT);
    String mend = step.mend().isEmpty() ? "" : "\n          mend: " + step.mend();
    return "%-8s  %s: %s%s".formatted(verdict, step.name(), step.detail(), mend);
  }

  record Report(boolean ok, List<Step> steps) {}

  record ByFolder(DataFolder folder) implements Doctor.Access {
    @Override
    public Unlocking unlocking(NodeSettings settings) throws ConfigException {
      return DataOption.unlocker().unlocking(settings.unlock());
    }

    @Override
    public DatabaseSettings database(NodeSettings settings) throws ConfigException {
      return OpenNode.databaseSettings(folder, settings.database());
    }
  }
}
