package io.v11.training.trainer.torch;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.util.Utils;

/**
 * The PyTorch engine of DJL, loaded without network and set to one thread, so that sums have one order. The native library
 * comes out of a jar on the class path and is unpacked once into a cache folder; when that fails, the message says what is
 * missing and where it was looked for. Only this module may have it on its class path.
 */
public final class PyTorch {
    private static final String NAME = "PyTorch";

    private PyTorch() {
    }

    /** Loads the engine, once for each process. */
    public static Engine engine() {
        // Read by DJL when the engine is first touched; later changes have no effect.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        try {
            return Engine.getEngine(NAME);
        } catch (EngineException | IllegalStateException | IllegalArgumentException | LinkageError e) {
            throw new IllegalStateException("PyTorch cannot be loaded: " + rootMessage(e)
                    + ". Training nets needs ai.djl.pytorch:pytorch-engine, pytorch-jni and pytorch-native-cpu (for this"
                    + " platform: linux-x86_64) on the class path of the training process, and about 450 MB in "
                    + Utils.getEngineCacheDir(NAME) + " (DJL_CACHE_DIR moves it). Nothing is downloaded.", e);
        }
    }

    /**
     * The values as a tensor in memory of the library's own. One made of a Java buffer shares its memory: where that lies
     * and how long it lives would be the garbage collector's business.
     */
    public static NDArray tensor(NDManager manager, float[] values, Shape shape) {
        try (NDArray borrowed = manager.create(values, shape)) {
            return borrowed.duplicate();
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
