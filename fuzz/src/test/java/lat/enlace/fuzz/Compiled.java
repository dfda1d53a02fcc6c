// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/// The compiled code, read once; it takes seconds, so the fuzzers are told what was found.
final class Compiled {
  private static final String PAGES = "lat.enlace.workbench.";

  /// All but the pages, which read forms that Spring has read.
  static final List<JavaClass> TYPES = read();

  private Compiled() {}

  private static List<JavaClass> read() {
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("lat.enlace")
            .stream()
            .filter(type -> !type.getName().startsWith(PAGES))
            .toList();
  }
}
