/**
 * How good the models of the registry are on rows that had no say in them, judged by the classes that serve them.
 *
 * <pre>
 *   models + rows --> ReportStudy --scores--> GroupJudge (all, each instrument) --> ModelsReport --> report.page
 *                          +--> PermutationImportance
 * </pre>
 *
 * An accuracy cannot be had alone: {@link io.v11.training.report.JudgedAccuracy}.
 */
package io.v11.training.report;
