package jp.tenkyo.lifecycle.door;

import java.util.List;
import jp.tenkyo.lifecycle.contract.Outgoing;

/** What came of reading one input: a record to send, or all that is wrong with the input's form. */
sealed interface Reading {

    record Sound(Outgoing outgoing) implements Reading {}

    record Faulty(List<Fault> faults) implements Reading {}
}
