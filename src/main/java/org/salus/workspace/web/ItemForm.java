package org.salus.workspace.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.salus.ledger.Item;
import org.salus.ledger.ItemJson;
import org.salus.workspace.Face;
import org.salus.workspace.Field;
import org.salus.workspace.web.ItemPages.Entered;
import org.salus.workspace.web.WorkspaceWeb.Opened;
import tools.jackson.databind.JsonNode;

/**
 * Some fields of an item for a page of another room: each saves itself as on the item's own page. Shown by the template {@code workspace.web.fields}.
 *
 * @param basis the versions they were read from, so that a stale edit is a conflict
 */
public record ItemForm(String item, String basis, List<Entered> fields, boolean mayWrite) {
    public ItemForm {
        fields = List.copyOf(fields);
    }

    /** Those fields of an item that have these names, in the order of its face. */
    public static ItemForm of(Opened opened, Item<?> item, Set<String> names) {
        Optional<Face<?>> face = opened.faces().find(item.kind());
        List<Field> chosen = face.map(Face::fields).orElse(List.of()).stream()
                .filter(field -> names.contains(field.name()))
                .toList();
        return new ItemForm(
                item.id().toString(),
                ItemPages.basis(item.basis()),
                fields(chosen, "", ItemJson.value(item), opened),
                opened.mayWrite(item.kind().writer()));
    }

    static List<Entered> fields(List<Field> fields, String above, JsonNode value, Opened opened) {
        return fields.stream()
                .map(field -> entered(field, above + field.name(), value.path(field.name()), opened))
                .toList();
    }

    static Entered entered(Field field, String path, JsonNode value, Opened opened) {
        String below = path + ".";
        List<Entered> parts = List.of();
        List<List<Entered>> rows = new ArrayList<>();
        List<Entered> fresh = List.of();
        switch (field.input()) {
            case Field.Input.Group group -> parts = fields(group.fields(), below, value, opened);
            case Field.Input.Rows list
            when path.startsWith(ItemPages.FRESH) ->
                // Of a row that is added only the first of its own rows is typed along.
                parts = fields(list.fields(), below + "0.", value, opened);
            case Field.Input.Rows list -> {
                for (int row = 0; row < value.size(); row++) {
                    rows.add(fields(list.fields(), below + row + ".", value.path(row), opened));
                }
                fresh = fields(list.fields(), ItemPages.FRESH + below, field.freshRow(), opened);
            }
            default -> {}
        }
        return new Entered(
                field,
                path,
                field.written(value),
                field.said(value, opened.wording(), opened::title),
                parts,
                rows,
                fresh);
    }
}
