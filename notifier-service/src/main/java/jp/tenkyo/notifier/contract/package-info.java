/**
 * Between the contracts' generated records and the notifier's own types: no other package touches a generated record.
 */
@NullMarked
package jp.tenkyo.notifier.contract;

import org.jspecify.annotations.NullMarked;
