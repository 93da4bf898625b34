package io.v11.benchmarks.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.v11.benchmarks.setting.Cores;
import io.v11.benchmarks.setting.Recording;
import io.v11.benchmarks.subject.DisruptorHop;
import io.v11.benchmarks.subject.EngineHop;
import io.v11.benchmarks.subject.Forest;
import io.v11.benchmarks.subject.IndicatorRace;
import io.v11.benchmarks.subject.LiveEnsemble;
import io.v11.benchmarks.subject.Net;
import io.v11.benchmarks.subject.StreamedNet;
import io.v11.benchmarks.subject.Workbench;
import io.v11.ml.ServingBackend;

/** Everything that is asked, with its goal. A question is made when its turn comes, for some need seconds to train. */
final class Questions {
    private static final int DEPTH = 6;

    private final Workbench bench;
    private final Cores cores;

    Questions(Workbench bench) {
        this.bench = bench;
        this.cores = bench.cores();
    }

    /** A question to be: its name, and how it is made. */
    record Planned(String name, Supplier<Question> maker) {
    }

    /** In the order of the report, those whose name is wanted. */
    List<Planned> all(Predicate<String> wanted) {
        List<Planned> planned = new ArrayList<>();
        planned.add(new Planned("xgboost4j inplace_predict / tree kernel, 100 x d6", () -> forest(100, 60)));
        planned.add(new Planned("xgboost4j inplace_predict / tree kernel, 500 x d6", () -> forest(500, 15)));
        planned.add(new Planned("journal append / raw Chronicle document, medians", () -> append(false)));
        planned.add(new Planned("journal append / raw Chronicle document, means", () -> append(true)));
        planned.add(new Planned("replay decode, speed / raw Chronicle tailer", this::decode));
        if (Cores.count() > 1) {
            planned.add(new Planned("ring hop / raw Disruptor hop", this::hop));
        }
        planned.add(new Planned("ONNX Runtime Java API / foreign call", this::net));
        planned.add(new Planned("ONNX Runtime foreign call / bare RunWithBinding", this::bareNet));
        planned.add(new Planned("perceptron kernel / ONNX Runtime foreign call", this::perceptron));
        planned.add(new Planned("LSTM kernel, a step / ONNX Runtime, its window", () -> streamed(
                "LSTM kernel, a step / ONNX Runtime, its window", StreamedNet.lstm())));
        planned.add(new Planned("Transformer kernel, a step / ONNX Runtime, its window", () -> streamed(
                "Transformer kernel, a step / ONNX Runtime, its window", StreamedNet.transformer())));
        planned.add(new Planned("ensemble / its members one after another", this::ensemble));
        planned.add(new Planned("all models and their stack by kernels, scores/s",
                () -> scores("all models and their stack by kernels, scores/s", ServingBackend.KERNEL, 50_000)));
        planned.add(new Planned("all models and their stack by ONNX Runtime, scores/s",
                () -> scores("all models and their stack by ONNX Runtime, scores/s", ServingBackend.ONNX, 16_667)));
        planned.add(new Planned("ta4j / streaming, " + IndicatorRace.COUNT + " indicators, a bar", this::indicators));
        planned.add(new Planned("book-only replay, events/s", () -> rate("book-only replay, events/s",
                new Replays(bench).books(), 1_000_000, Cores.last())));
        planned.add(new Planned("full pipeline inline, events/s", () -> rate("full pipeline inline, events/s",
                new Replays(bench).engine(), 50_000, -1)));
        return planned.stream().filter(question -> wanted.test(question.name())).toList();
    }

    private Question forest(int trees, double goal) {
        Forest forest = Forest.train(trees, DEPTH);
        return alone("xgboost4j inplace_predict / tree kernel, " + trees + " x d6",
                new Calls("xgboost4j", row -> forest.isRight(row, forest.nativeMargin(row)), forest),
                new Calls("kernel", row -> forest.isRight(row, forest.margin(row)), null), Goal.atLeast(goal));
    }

    private Question append(boolean mean) {
        Recording recording = bench.recording();
        return alone("journal append / raw Chronicle document, " + (mean ? "means" : "medians"),
                AppendContender.journal(mean, recording, bench.scratch()),
                AppendContender.raw(mean, recording, bench.scratch()), Goal.atMost(1.5));
    }

    private Question decode() {
        Replays replays = new Replays(bench);
        return alone("replay decode, speed / raw Chronicle tailer", replays.tailer(), replays.decode(),
                Goal.atLeast(0.5));
    }

    private Question hop() {
        int far = 1;
        return new Question("ring hop / raw Disruptor hop",
                new HopContender("ring hop", () -> new EngineHop(cores, far)),
                new HopContender("raw hop", () -> new DisruptorHop(cores, far)), Goal.atMost(1.10),
                Canary.ofTwoThreads(cores, far), 0);
    }

    private Question net() {
        Net net = new Net();
        float expected = net.foreign();
        if (!net.isRight(net.official())) {
            throw new IllegalStateException(
                    "the two ways to ONNX Runtime disagree: " + expected + " and " + net.official());
        }
        return alone("ONNX Runtime Java API / foreign call",
                new Calls("Java API", i -> net.official() == expected, net),
                new Calls("foreign", i -> net.foreign() == expected, null), Goal.atLeast(1.0));
    }

    private Question bareNet() {
        Net net = new Net();
        float expected = net.bare();
        return alone("ONNX Runtime foreign call / bare RunWithBinding",
                new Calls("foreign", i -> net.foreign() == expected, net),
                new Calls("bare", i -> net.bare() == expected, null), Goal.atMost(1.10));
    }

    private Question perceptron() {
        Net net = new Net();
        float expected = net.kernel();
        float runtime = net.foreign();
        if (!net.isRight(expected)) {
            throw new IllegalStateException("kernel and ONNX Runtime disagree: " + expected + " and " + runtime);
        }
        return alone("perceptron kernel / ONNX Runtime foreign call",
                new Calls("kernel", i -> net.kernel() == expected, net),
                new Calls("foreign", i -> net.foreign() == runtime, null), Goal.atMost(0.50));
    }

    private static Question streamed(String name, StreamedNet net) {
        return alone(name, new Calls("kernel", i -> net.step(), net), new Calls("window", i -> net.window(), null),
                Goal.atMost(0.25));
    }

    private Question ensemble() {
        LiveEnsemble ensemble = live(ServingBackend.KERNEL);
        return alone("ensemble / its members one after another",
                new Calls("ensemble", i -> ensemble.together(), ensemble),
                new Calls("members", i -> ensemble.oneAfterAnother(), null), Goal.atMost(1.10));
    }

    private Question scores(String name, ServingBackend backend, double goal) {
        LiveEnsemble ensemble = live(backend);
        return rate(name, new Calls("scores", i -> ensemble.together(), ensemble), goal, Cores.last());
    }

    private LiveEnsemble live(ServingBackend backend) {
        return LiveEnsemble.open(bench.registry(), bench.configuration(), backend, bench.recording()).warm();
    }

    private Question indicators() {
        IndicatorRace race = new IndicatorRace();
        race.requireEqualValues();
        return alone("ta4j / streaming, " + IndicatorRace.COUNT + " indicators, a bar",
                new Pass("ta4j", race.bars(), race::passTa4j), new Pass("streaming", race.bars(), race::passStreaming),
                Goal.atLeast(10));
    }

    private static Question rate(String name, Contender contender, double goal, int core) {
        return new Question(name, Contender.SECOND, contender, Goal.atLeast(goal), Canary.ofOneThread(), core);
    }

    private static Question alone(String name, Contender first, Contender second, Goal goal) {
        return new Question(name, first, second, goal, Canary.ofOneThread(), Cores.last());
    }
}
