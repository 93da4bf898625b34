package io.v11.training.optimisation.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Ranks of losses of several goals (Deb, Pratap, Agarwal, Meyarivan 2002, sections III-A and III-B): front 0 holds
 * what nothing dominates, front 1 what only front 0 dominates, and so on; inside a front the crowding distance says
 * how far its neighbours are. All losses are to be minimised; n^2 comparisons. Immutable.
 */
public final class ParetoFronts {
    private final int[] front;
    private final double[] crowding;

    /** @param losses one row for each solution */
    public ParetoFronts(double[][] losses) {
        front = new int[losses.length];
        crowding = new double[losses.length];
        int[] beatenBy = new int[losses.length];
        for (int i = 0; i < losses.length; i++) {
            for (int other = 0; other < losses.length; other++) {
                beatenBy[i] += dominates(losses[other], losses[i]) ? 1 : 0;
            }
        }
        Arrays.fill(front, -1);
        List<Integer> members = unbeaten(beatenBy);
        for (int number = 0; !members.isEmpty(); number++) {
            for (int member : members) {
                front[member] = number;
                for (int i = 0; i < losses.length; i++) {
                    beatenBy[i] -= dominates(losses[member], losses[i]) ? 1 : 0;
                }
            }
            crowd(losses, members);
            members = unbeaten(beatenBy);
        }
    }

    /** By any that has no front yet. */
    private List<Integer> unbeaten(int[] beatenBy) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < beatenBy.length; i++) {
            if (front[i] < 0 && beatenBy[i] == 0) {
                members.add(i);
            }
        }
        return members;
    }

    /** Nowhere worse and somewhere better. */
    static boolean dominates(double[] a, double[] b) {
        boolean better = false;
        for (int i = 0; i < a.length; i++) {
            if (a[i] > b[i]) {
                return false;
            }
            better |= a[i] < b[i];
        }
        return better;
    }

    private void crowd(double[][] losses, List<Integer> members) {
        for (int goal = 0; goal < losses[members.getFirst()].length; goal++) {
            int g = goal;
            Integer[] order = members.toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparingDouble((Integer i) -> losses[i][g]).thenComparingInt(i -> i));
            double range = losses[order[order.length - 1]][g] - losses[order[0]][g];
            crowding[order[0]] = Double.POSITIVE_INFINITY;
            crowding[order[order.length - 1]] = Double.POSITIVE_INFINITY;
            for (int i = 1; range > 0.0 && range < Double.POSITIVE_INFINITY && i < order.length - 1; i++) {
                crowding[order[i]] += (losses[order[i + 1]][g] - losses[order[i - 1]][g]) / range;
            }
        }
    }

    /** Number of the front, 0 the best. */
    public int front(int solution) {
        return front[solution];
    }

    /** The greater, the lonelier; infinite at the ends of a front. */
    public double crowding(int solution) {
        return crowding[solution];
    }

    /** Solutions, the best front first, inside it the lonelier first, of equals the earlier. */
    public int[] order() {
        Integer[] order = new Integer[front.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt((Integer i) -> front[i])
                .thenComparing(Comparator.comparingDouble((Integer i) -> crowding[i]).reversed())
                .thenComparingInt(i -> i));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
