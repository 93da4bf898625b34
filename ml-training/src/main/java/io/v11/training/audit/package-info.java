/** Proofs on a journal that no feature knows the future, and that none remembers longer than it says where a replay began. */
package io.v11.training.audit;
