package org.salus.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Short questions to the database. Values are texts, numbers, bytes, instants (as milliseconds), ids (as texts) and optional ones of these. */
final class Sql {
    private Sql() {}

    /** What is made of a row. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(Connection connection, Reading<T> reading, String sql, Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(read(rows, reading));
            }
            return List.copyOf(all);
        }
    }

    /** A row. What is written in it where an id has to be, and is none, was not written by this program. */
    private static <T> T read(ResultSet row, Reading<T> reading) throws SQLException {
        try {
            return reading.of(row);
        } catch (IllegalArgumentException damaged) {
            throw new SQLDataException(damaged);
        }
    }

    static <T> Optional<T> find(Connection connection, Reading<T> reading, String sql, Object... values)
            throws SQLException {
        return list(connection, reading, sql, values).stream().findFirst();
    }

    /** Returns how many rows were touched. */
    static int change(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < values.length; i++) {
                set(statement, i + 1, values[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException failed) {
            statement.close();
            throw failed;
        }
    }

    private static void set(PreparedStatement statement, int place, Object value) throws SQLException {
        switch (value) {
            case Optional<?> maybe when maybe.isPresent() -> set(statement, place, maybe.get());
            case Optional<?> nothing -> statement.setNull(place, Types.VARCHAR);
            case Instant instant -> statement.setLong(place, instant.toEpochMilli());
            case Long number -> statement.setLong(place, number);
            case Integer number -> statement.setInt(place, number);
            case Boolean yes -> statement.setInt(place, yes ? 1 : 0);
            case byte[] bytes -> statement.setBytes(place, bytes);
            default -> statement.setString(place, value.toString());
        }
    }
}
