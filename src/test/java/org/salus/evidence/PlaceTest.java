package org.salus.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaceTest {
    @Test
    void a_region_is_named_by_its_file_or_else_by_the_list_of_the_dac() {
        assertThat(region("289", null, null).label()).isEqualTo("South of Sahara, regional");
        assertThat(region("489", "1", null).label()).isEqualTo("South America, regional");
        assertThat(region("289", "1", "Sahel").label()).isEqualTo("Sahel");
        assertThat(region("289", "99", null).label())
                .as("a publisher's own list")
                .isEqualTo("289");
        assertThat(region("12345", "1", null).label()).as("no code of the list").isEqualTo("12345");
        assertThat(new Place("BDI", false, null, "BI", null, null).label()).isEqualTo("Burundi");
    }

    private static Place region(String code, @Nullable String vocabulary, @Nullable String name) {
        return new Place(null, true, vocabulary, code, null, name);
    }
}
