/**
 * Who somebody is: accounts, organisations, invitations, sign-in, sessions, tokens, and the record of what was done with them. What an account may see of
 * a workspace is the ledger's matter.
 *
 * <p>Owns: its tables, in the same database as the ledger's. Secrets are kept as digests, passwords under Argon2id.
 *
 * <p>Allowed rooms: ledger, framework.
 */
@NullMarked
package org.salus.people;

import org.jspecify.annotations.NullMarked;
