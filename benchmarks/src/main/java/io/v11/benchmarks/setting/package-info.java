/** Where benchmarks run: folders, machine, cores, the recorded market, the models, and where results are kept. */
package io.v11.benchmarks.setting;
