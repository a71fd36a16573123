/**
 * Immutable sorted collections that share what did not change. The only place that knows the library behind them.
 */
package sfd.persistent;
