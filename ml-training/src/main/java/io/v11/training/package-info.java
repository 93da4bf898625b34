/**
 * Training of models from journals: {@link io.v11.training.Training} runs a {@link io.v11.training.TrainingPlan}.
 *
 * <pre>
 *   journals -> data -> trainer (one for each family) -> publish -> config/models/name/version
 *                 +---> metrics: majority class, best one-feature rule and model side by side
 * </pre>
 */
package io.v11.training;
