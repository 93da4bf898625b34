package io.v11.training.execution.calibration;

import io.v11.config.VenueSettings;

/**
 * How well a queue model tells which resting orders are filled before they end.
 *
 * <p>A model says yes or no. The probability of what happened, given what the model said, is learnt from the orders before it
 * (Krichevsky and Trofimov's estimator, 1981: (n + 1/2) / (N + 1)), so the likelihood is of orders not yet seen, and a model that
 * says nothing has that of the base rate.
 *
 * @param model         of the venue
 * @param exponent      of the power functions, else 1
 * @param orders        judged
 * @param said          orders that it said would be filled
 * @param agreed        orders of which it was right
 * @param logLikelihood sum over the orders, in nats: the greater the likelier
 */
public record QueueScore(VenueSettings.Queue.Model model, double exponent, long orders, long said, long agreed,
        double logLikelihood) {
}
