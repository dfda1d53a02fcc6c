// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.arch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.Objects;

/// Tells a written {@code toString} from the one the compiler gives a record.
final class GeneratedMethods {
  private GeneratedMethods() {}

  /// True if {@code type} declares a {@code toString} whose code is not the record bootstrap.
  static boolean writesItsOwnToString(Class<?> type) {
    String file = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(type.getResourceAsStream(file))) {
      return ClassFile.of().parse(in.readAllBytes()).methods().stream()
          .filter(method -> method.methodName().equalsString("toString"))
          .filter(method -> method.methodType().equalsString("()Ljava/lang/String;"))
          .anyMatch(method -> !isRecordBootstrap(method));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRecordBootstrap(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementStream())
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(InvokeDynamicInstruction.class::cast)
        .anyMatch(call ->
            call.bootstrapMethod()
                .owner()
                .descriptorString()
                .equals("Ljava/lang/runtime/ObjectMethods;"));
  }
}
