package org.salus.workspace.web;

import org.salus.frame.web.Address;
import org.salus.frame.web.Entrance;
import org.salus.people.Secret;

/** Addresses that are handed on to people who are not here. */
final class Links {
    private Links() {}

    /** The whole address where people reach this program by a name; its path for somebody who is alone, whom nobody else reaches. */
    static String to(Entrance entrance, String path, Secret secret) {
        String own = Address.of(path).with("key", secret.reveal()).toString();
        return entrance.base().map(base -> base.resolve(own).toString()).orElse(own);
    }
}
