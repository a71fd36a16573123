/** What people read, written from the catalogue and from what the check found: tables, findings, pictures, explanations. */
package sfd.pages;
