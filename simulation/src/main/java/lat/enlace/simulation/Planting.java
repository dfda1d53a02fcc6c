// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Plants a fault in the bytes of a class.
final class Planting {
  private static final String OPTIONAL = "java.util.Optional";
  private static final ClassDesc STRAY = ClassDesc.of("lat.enlace.simulation.Stray");

  private final Mutant mutant;
  private int planted;

  Planting(Mutant mutant) {
    this.mutant = mutant;
  }

  /// In how many places it was planted.
  int planted() {
    return planted;
  }

  /// The class with the fault in it.
  byte[] in(byte[] sound, ClassLoader classes) {
    ClassFile files =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(classes)));
    return files.transformClass(files.parse(sound), transform());
  }

  private ClassTransform transform() {
    return (builder, element) -> {
      if (element instanceof MethodModel method && mutant.isIn(method.methodName().stringValue())) {
        builder.transformMethod(method, change(method));
      } else {
        builder.with(element);
      }
    };
  }

  private MethodTransform change(MethodModel method) {
    return switch (mutant.change()) {
      case Mutation.Returns(String value) ->
          (builder, element) -> {
            boolean whole = method.methodName().equalsString(mutant.method());
            if (whole && element instanceof CodeModel) {
              planted++;
              builder.withCode(code -> {
                push(code, method.methodTypeSymbol().returnType(), value);
                code.return_(TypeKind.from(method.methodTypeSymbol().returnType()));
              });
            } else {
              builder.with(element);
            }
          };
      case Mutation.Calls calls ->
          MethodTransform.transformingCode((code, element) -> call(code, element, calls));
      case Mutation.Says says ->
          MethodTransform.transformingCode((code, element) -> say(code, element, says));
    };
  }

  private void say(CodeBuilder code, CodeElement element, Mutation.Says says) {
    if (element instanceof FieldInstruction field && says.is(field)) {
      planted++;
      code.getstatic(field.owner().asSymbol(), says.instead(), field.typeSymbol());
    } else {
      code.with(element);
    }
  }

  private void call(CodeBuilder code, CodeElement element, Mutation.Calls calls) {
    if (!(element instanceof InvokeInstruction call) || !calls.is(call)) {
      code.with(element);
      return;
    }
    planted++;
    boolean bound = call.opcode() != Opcode.INVOKESTATIC;
    MethodTypeDesc type = call.typeSymbol();
    if (calls.value().equals("stray")) {
      MethodTypeDesc with = type.insertParameterTypes(0, ClassDesc.of("java.lang.Object"));
      code.invokestatic(STRAY, calls.name(), with);
      return;
    }
    List<ClassDesc> stack = new ArrayList<>(type.parameterList());
    boolean argument = calls.value().equals("argument");
    int keep = argument || calls.value().equals("receiver") ? 1 : 0;
    Collections.reverse(stack);
    if (argument) {
      // The one argument stays, what lies under it goes.
      code.swap().pop();
      return;
    }
    stack.forEach(one -> pop(code, one));
    if (bound && keep == 0) {
      code.pop();
    }
    if (keep == 0) {
      push(code, type.returnType(), calls.value());
    }
  }

  private static void pop(CodeBuilder code, ClassDesc type) {
    if (TypeKind.from(type).slotSize() == 2) {
      code.pop2();
    } else {
      code.pop();
    }
  }

  private static void push(CodeBuilder code, ClassDesc type, String value) {
    if (value.equals("itself")) {
      code.aload(0);
      return;
    }
    if (value.equals("null")) {
      code.aconst_null();
      return;
    }
    switch (TypeKind.from(type)) {
      case VOID -> {
        // Nothing is returned.
      }
      case BOOLEAN -> code.loadConstant(value.equals("true") ? 1 : 0);
      case BYTE, SHORT, CHAR, INT -> code.loadConstant(0);
      case LONG -> code.loadConstant(0L);
      case FLOAT, DOUBLE -> throw new IllegalArgumentException("no constant of this type");
      case REFERENCE -> empty(code, type);
    }
  }

  private static void empty(CodeBuilder code, ClassDesc type) {
    String name = type.packageName() + "." + type.displayName();
    switch (name) {
      case OPTIONAL -> code.invokestatic(type, "empty", MethodTypeDesc.of(type));
      case "java.util.List", "java.util.Set", "java.util.Map" ->
          code.invokestatic(type, "of", MethodTypeDesc.of(type), true);
      case "java.lang.String" -> code.loadConstant("");
      default -> throw new IllegalArgumentException("nothing of type " + name);
    }
  }
}
