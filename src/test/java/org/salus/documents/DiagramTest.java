package org.salus.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Boxes in lanes and lines between them. */
class DiagramTest {
    private static final Diagram.Style PLAIN =
            new Diagram.Style(new Tint(Hue.FIELD_1, 5), Diagram.Dash.SOLID, Diagram.Head.OPEN, false);

    private static Diagram.Node node(String id, String lane, String title) {
        return new Diagram.Node(
                id, lane, title, "kind", Tint.of(Hue.FIELD_1), false, Optional.of("/items/" + id), Map.of("item", id));
    }

    private static Diagram.Edge edge(String from, String to, boolean upward) {
        return new Diagram.Edge(
                from + "-" + to,
                from,
                to,
                "watches",
                from + " watches " + to,
                PLAIN,
                upward,
                Optional.empty(),
                Map.of());
    }

    private static Diagram diagram(List<Diagram.Node> nodes, List<Diagram.Edge> edges) {
        return new Diagram(
                "Who watches <whom>",
                "Three boxes",
                List.of(
                        new Diagram.Lane("left", "Left", false),
                        new Diagram.Lane("middle", "Middle", true),
                        new Diagram.Lane("right", "Right", true)),
                Optional.of("Inside"),
                nodes,
                edges,
                List.of(new Diagram.Key(PLAIN, "watching")),
                "A note",
                true,
                Locale.ENGLISH);
    }

    private static Map<String, DiagramLayout.Box> boxes(Diagram diagram) {
        return DiagramLayout.of(diagram, Map.of()).nodes();
    }

    private static <T> T got(Map<String, T> all, String id) {
        return Optional.ofNullable(all.get(id)).orElseThrow();
    }

    @Test
    void lanes_stand_side_by_side_whatever_leads_where() {
        Diagram diagram = diagram(
                List.of(
                        node("r", "right", "R"),
                        node("l", "left", "L"),
                        node("m1", "middle", "M1"),
                        node("m2", "middle", "M2")),
                List.of(edge("r", "l", false), edge("m2", "m1", true), edge("r", "m1", true)));
        Map<String, DiagramLayout.Box> boxes = boxes(diagram);
        assertThat(got(boxes, "l").x()).isLessThan(got(boxes, "m1").x());
        assertThat(got(boxes, "m1").x())
                .as("what stands above is before what is below")
                .isLessThan(got(boxes, "m2").x());
        assertThat(got(boxes, "m2").x()).isLessThan(got(boxes, "r").x());
    }

    @Test
    void a_line_begins_and_ends_at_its_boxes_and_circles_are_borne() {
        Diagram diagram = diagram(
                List.of(node("a", "left", "A"), node("b", "middle", "B"), node("c", "middle", "C")),
                List.of(
                        edge("a", "b", false),
                        edge("b", "c", false),
                        edge("c", "b", false),
                        edge("c", "a", false),
                        edge("b", "b", false)));
        DiagramLayout.Plan plan = DiagramLayout.of(diagram, Map.of());
        for (Diagram.Edge edge : diagram.edges()) {
            List<DiagramLayout.Spot> bends = got(plan.edges(), edge.id()).bends();
            assertThat(isOnBorder(bends.getFirst(), got(plan.nodes(), edge.from())))
                    .as(edge.id())
                    .isTrue();
            assertThat(isOnBorder(bends.getLast(), got(plan.nodes(), edge.to())))
                    .as(edge.id())
                    .isTrue();
        }
    }

    private static boolean isOnBorder(DiagramLayout.Spot spot, DiagramLayout.Box box) {
        return spot.x() >= box.x() - 0.1
                && spot.x() <= box.x() + box.width() + 0.1
                && spot.y() >= box.y() - 0.1
                && spot.y() <= box.y() + box.height() + 0.1;
    }

    @Test
    void boxes_do_not_overlap_and_a_diagram_is_drawn_the_same_twice() {
        Diagram diagram = random(60, 150);
        List<DiagramLayout.Box> boxes = new ArrayList<>(boxes(diagram).values());
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(overlap(boxes.get(i), boxes.get(j))).isFalse();
            }
        }
        assertThat(random(60, 150).svg()).isEqualTo(diagram.svg());
    }

    private static boolean overlap(DiagramLayout.Box a, DiagramLayout.Box b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }

    private static Diagram random(int nodes, int edges) {
        Random chance = new Random(7);
        List<Diagram.Node> boxes = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            boxes.add(node("n" + i, List.of("left", "middle", "right").get(chance.nextInt(3)), "Box number " + i));
        }
        List<Diagram.Edge> lines = new ArrayList<>();
        for (int i = 0; i < edges; i++) {
            Diagram.Edge edge = edge("n" + chance.nextInt(nodes), "n" + chance.nextInt(nodes), chance.nextBoolean());
            lines.add(new Diagram.Edge(
                    "e" + i, edge.from(), edge.to(), "x", "x", PLAIN, edge.runsUpward(), Optional.empty(), Map.of()));
        }
        return diagram(boxes, lines);
    }

    @Test
    void a_page_can_follow_boxes_and_a_file_cannot() throws SAXException {
        Diagram diagram = diagram(
                List.of(node("a", "left", "A & <b>"), node("b", "middle", "B")), List.of(edge("a", "b", false)));
        Element page = Markup.parse(diagram.pageSvg()).getDocumentElement();
        assertThat(page.getAttribute("role")).isEqualTo("group");
        NodeList links = page.getElementsByTagNameNS("*", "a");
        assertThat(links.getLength()).isEqualTo(2);
        Element first = (Element) links.item(0);
        assertThat(first.getAttribute("href")).isEqualTo("/items/a");
        assertThat(first.getAttribute("id")).isEqualTo("n-a");
        assertThat(first.getAttribute("data-item")).isEqualTo("a");
        assertThat(first.getAttribute("aria-label")).isEqualTo("A & <b>, kind");

        Element file = Markup.parse(diagram.svg()).getDocumentElement();
        assertThat(file.getAttribute("role")).isEqualTo("img");
        assertThat(file.getElementsByTagNameNS("*", "a").getLength()).isZero();
        assertThat(diagram.svg()).doesNotContain("data-", "href=");
        assertThat(SafeSvg.of(diagram.svg(), "p", "")).contains("Who watches &lt;whom&gt;", "watches");
    }

    @Test
    void colour_turns_with_the_page_and_not_on_paper() {
        assertThat(Diagram.css())
                .contains("@media screen{")
                .contains("[data-bs-theme=dark] .dg-fill-field-1-1{fill:" + Palette.DARK.hex(new Tint(Hue.FIELD_1, 1)));
        String svg = diagram(List.of(node("a", "left", "A")), List.of()).pageSvg();
        assertThat(svg).contains("class=\"dg-box dg-fill-field-1-1\"", Palette.LIGHT.hex(new Tint(Hue.FIELD_1, 1)));
    }

    @Test
    void long_names_are_cut_to_four_lines_and_told_on_pointing() {
        String name = "Directorate ".repeat(90);
        String svg = diagram(List.of(node("a", "left", name), node("b", "left", "W".repeat(300))), List.of())
                .svg();
        assertThat(svg).contains("<title>" + name, "…</text>");
        assertThat(svg.split("<text", -1).length).isLessThan(20);
    }

    @Test
    void what_is_written_from_right_to_left_begins_at_the_right() {
        String svg = diagram(List.of(node("a", "left", "وزارة الدفاع"), node("b", "left", "Ministry")), List.of())
                .svg();
        assertThat(svg).containsPattern("text-anchor=\"end\"[^>]*>وزارة الدفاع<");
        assertThat(svg).containsPattern("text-anchor=\"start\"[^>]*>Ministry<");
    }

    @Test
    void a_diagram_becomes_a_picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        new PngWriter().write(random(100, 400).svg(), 0.2, png);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
        assertThat(image.getWidth()).isGreaterThan(200);
    }

    @Test
    void its_table_says_the_same_and_leaves_no_box_out() {
        Table table = diagram(
                        List.of(node("a", "left", "A"), node("b", "middle", "B"), node("c", "right", "C")),
                        List.of(edge("a", "b", false)))
                .table();
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().getFirst().getFirst()).isEqualTo(Cell.text("A"));
        assertThat(table.rows().getLast().getFirst()).isEqualTo(Cell.text("C"));
    }

    @Test
    void nothing_is_drawn_as_nothing() {
        assertThat(diagram(List.of(), List.of()).svg()).contains("A note");
    }

    @Test
    void lines_into_nowhere_are_refused() {
        assertThatThrownBy(() -> diagram(List.of(node("a", "left", "A")), List.of(edge("a", "z", false))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> node("a b", "left", "A")).isInstanceOf(IllegalArgumentException.class);
    }
}
