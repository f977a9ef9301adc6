package org.salus.impact;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.salus.evidence.TableRows;
import org.salus.framework.Failure;
import org.salus.framework.Sentence;

/** Workbooks as Excel wrote them until 2003 (.xls): many questionnaires still are. Read whole, with a bound: nobody writes large ones any more. */
final class OldWorkbook {
    /** How such files begin. */
    private static final byte[] BEGINNING = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private static final int MOST_BYTES = 16 << 20;

    private OldWorkbook() {}

    static boolean isOne(byte[] head) {
        for (int i = 0; i < BEGINNING.length; i++) {
            if (head.length <= i || head[i] != BEGINNING[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Every row of its sheets, as of newer ones; a formula counts as the value it was saved with.
     *
     * @param name of the file, for what is said of it
     * @param field of the form that sent it
     * @throws Failure (wrong use) if it is broken or too large
     * @throws IOException if it cannot be read
     */
    static void read(InputStream bytes, String name, String field, TableRows.Visitor visitor) throws IOException {
        byte[] packed = bytes.readNBytes(MOST_BYTES + 1);
        if (packed.length > MOST_BYTES) {
            throw Failure.wrongUse(Sentence.of("impact.survey.large-workbook", name, MOST_BYTES >> 20))
                    .at(field);
        }
        try (HSSFWorkbook book = opened(packed, name, field)) {
            for (Sheet sheet : book) {
                if (visitor.sheet(sheet.getSheetName())) {
                    read(sheet, visitor);
                }
            }
        }
    }

    private static HSSFWorkbook opened(byte[] packed, String name, String field) {
        try {
            return new HSSFWorkbook(new ByteArrayInputStream(packed));
        } catch (IOException | RuntimeException broken) {
            // The library answers broken workbooks with exceptions of many kinds.
            throw Failure.wrongUse(Sentence.of("impact.survey.broken-workbook", name))
                    .at(field);
        }
    }

    private static void read(Sheet sheet, TableRows.Visitor visitor) throws IOException {
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.getLastCellNum(); i++) {
                Cell cell = row.getCell(i);
                if (cell != null && cell.getCellType() == CellType.FORMULA) {
                    visitor.formula(row.getRowNum() + 1L, cell.getAddress().formatAsString());
                }
                cells.add(cell == null ? "" : text(cell));
            }
            if (!visitor.row(row.getRowNum() + 1L, cells)) {
                return;
            }
        }
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? String.valueOf(cell.getLocalDateTimeCellValue())
                        : NumberToTextConverter.toText(cell.getNumericCellValue());
            default -> "";
        };
    }
}
