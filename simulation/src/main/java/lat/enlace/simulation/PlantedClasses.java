// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// A world of its own: every class of the product and of the simulation once more, one of them with
/// a fault in it.
final class PlantedClasses extends ClassLoader {
  private static final String OURS = "lat.enlace.";

  private final List<Mutant> planted;
  private final ClassLoader sound;

  PlantedClasses(Mutant mutant) {
    super("planted " + mutant.name(), PlantedClasses.class.getClassLoader());
    this.planted = List.of(mutant);
    this.sound = PlantedClasses.class.getClassLoader();
  }

  private PlantedClasses() {
    super("sound", PlantedClasses.class.getClassLoader());
    this.planted = List.of();
    this.sound = PlantedClasses.class.getClassLoader();
  }

  /// A world without any fault, for comparison.
  static PlantedClasses sound() {
    return new PlantedClasses();
  }

  /// The bytes of the class with the fault.
  ///
  /// @throws IllegalStateException if there is no such place any more
  static byte[] bytes(Mutant mutant, ClassLoader sound) throws ClassNotFoundException {
    Planting planting = new Planting(mutant);
    byte[] bytes = planting.in(read(mutant.type(), sound), sound);
    if (planting.planted() == 0) {
      throw new IllegalStateException(mutant.name() + ": nothing to change in " + mutant.method());
    }
    return bytes;
  }

  private static byte[] read(String name, ClassLoader sound) throws ClassNotFoundException {
    try (InputStream in = sound.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? findClass(name) : known;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = read(name, sound);
    for (Mutant mutant : planted) {
      bytes = name.equals(mutant.type()) ? bytes(mutant, sound) : bytes;
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
