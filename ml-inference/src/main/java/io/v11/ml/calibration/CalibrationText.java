package io.v11.ml.calibration;

import io.v11.ml.ModelException;

/**
 * A calibration as a manifest holds it: a word and numbers with blanks between them, written so that reading gives the same
 * bits. Checked when it is made, so that a manifest that cannot be served fails at its line. Immutable; cold path.
 *
 * @param method     {@link Calibration#method()}
 * @param parameters {@link Calibration#parameters()}, empty for none
 */
public record CalibrationText(String method, String parameters) {
    /** What a model without calibration has. */
    public static final CalibrationText IDENTITY = of(Calibration.IDENTITY);

    public CalibrationText {
        Calibration.of(method, numbers(method, parameters));
    }

    public static CalibrationText of(Calibration calibration) {
        StringBuilder text = new StringBuilder();
        for (double parameter : calibration.parameters()) {
            text.append(text.isEmpty() ? "" : " ").append(parameter);
        }
        return new CalibrationText(calibration.method(), text.toString());
    }

    public Calibration calibration() {
        return Calibration.of(method, numbers(method, parameters));
    }

    private static double[] numbers(String method, String parameters) {
        String[] words = parameters.isBlank() ? new String[0] : parameters.strip().split("\\s+");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            try {
                numbers[i] = Double.parseDouble(words[i]);
            } catch (NumberFormatException e) {
                throw new ModelException("calibration " + method + ": parameter " + (i + 1) + " '" + words[i]
                        + "' is not a number; give numbers with blanks between them", e);
            }
        }
        return numbers;
    }
}
