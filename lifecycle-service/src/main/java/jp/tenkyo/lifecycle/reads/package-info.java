/**
 * Ways to look: certificates, holders and their timelines, kept in a topology of its own off the path of decisions. It
 * may lag, and says so.
 */
@NullMarked
package jp.tenkyo.lifecycle.reads;

import org.jspecify.annotations.NullMarked;
