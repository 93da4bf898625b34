package io.v11.ml.onnx;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

import io.v11.ml.ModelException;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/**
 * The functions of ONNX Runtime's C interface that a session needs, bound through {@code java.lang.foreign}. The
 * interface is a table of function pointers of which only the end ever grows, so slots are stable: they are the
 * positions in {@code struct OrtApi} of onnxruntime_c_api.h. Pointers travel as {@code long} and statuses come back as
 * {@code long}: an address result would be boxed into a segment, and 0 means success. The handles are static and final
 * because only then does the compiler fold them and a call allocate nothing.
 *
 * <p>Initialising the class loads the library; where that fails, it fails with a {@link LinkageError}.
 */
final class RuntimeApi {
    /** Version of the interface asked for; every later runtime still serves it. */
    static final int API_VERSION = 17;

    static final MethodHandle GET_ERROR_MESSAGE;
    static final MethodHandle CREATE_ENV;
    static final MethodHandle CREATE_SESSION_FROM_ARRAY;
    static final MethodHandle CREATE_SESSION_OPTIONS;
    static final MethodHandle SET_EXECUTION_MODE;
    static final MethodHandle SET_OPTIMIZATION_LEVEL;
    static final MethodHandle SET_INTRA_OP_THREADS;
    static final MethodHandle SET_INTER_OP_THREADS;
    static final MethodHandle SESSION_GET_INPUT_COUNT;
    static final MethodHandle SESSION_GET_OUTPUT_COUNT;
    static final MethodHandle SESSION_GET_INPUT_NAME;
    static final MethodHandle SESSION_GET_OUTPUT_NAME;
    static final MethodHandle CREATE_TENSOR_WITH_DATA;
    static final MethodHandle CREATE_CPU_MEMORY_INFO;
    static final MethodHandle ALLOCATOR_FREE;
    static final MethodHandle GET_DEFAULT_ALLOCATOR;
    static final MethodHandle RELEASE_STATUS;
    static final MethodHandle RELEASE_MEMORY_INFO;
    static final MethodHandle RELEASE_SESSION;
    static final MethodHandle RELEASE_VALUE;
    static final MethodHandle RELEASE_SESSION_OPTIONS;
    static final MethodHandle ADD_CONFIG_ENTRY;
    static final MethodHandle RUN_WITH_BINDING;
    static final MethodHandle CREATE_IO_BINDING;
    static final MethodHandle RELEASE_IO_BINDING;
    static final MethodHandle BIND_INPUT;
    static final MethodHandle BIND_OUTPUT;

    private static final int TABLE_SLOTS = 138;

    static {
        MemorySegment api = api(RuntimeLibrary.open());
        GET_ERROR_MESSAGE = function(api, 2, 1);
        CREATE_ENV = bind(api, 3, FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG));
        CREATE_SESSION_FROM_ARRAY = function(api, 8, 5);
        CREATE_SESSION_OPTIONS = function(api, 10, 1);
        SET_EXECUTION_MODE = setter(api, 13);
        SET_OPTIMIZATION_LEVEL = setter(api, 23);
        SET_INTRA_OP_THREADS = setter(api, 24);
        SET_INTER_OP_THREADS = setter(api, 25);
        SESSION_GET_INPUT_COUNT = function(api, 30, 2);
        SESSION_GET_OUTPUT_COUNT = function(api, 31, 2);
        SESSION_GET_INPUT_NAME = function(api, 36, 4);
        SESSION_GET_OUTPUT_NAME = function(api, 37, 4);
        CREATE_TENSOR_WITH_DATA = bind(api, 49, FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG,
                JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_LONG));
        CREATE_CPU_MEMORY_INFO = bind(api, 69, FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG));
        ALLOCATOR_FREE = function(api, 76, 2);
        GET_DEFAULT_ALLOCATOR = function(api, 78, 1);
        RELEASE_STATUS = release(api, 93);
        RELEASE_MEMORY_INFO = release(api, 94);
        RELEASE_SESSION = release(api, 95);
        RELEASE_VALUE = release(api, 96);
        RELEASE_SESSION_OPTIONS = release(api, 100);
        ADD_CONFIG_ENTRY = function(api, 130, 3);
        RUN_WITH_BINDING = function(api, 133, 3);
        CREATE_IO_BINDING = function(api, 134, 2);
        RELEASE_IO_BINDING = release(api, 135);
        BIND_INPUT = function(api, 136, 3);
        BIND_OUTPUT = function(api, 137, 3);
    }

    private RuntimeApi() {
    }

    /** {@code OrtGetApiBase()->GetApi(version)}. */
    private static MemorySegment api(SymbolLookup symbols) {
        AddressLayout table = ADDRESS
                .withTargetLayout(MemoryLayout.sequenceLayout(TABLE_SLOTS, ADDRESS).withName("functions"));
        MemorySegment getBase = symbols.find("OrtGetApiBase")
                .orElseThrow(() -> new UnsatisfiedLinkError("the library has no OrtGetApiBase"));
        try {
            MemorySegment base = (MemorySegment) Linker.nativeLinker()
                    .downcallHandle(getBase, FunctionDescriptor.of(table)).invokeExact();
            MethodHandle getApi = Linker.nativeLinker().downcallHandle(base.getAtIndex(ADDRESS, 0),
                    FunctionDescriptor.of(table, JAVA_INT));
            MemorySegment api = (MemorySegment) getApi.invokeExact(API_VERSION);
            if (api.address() == 0) {
                throw new UnsatisfiedLinkError(
                        "ONNX Runtime does not serve version " + API_VERSION + " of its interface");
            }
            return api;
        } catch (Throwable e) {
            throw e instanceof LinkageError known ? known : new LinkageError("cannot reach ONNX Runtime", e);
        }
    }

    /** A function of so many pointers or sizes that returns a status or a pointer. */
    private static MethodHandle function(MemorySegment api, int slot, int longs) {
        MemoryLayout[] arguments = new MemoryLayout[longs];
        Arrays.fill(arguments, JAVA_LONG);
        return bind(api, slot, FunctionDescriptor.of(JAVA_LONG, arguments));
    }

    private static MethodHandle setter(MemorySegment api, int slot) {
        return bind(api, slot, FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_INT));
    }

    private static MethodHandle release(MemorySegment api, int slot) {
        return bind(api, slot, FunctionDescriptor.ofVoid(JAVA_LONG));
    }

    private static MethodHandle bind(MemorySegment api, int slot, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(api.getAtIndex(ADDRESS, slot), descriptor);
    }

    /** Throws what the runtime says when the status is one of failure, and releases it. */
    static void require(long status, String what) {
        if (status != 0) {
            throw failure(status, what);
        }
    }

    private static ModelException failure(long status, String what) {
        try {
            long message = (long) GET_ERROR_MESSAGE.invokeExact(status);
            String text = text(message);
            RELEASE_STATUS.invokeExact(status);
            return new ModelException(what + ": " + text);
        } catch (Throwable e) {
            return new ModelException(what + ": ONNX Runtime failed and does not say why", e);
        }
    }

    /** The C string at an address. */
    static String text(long address) {
        return MemorySegment.ofAddress(address).reinterpret(Integer.MAX_VALUE).getString(0);
    }

    /** The environment of this process: made once, never released. */
    static long environment() {
        return Environment.HANDLE;
    }

    /** Holder that makes the environment on first use. */
    private static final class Environment {
        private static final int LOG_ERRORS = 3;
        private static final long HANDLE = create();

        private static long create() {
            MemorySegment out = Arena.global().allocate(JAVA_LONG);
            MemorySegment name = Arena.global().allocateFrom("v11");
            try {
                require((long) CREATE_ENV.invokeExact(LOG_ERRORS, name.address(), out.address()),
                        "cannot make an environment of ONNX Runtime");
            } catch (ModelException e) {
                throw e;
            } catch (Throwable e) {
                throw new LinkageError("cannot call ONNX Runtime", e);
            }
            return out.get(JAVA_LONG, 0);
        }
    }
}
