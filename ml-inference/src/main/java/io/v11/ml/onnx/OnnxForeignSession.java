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
 * A session through the C interface: inputs and outputs are bound once to native memory of ours, so that a run is one
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
    private final FloatBuffer[] inputs;
    private final FloatBuffer[] outputs;
    private final long[] values;
    private final MemorySegment result;
    private final long resultOffset;
    private int valueCount;
    private long session;
    private long binding;

    OnnxForeignSession(String name, byte[] model, OnnxPort[] inputs, OnnxPort[] outputs) {
        this.name = name;
        this.inputs = new FloatBuffer[inputs.length];
        this.outputs = new FloatBuffer[outputs.length];
        values = new long[inputs.length + outputs.length];
        MemorySegment first = null;
        try (Arena scratch = Arena.ofConfined()) {
            MemorySegment out = scratch.allocate(JAVA_LONG);
            session = createSession(model, scratch, out);
            check((long) RuntimeApi.SESSION_GET_INPUT_COUNT.invokeExact(session, out.address()));
            OnnxSession.requireCount(name, out.get(JAVA_LONG, 0), inputs, "input");
            check((long) RuntimeApi.SESSION_GET_OUTPUT_COUNT.invokeExact(session, out.address()));
            OnnxSession.requireCount(name, out.get(JAVA_LONG, 0), outputs, "output");
            check((long) RuntimeApi.CREATE_IO_BINDING.invokeExact(session, out.address()));
            binding = out.get(JAVA_LONG, 0);
            for (int i = 0; i < inputs.length; i++) {
                MemorySegment memory = arena.allocate(JAVA_FLOAT, inputs[i].size());
                this.inputs[i] = floats(memory);
                long tensor = tensor(memory, inputs[i], scratch, out);
                MemorySegment port = inputName(inputs[i], scratch, out);
                check((long) RuntimeApi.BIND_INPUT.invokeExact(binding, port.address(), tensor));
            }
            for (int i = 0; i < outputs.length; i++) {
                MemorySegment memory = arena.allocate(JAVA_FLOAT, outputs[i].size());
                this.outputs[i] = floats(memory);
                first = first == null ? memory : first;
                long tensor = tensor(memory, outputs[i], scratch, out);
                MemorySegment port = outputName(outputs[i], scratch, out);
                check((long) RuntimeApi.BIND_OUTPUT.invokeExact(binding, port.address(), tensor));
            }
        } catch (Throwable e) {
            close();
            throw rethrown(e);
        }
        result = first;
        resultOffset = first.byteSize() - Float.BYTES;
        try {
            // The first run checks the shape of the net against ours.
            run();
        } catch (ModelException e) {
            close();
            throw e;
        }
    }

    /** One row in, one number out. */
    OnnxForeignSession(String name, byte[] model, int features) {
        this(name, model, OnnxSession.row(features), OnnxSession.row(1));
    }

    private static FloatBuffer floats(MemorySegment memory) {
        return memory.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
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

    private long tensor(MemorySegment data, OnnxPort port, Arena scratch, MemorySegment out) throws Throwable {
        check((long) RuntimeApi.CREATE_CPU_MEMORY_INFO.invokeExact(ARENA_ALLOCATOR, DEFAULT_MEMORY, out.address()));
        long memory = out.get(JAVA_LONG, 0);
        try {
            MemorySegment shape = scratch.allocateFrom(JAVA_LONG, port.shape());
            check((long) RuntimeApi.CREATE_TENSOR_WITH_DATA.invokeExact(memory, data.address(), data.byteSize(),
                    shape.address(), (long) port.shape().length, FLOAT_ELEMENTS, out.address()));
            long tensor = out.get(JAVA_LONG, 0);
            values[valueCount++] = tensor;
            return tensor;
        } finally {
            RuntimeApi.RELEASE_MEMORY_INFO.invokeExact(memory);
        }
    }

    private MemorySegment inputName(OnnxPort port, Arena scratch, MemorySegment out) throws Throwable {
        if (!port.name().isEmpty()) {
            return scratch.allocateFrom(port.name());
        }
        long allocator = allocator(out);
        check((long) RuntimeApi.SESSION_GET_INPUT_NAME.invokeExact(session, 0L, allocator, out.address()));
        return ownName(out.get(JAVA_LONG, 0), allocator, scratch);
    }

    private MemorySegment outputName(OnnxPort port, Arena scratch, MemorySegment out) throws Throwable {
        if (!port.name().isEmpty()) {
            return scratch.allocateFrom(port.name());
        }
        long allocator = allocator(out);
        check((long) RuntimeApi.SESSION_GET_OUTPUT_NAME.invokeExact(session, 0L, allocator, out.address()));
        return ownName(out.get(JAVA_LONG, 0), allocator, scratch);
    }

    private long allocator(MemorySegment out) throws Throwable {
        check((long) RuntimeApi.GET_DEFAULT_ALLOCATOR.invokeExact(out.address()));
        return out.get(JAVA_LONG, 0);
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
    public FloatBuffer input(int number) {
        return inputs[number];
    }

    @Override
    public FloatBuffer output(int number) {
        return outputs[number];
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
        return result.get(JAVA_FLOAT, resultOffset);
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
            for (int i = 0; i < valueCount; i++) {
                RuntimeApi.RELEASE_VALUE.invokeExact(values[i]);
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
