// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.doctor.FolderCheck;
import lat.enlace.node.doctor.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `./enlace fsck --data DIR`: a look at the keys, the rows and the ledger that a node keeps.
@Command(
    name = "fsck",
    mixinStandardHelpOptions = true,
    description = {
      "Look at every key, every row and the whole ledger of a node, running or stopped;",
      "say what is hurt and how to mend it. Exit code 0: sound. 1: not."
    })
final class FsckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Option(names = "--json", description = "one JSON object on standard output")
  private boolean json;

  @Override
  public Integer call() {
    DataFolder folder = data.folder();
    List<Step> steps = new FolderCheck(folder).look(new DoctorCommand.ByFolder(folder));
    boolean sound =
        steps.stream()
            .noneMatch(step ->
                step.verdict() == Step.Verdict.BROKEN || step.verdict() == Step.Verdict.SKIPPED);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(JsonMapper.shared().writeValueAsString(new DoctorCommand.Report(sound, steps)));
    } else {
      steps.forEach(step -> out.println(DoctorCommand.line(step)));
    }
    return sound ? NodeLine.DONE : NodeLine.NO;
  }
}
