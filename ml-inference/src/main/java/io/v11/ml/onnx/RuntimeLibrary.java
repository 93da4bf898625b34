package io.v11.ml.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

import ai.onnxruntime.OrtEnvironment;

/**
 * The shared library that lies in the onnxruntime jar, loaded without the jar's own Java interface. It is written to a
 * temporary file, opened, and the file removed at once where the system allows that, so that a killed process leaves
 * nothing behind. Cold path.
 */
final class RuntimeLibrary {
    private RuntimeLibrary() {
    }

    /** Opens the library for the life of the process. */
    static SymbolLookup open() {
        String resource = resource(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (InputStream content = OrtEnvironment.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new UnsatisfiedLinkError("the onnxruntime jar has no " + resource);
            }
            Path file = Files.createTempFile("v11-onnxruntime-", suffix(resource));
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            SymbolLookup symbols = SymbolLookup.libraryLookup(file, Arena.global());
            removeIfPossible(file);
            return symbols;
        } catch (IOException e) {
            throw new UnsatisfiedLinkError("cannot unpack " + resource + ": " + e.getMessage());
        }
    }

    private static void removeIfPossible(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            // Windows keeps loaded libraries locked; there the file goes when the process ends.
            file.toFile().deleteOnExit();
        }
    }

    /** Where the library for a system lies in the jar. */
    static String resource(String osName, String osArchitecture) {
        String name = osName.toLowerCase(Locale.ROOT);
        String architecture = osArchitecture.matches("aarch64|arm64") ? "aarch64" : "x64";
        if (name.startsWith("windows")) {
            return "native/win-" + architecture + "/onnxruntime.dll";
        }
        return name.startsWith("mac")
                ? "native/osx-" + architecture + "/libonnxruntime.dylib"
                : "native/linux-" + architecture + "/libonnxruntime.so";
    }

    private static String suffix(String resource) {
        return resource.substring(resource.lastIndexOf('.'));
    }
}
