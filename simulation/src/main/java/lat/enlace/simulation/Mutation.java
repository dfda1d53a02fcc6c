// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;

/// What becomes of a method.
sealed interface Mutation {
  /// It returns at once.
  ///
  /// @param value true, false, nothing, or itself
  record Returns(String value) implements Mutation {}

  /// A call in it is not made.
  ///
  /// @param owner simple name of the class it is declared in, without what encloses it
  /// @param value what comes of it: true, false, nothing, the receiver, the argument, or a stray
  ///   value from outside the ports
  record Calls(String owner, String name, String value) implements Mutation {
    boolean is(InvokeInstruction call) {
      return call.name().equalsString(name) && named(call.owner().asInternalName(), owner);
    }
  }

  /// A constant in it is another of the same type.
  record Says(String owner, String name, String instead) implements Mutation {
    boolean is(FieldInstruction field) {
      return field.opcode() == Opcode.GETSTATIC
          && field.name().equalsString(name)
          && named(field.owner().asInternalName(), owner);
    }
  }

  private static boolean named(String internal, String simple) {
    return internal.endsWith("/" + simple) || internal.endsWith("$" + simple);
  }

  /// Reads {@code returns V}, {@code OWNER.NAME gives V} or {@code OWNER.NAME becomes OTHER}.
  static Mutation read(String text) {
    String[] words = text.split(" ", -1);
    if (words.length == 2 && words[0].equals("returns")) {
      return new Returns(words[1]);
    }
    int dot = words[0].lastIndexOf('.');
    if (words.length != 3 || dot < 0) {
      throw new IllegalArgumentException("not a change: " + text);
    }
    String owner = words[0].substring(0, dot);
    String name = words[0].substring(dot + 1);
    return switch (words[1]) {
      case "gives" -> new Calls(owner, name, words[2]);
      case "becomes" -> new Says(owner, name, words[2]);
      default -> throw new IllegalArgumentException("not a change: " + text);
    };
  }
}
