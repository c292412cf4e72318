/** How fast statuses are answered by OCSP, and that no revocation is answered late. */
@NullMarked
package jp.tenkyo.benchmarks.ocsp;

import org.jspecify.annotations.NullMarked;
