/**
 * The rules: what happens to a holder's certificates, and when.
 *
 * <p>Pure. {@link jp.tenkyo.lifecycle.core.Lifecycle#handle} is the one way in; it decides
 * ({@link jp.tenkyo.lifecycle.core.Decider}) and evolves ({@link jp.tenkyo.lifecycle.core.Evolution}). Inputs are
 * arguments: no clock, no random, no logger, no framework. Rules are named by the section and row of the rule book,
 * such as {@code 2.1/MOVED_IN}.
 */
@NullMarked
package jp.tenkyo.lifecycle.core;

import org.jspecify.annotations.NullMarked;
