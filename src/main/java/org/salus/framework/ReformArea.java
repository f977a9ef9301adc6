package org.salus.framework;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an aid activity supports: one of the nine reform areas, a field as a whole where no more is certain ({@code 1x 2x 4x}), {@code none}, or
 * {@code ?} where it cannot be told. The order of the constants is the order of columns.
 */
public enum ReformArea implements Term {
    CIVIL_DEMOCRATIC_INSTITUTIONS("1a", Field.CONTROL_AND_OVERSIGHT),
    SECURITY_BUDGET("1b", Field.CONTROL_AND_OVERSIGHT),
    CIVIL_SOCIETY("1c", Field.CONTROL_AND_OVERSIGHT),
    OVERSIGHT_IN_GENERAL("1x", Field.CONTROL_AND_OVERSIGHT),
    MILITARY_ASSISTANCE("2a", Field.PROFESSIONAL_FORCES),
    POLICE("2b", Field.PROFESSIONAL_FORCES),
    FORCES_IN_GENERAL("2x", Field.PROFESSIONAL_FORCES),
    RULE_OF_LAW("3", Field.RULE_OF_LAW),
    DISARMAMENT_DEMOBILISATION_REINTEGRATION("4a", Field.DEMILITARISATION_AND_PEACEBUILDING),
    SMALL_ARMS_AND_MINES("4b", Field.DEMILITARISATION_AND_PEACEBUILDING),
    REGIONAL_SECURITY("4c", Field.DEMILITARISATION_AND_PEACEBUILDING),
    PEACEBUILDING_IN_GENERAL("4x", Field.DEMILITARISATION_AND_PEACEBUILDING),
    NONE("none", null),
    CANNOT_BE_TOLD("?", null);

    private final String code;
    private final @Nullable Field field;

    ReformArea(String code, @Nullable Field field) {
        this.code = code;
        this.field = field;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String vocabulary() {
        return "area";
    }

    /** The field it belongs to; empty for {@code none} and {@code ?}. */
    public Optional<Field> field() {
        return Optional.ofNullable(field);
    }

    /** Whether it is support to security sector reform at all: everything but {@code none} and {@code ?}. */
    public boolean isSsr() {
        return field != null;
    }

    /** Whether it is one of the nine areas, not just a field. */
    public boolean isSpecific() {
        return field != null && !code.endsWith("x");
    }

    /** The areas of one field, in the order of columns, its general area last. */
    public static List<ReformArea> of(Field field) {
        return Stream.of(values()).filter(area -> area.field == field).toList();
    }

    public static Optional<ReformArea> find(String code) {
        return Term.find(ReformArea.class, code);
    }

    /**
     * The term of that code.
     *
     * @throws UnknownCode if no area has this code
     */
    public static ReformArea of(String code) {
        return Term.get(ReformArea.class, code);
    }
}
