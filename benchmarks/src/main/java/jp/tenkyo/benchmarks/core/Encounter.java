package jp.tenkyo.benchmarks.core;

import jp.tenkyo.lifecycle.core.Command;
import jp.tenkyo.lifecycle.core.Holder;
import jp.tenkyo.lifecycle.core.OutcomeCode;

/**
 * An input, and the holder that it meets.
 *
 * @param outcome what must come of it
 */
record Encounter(Holder holder, Command command, OutcomeCode outcome) {}
