package io.v11.app;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The arrows and confinements of the design. A rule that fails names the class and the line to mend. */
@AnalyzeClasses(packages = "io.v11", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ENGINE = "io.v11.engine";
    private static final String[] STAGES = {"market", "portfolio", "feature", "inference", "regime", "signal", "risk",
        "execution", "record", "monitor"};
    private static final String[] DETERMINISTIC = {"..engine.market..", "..engine.portfolio..", "..engine.feature..",
        "..engine.inference..", "..engine.regime..", "..engine.signal..", "..engine.risk..", "..engine.execution..",
        "..engine.record..", "..engine.monitor..", "..engine.allocation..", "..engine.sizing..", "..engine.slot..",
        "..engine.book..", "..engine.venue..",
        "io.v11.ml.."};
    private static final Set<String> EXACT_MATH = Set.of("abs", "max", "min", "sqrt", "rint", "floor", "ceil", "round",
            "fma", "signum", "copySign", "multiplyHigh", "unsignedMultiplyHigh", "floorMod", "floorDiv", "addExact",
            "subtractExact", "multiplyExact", "negateExact", "toIntExact", "clamp", "scalb", "getExponent", "ceilDiv",
            "absExact", "incrementExact", "nextDown", "nextUp");

    @ArchTest
    static final ArchRule ARROWS = layeredArchitecture().consideringOnlyDependenciesInLayers() //
            .layer("config").definedBy("io.v11.config..") //
            .layer("journal").definedBy("io.v11.journal..") //
            .layer("ml-inference").definedBy("io.v11.ml..") //
            .layer("engine").definedBy("io.v11.engine..") //
            .layer("binance").definedBy("io.v11.binance..") //
            .layer("ml-training").definedBy("io.v11.training..") //
            .layer("app").definedBy("io.v11.app..") //
            .whereLayer("app").mayNotBeAccessedByAnyLayer() //
            .whereLayer("ml-training").mayOnlyBeAccessedByLayers("app") //
            .whereLayer("binance").mayOnlyBeAccessedByLayers("app") //
            .whereLayer("engine").mayOnlyBeAccessedByLayers("app", "binance", "ml-training") //
            .whereLayer("journal").mayOnlyBeAccessedByLayers("app", "binance", "ml-training", "engine") //
            .whereLayer("ml-inference").mayOnlyBeAccessedByLayers("app", "binance", "ml-training", "engine") //
            .whereLayer("config").mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule DISRUPTOR_IN_THE_ENGINE_ROOT_ONLY = confined("com.lmax..", ENGINE);
    @ArchTest
    static final ArchRule CHRONICLE_IN_THE_JOURNAL_ONLY = confined("net.openhft..", "io.v11.journal..");
    @ArchTest
    static final ArchRule ONNX_RUNTIME_IN_ML_ONLY = confined("ai.onnxruntime..", "io.v11.ml..", "io.v11.training..");
    @ArchTest
    static final ArchRule XGBOOST_IN_ML_ONLY = confined("ml.dmlc..", "io.v11.ml..", "io.v11.training..");
    @ArchTest
    static final ArchRule OJALGO_IN_PROGRAMMES_ONLY = confined("org.ojalgo..", ENGINE + ".allocation.programme..");
    @ArchTest
    static final ArchRule DJL_IN_TRAINING_ONLY = confined("ai.djl..", "io.v11.training..");
    @ArchTest
    static final ArchRule NETWORK_AT_THE_EDGES_ONLY = noClasses().that()
            .resideOutsideOfPackages("io.v11.binance..", "io.v11.app..").should().dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "java.nio.channels.spi..", "io.netty..", "io.javalin..").orShould()
            .dependOnClassesThat().haveFullyQualifiedName("java.net.Socket").orShould().dependOnClassesThat()
            .haveFullyQualifiedName("java.net.ServerSocket");

    @ArchTest
    static void stagesDoNotKnowOneAnother(com.tngtech.archunit.core.domain.JavaClasses classes) {
        for (String stage : STAGES) {
            String[] others = java.util.Arrays.stream(STAGES).filter(other -> !other.equals(stage))
                    .map(other -> ENGINE + "." + other + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage(ENGINE + "." + stage + "..").should().dependOnClassesThat()
                    .resideInAnyPackage(others).orShould().dependOnClassesThat().resideInAPackage(ENGINE)
                    .because("stages meet only in the slot").allowEmptyShould(false).check(classes);
        }
    }

    @ArchTest
    static final ArchRule NO_CIRCLES = slices().matching("io.v11.(*).(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule STAGES_KNOW_NO_CLOCK = noClasses().that().resideInAnyPackage(DETERMINISTIC).should()
            .callMethod(System.class, "nanoTime").orShould().callMethod(System.class, "currentTimeMillis").orShould()
            .callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now").orShould()
            .callMethod(LocalDateTime.class, "now").orShould().dependOnClassesThat().areAssignableTo(Clock.class)
            .orShould().callMethod(Thread.class, "sleep", long.class)
            .because("time is data: only the ingest edge reads a clock, a stage uses event.timeNs()");

    @ArchTest
    static final ArchRule STAGES_KNOW_NO_CHANCE = noClasses().that().resideInAnyPackage(DETERMINISTIC).should()
            .callMethod(Math.class, "random").orShould().callMethod(UUID.class, "randomUUID").orShould()
            .dependOnClassesThat().areAssignableTo(Random.class).orShould().dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class).orShould().dependOnClassesThat()
            .areAssignableTo(SplittableRandom.class).because("a replay must conclude the same");

    @ArchTest
    static final ArchRule STAGES_DO_NOT_DEPEND_ON_HASH_ORDER = noClasses().that()
            .resideInAnyPackage("..engine.market..", "..engine.feature..", "..engine.regime..", "..engine.signal..",
                    "..engine.risk..",
                    "..engine.execution..", "..engine.portfolio..", "..engine.book..", "..engine.venue..")
            .should().dependOnClassesThat().areAssignableTo(HashMap.class).orShould().dependOnClassesThat()
            .areAssignableTo(HashSet.class).orShould().dependOnClassesThat().areAssignableTo(IdentityHashMap.class)
            .because("the order of iteration would enter the state; use arrays or Agrona's primitive maps");

    @ArchTest
    static final ArchRule HASHED_STATE_IS_IEEE_EXACT = noClasses().that().resideInAnyPackage(DETERMINISTIC).should()
            .callMethodWhere(DescribedPredicate.describe("a function of Math that may differ between machines",
                    (JavaCall<?> call) -> call.getTargetOwner().isEquivalentTo(Math.class)
                            && !EXACT_MATH.contains(call.getName())))
            .because("Math.exp and its kin may differ in the last bit between machines; use StrictMath");

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_THING_IS = classes().that().resideInAPackage("io.v11..").should()
            .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?");

    @ArchTest
    static final ArchRule EVERY_STAGE_IS_NAMED_STAGE = classes().that().implement("io.v11.engine.slot.Stage").should()
            .haveSimpleNameEndingWith("Stage");

    private static ArchRule confined(String library, String... homes) {
        return noClasses().that().resideOutsideOfPackages(homes).and(DescribedPredicate.describe("are ours",
                (JavaClass type) -> type.getPackageName().startsWith("io.v11"))).should().dependOnClassesThat()
                .resideInAPackage(library);
    }
}
