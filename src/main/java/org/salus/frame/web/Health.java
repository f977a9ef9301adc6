package org.salus.frame.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether the program lives, for whoever watches over it; it says nothing else. */
@Controller
final class Health {
    Health() {}

    @GetMapping("/health")
    ResponseEntity<String> lives() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("ok\n");
    }
}
