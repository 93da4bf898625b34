package io.v11.ml.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * The least that a call of ONNX Runtime from Java can be: one row bound once, {@code RunWithBinding}, one number read. What
 * our sessions are measured against; statuses are looked at but not explained. Lives as long as the process; confined to
 * one thread.
 */
public final class BareCall {
    private final MemorySegment input;
    private final MemorySegment output;
    private final long session;
    private final long binding;

    public BareCall(byte[] content, int features) {
        Arena arena = Arena.global();
        input = arena.allocate(JAVA_FLOAT, features);
        output = arena.allocate(JAVA_FLOAT);
        MemorySegment out = arena.allocate(JAVA_LONG);
        try {
            require((long) RuntimeApi.CREATE_SESSION_OPTIONS.invokeExact(out.address()));
            long options = out.get(JAVA_LONG, 0);
            require((long) RuntimeApi.SET_INTRA_OP_THREADS.invokeExact(options, 1));
            require((long) RuntimeApi.SET_INTER_OP_THREADS.invokeExact(options, 1));
            require((long) RuntimeApi.SET_OPTIMIZATION_LEVEL.invokeExact(options, 99));
            MemorySegment model = arena.allocateFrom(JAVA_BYTE, content);
            require((long) RuntimeApi.CREATE_SESSION_FROM_ARRAY.invokeExact(RuntimeApi.environment(), model.address(),
                    (long) content.length, options, out.address()));
            session = out.get(JAVA_LONG, 0);
            require((long) RuntimeApi.CREATE_IO_BINDING.invokeExact(session, out.address()));
            binding = out.get(JAVA_LONG, 0);
            require((long) RuntimeApi.BIND_INPUT.invokeExact(binding, arena.allocateFrom("features").address(),
                    tensor(input, features)));
            require((long) RuntimeApi.BIND_OUTPUT.invokeExact(binding, arena.allocateFrom("probability").address(),
                    tensor(output, 1)));
        } catch (Throwable e) {
            throw new IllegalStateException("cannot call ONNX Runtime", e);
        }
    }

    private static long tensor(MemorySegment data, long columns) throws Throwable {
        MemorySegment out = Arena.global().allocate(JAVA_LONG);
        require((long) RuntimeApi.CREATE_CPU_MEMORY_INFO.invokeExact(1, 0, out.address()));
        long memory = out.get(JAVA_LONG, 0);
        MemorySegment shape = Arena.global().allocateFrom(JAVA_LONG, 1L, columns);
        require((long) RuntimeApi.CREATE_TENSOR_WITH_DATA.invokeExact(memory, data.address(), data.byteSize(),
                shape.address(), 2L, 1, out.address()));
        return out.get(JAVA_LONG, 0);
    }

    public void input(int index, float value) {
        input.setAtIndex(JAVA_FLOAT, index, value);
    }

    public float run() {
        try {
            require((long) RuntimeApi.RUN_WITH_BINDING.invokeExact(session, 0L, binding));
        } catch (Throwable e) {
            throw new IllegalStateException("cannot call ONNX Runtime", e);
        }
        return output.get(JAVA_FLOAT, 0);
    }

    private static void require(long status) {
        if (status != 0) {
            throw new IllegalStateException("ONNX Runtime refuses");
        }
    }
}
