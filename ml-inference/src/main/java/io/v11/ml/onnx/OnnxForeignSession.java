package io.v11.ml.onnx;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

import io.v11.ml.ModelException;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * A session through the C interface: input and output are bound once to native memory of ours, so that a run is one
 * foreign call and allocates nothing. Confined to one thread.
 */
final class OnnxForeignSession implements OnnxSession {
    private static final int SEQUENTIAL = 0;
    private static final int ALL_OPTIMISATIONS = 99;
    private static final int ARENA_ALLOCATOR = 1;
    private static final int DEFAULT_MEMORY = 0;
    private static final int FLOAT_ELEMENTS = 1;

    private final String name;
    private final Arena arena = Arena.ofShared();
    private final FloatBuffer input;
    private final MemorySegment output;
    private long session;
    private long binding;
    private long inputValue;
    private long outputValue;

    OnnxForeignSession(String name, byte[] model, int features) {
        this.name = name;
        MemorySegment inputs = arena.allocate(JAVA_FLOAT, features);
        input = inputs.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
        output = arena.allocate(JAVA_FLOAT);
        try (Arena scratch = Arena.ofConfined()) {
            MemorySegment out = scratch.allocate(JAVA_LONG);
            session = createSession(model, scratch, out);
            requireOne((long) RuntimeApi.SESSION_GET_INPUT_COUNT.invokeExact(session, out.address()), out, "input");
            requireOne((long) RuntimeApi.SESSION_GET_OUTPUT_COUNT.invokeExact(session, out.address()), out, "output");
            inputValue = tensor(inputs, features, scratch, out);
            outputValue = tensor(output, 1, scratch, out);
            bind(scratch, out);
            // The first run checks the shape of the net against ours.
            run();
        } catch (Throwable e) {
            close();
            throw rethrown(e);
        }
    }

    private long createSession(byte[] model, Arena scratch, MemorySegment out) throws Throwable {
        check((long) RuntimeApi.CREATE_SESSION_OPTIONS.invokeExact(out.address()));
        long options = out.get(JAVA_LONG, 0);
        try {
            check((long) RuntimeApi.SET_INTRA_OP_THREADS.invokeExact(options, 1));
            check((long) RuntimeApi.SET_INTER_OP_THREADS.invokeExact(options, 1));
            check((long) RuntimeApi.SET_EXECUTION_MODE.invokeExact(options, SEQUENTIAL));
            check((long) RuntimeApi.SET_OPTIMIZATION_LEVEL.invokeExact(options, ALL_OPTIMISATIONS));
            check((long) RuntimeApi.ADD_CONFIG_ENTRY.invokeExact(options,
                    scratch.allocateFrom("session.intra_op.allow_spinning").address(),
                    scratch.allocateFrom("0").address()));
            MemorySegment content = scratch.allocateFrom(JAVA_BYTE, model);
            check((long) RuntimeApi.CREATE_SESSION_FROM_ARRAY.invokeExact(RuntimeApi.environment(), content.address(),
                    (long) model.length, options, out.address()));
            return out.get(JAVA_LONG, 0);
        } finally {
            RuntimeApi.RELEASE_SESSION_OPTIONS.invokeExact(options);
        }
    }

    private void requireOne(long status, MemorySegment count, String what) {
        check(status);
        if (count.get(JAVA_LONG, 0) != 1) {
            throw new ModelException("model " + name + ": the net has " + count.get(JAVA_LONG, 0) + " " + what
                    + "s, must have one; export it again");
        }
    }

    private long tensor(MemorySegment data, long columns, Arena scratch, MemorySegment out) throws Throwable {
        check((long) RuntimeApi.CREATE_CPU_MEMORY_INFO.invokeExact(ARENA_ALLOCATOR, DEFAULT_MEMORY, out.address()));
        long memory = out.get(JAVA_LONG, 0);
        try {
            MemorySegment shape = scratch.allocateFrom(JAVA_LONG, 1L, columns);
            check((long) RuntimeApi.CREATE_TENSOR_WITH_DATA.invokeExact(memory, data.address(), data.byteSize(),
                    shape.address(), 2L, FLOAT_ELEMENTS, out.address()));
            return out.get(JAVA_LONG, 0);
        } finally {
            RuntimeApi.RELEASE_MEMORY_INFO.invokeExact(memory);
        }
    }

    private void bind(Arena scratch, MemorySegment out) throws Throwable {
        check((long) RuntimeApi.CREATE_IO_BINDING.invokeExact(session, out.address()));
        binding = out.get(JAVA_LONG, 0);
        check((long) RuntimeApi.GET_DEFAULT_ALLOCATOR.invokeExact(out.address()));
        long allocator = out.get(JAVA_LONG, 0);
        check((long) RuntimeApi.SESSION_GET_INPUT_NAME.invokeExact(session, 0L, allocator, out.address()));
        MemorySegment inputName = ownName(out.get(JAVA_LONG, 0), allocator, scratch);
        check((long) RuntimeApi.SESSION_GET_OUTPUT_NAME.invokeExact(session, 0L, allocator, out.address()));
        MemorySegment outputName = ownName(out.get(JAVA_LONG, 0), allocator, scratch);
        check((long) RuntimeApi.BIND_INPUT.invokeExact(binding, inputName.address(), inputValue));
        check((long) RuntimeApi.BIND_OUTPUT.invokeExact(binding, outputName.address(), outputValue));
    }

    private MemorySegment ownName(long address, long allocator, Arena scratch) throws Throwable {
        MemorySegment copy = scratch.allocateFrom(RuntimeApi.text(address));
        check((long) RuntimeApi.ALLOCATOR_FREE.invokeExact(allocator, address));
        return copy;
    }

    @Override
    public String backend() {
        return "ONNX Runtime, C interface";
    }

    @Override
    public FloatBuffer input() {
        return input;
    }

    @Override
    public float run() {
        long status;
        try {
            status = (long) RuntimeApi.RUN_WITH_BINDING.invokeExact(session, 0L, binding);
        } catch (Throwable e) {
            throw rethrown(e);
        }
        check(status);
        return output.get(JAVA_FLOAT, 0);
    }

    private void check(long status) {
        if (status != 0) {
            RuntimeApi.require(status, "model " + name + ": ONNX Runtime refuses it");
        }
    }

    private RuntimeException rethrown(Throwable e) {
        return switch (e) {
            case RuntimeException known -> known;
            case Error error -> throw error;
            default -> new ModelException("model " + name + ": cannot call ONNX Runtime", e);
        };
    }

    @Override
    public void close() {
        if (!arena.scope().isAlive()) {
            return;
        }
        try {
            if (binding != 0) {
                RuntimeApi.RELEASE_IO_BINDING.invokeExact(binding);
            }
            if (inputValue != 0) {
                RuntimeApi.RELEASE_VALUE.invokeExact(inputValue);
            }
            if (outputValue != 0) {
                RuntimeApi.RELEASE_VALUE.invokeExact(outputValue);
            }
            if (session != 0) {
                RuntimeApi.RELEASE_SESSION.invokeExact(session);
            }
        } catch (Throwable e) {
            throw rethrown(e);
        } finally {
            arena.close();
        }
    }
}
