/**
 * A certification authority of two generations for tests and the quickstart (rule book 7), with keys of its own on each
 * machine. It protects nothing.
 */
@NullMarked
package jp.tenkyo.stack.ca;

import org.jspecify.annotations.NullMarked;
