/** What a row counts because of its label's span and its age; the trainers multiply and norm it. */
package io.v11.training.data.weight;
