/**
 * What a benchmark of the running system needs: broker, registry and services, each in a process of its own, made-up
 * residents and what is told of them, and how far an application has come.
 */
@NullMarked
package jp.tenkyo.benchmarks.bed;

import org.jspecify.annotations.NullMarked;
