/** What has happened so far, counted from the topics. */
@NullMarked
package jp.tenkyo.quickstart.counts;

import org.jspecify.annotations.NullMarked;
