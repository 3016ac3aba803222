package dev.kindred.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KernelChoiceTest {

  private static final String VECTOR = "--add-modules=jdk.incubator.vector";

  @Test
  void theChoiceIsMadeOnce() {
    assertThat(Kernels.get()).isSameAs(Kernels.get());
  }

  @Test
  void withTheModuleTheVectorKernelsAreThere() {
    assertThat(KernelChoice.vectorOrScalar()).isInstanceOf(VectorKernels.class);
  }

  @Test
  void withoutTheModuleThePlainKernelsRun() throws Exception {
    assertThat(nameInNewJvm(List.of())).isEqualTo("scalar");
  }

  @Test
  void thePropertyRefusesVectors() throws Exception {
    assertThat(nameInNewJvm(List.of(VECTOR, "-Dkindred.vector=false"))).isEqualTo("scalar");
  }

  @Test
  void withoutTheOptimisingCompilerThePlainKernelsRun() throws Exception {
    assertThat(nameInNewJvm(List.of(VECTOR, "-XX:TieredStopAtLevel=1"))).isEqualTo("scalar");
  }

  @ParameterizedTest(name = "padded({0}) is {1}")
  @CsvSource({"0,0", "1,32", "31,32", "32,32", "33,64", "100,128"})
  void padded(int k, int expected) {
    assertThat(Kernels.padded(k)).isEqualTo(expected);
  }

  private static String nameInNewJvm(List<String> options)
      throws IOException, InterruptedException, URISyntaxException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(location(Kernels.class) + java.io.File.pathSeparator + location(PrintName.class));
    command.add(PrintName.class.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.strip();
  }

  private static Path location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** The main class of the other JVM. */
  static final class PrintName {

    private PrintName() {}

    public static void main(String[] args) {
      System.out.println(Kernels.get().name());
    }
  }
}
