/**
 * The models as data, {@code spec/worlds.json}: what surrounds a system by what differs from another one, what surrounds a
 * role by what differs from others of its module; and the files that TLC reads, which are made from it.
 */
package sfd.worlds;
