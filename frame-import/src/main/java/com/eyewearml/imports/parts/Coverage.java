package com.eyewearml.imports.parts;

import com.eyewearml.imports.geometry.Box;
import com.eyewearml.imports.geometry.Piece;
import java.util.List;
import org.joml.Vector3d;

/** Which places of a rectangle of the plane x, y pieces cover when seen along z. */
final class Coverage {
    private final double lowX;
    private final double lowY;
    private final double stepX;
    private final double stepY;
    private final int columns;
    private final int rows;
    private final boolean[] covered;

    Coverage(Box box, int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        lowX = box.low().x;
        lowY = box.low().y;
        stepX = Math.max(box.size().x, 1e-9) / columns;
        stepY = Math.max(box.size().y, 1e-9) / rows;
        covered = new boolean[columns * rows];
    }

    static Coverage of(Piece piece, int cells) {
        Coverage coverage = new Coverage(Box.of(piece), cells, cells);
        coverage.add(List.of(piece));
        return coverage;
    }

    void add(List<Piece> pieces) {
        Vector3d a = new Vector3d();
        Vector3d b = new Vector3d();
        Vector3d c = new Vector3d();
        for (Piece piece : pieces) {
            for (int t = 0; t < piece.triangleCount(); t++) {
                fill(piece.corner(t, 0, a), piece.corner(t, 1, b), piece.corner(t, 2, c));
            }
        }
    }

    private void fill(Vector3d a, Vector3d b, Vector3d c) {
        int fromRow = Math.max(0, (int) Math.ceil((min(a.y, b.y, c.y) - lowY) / stepY - 0.5));
        int toRow = Math.min(rows - 1, (int) Math.floor((-min(-a.y, -b.y, -c.y) - lowY) / stepY - 0.5));
        for (int row = fromRow; row <= toRow; row++) {
            double y = lowY + (row + 0.5) * stepY;
            double left = Double.MAX_VALUE;
            double right = -Double.MAX_VALUE;
            Vector3d[] corners = {a, b, c};
            for (int i = 0; i < 3; i++) {
                Vector3d from = corners[i];
                Vector3d to = corners[(i + 1) % 3];
                if (from.y > y != to.y > y) {
                    double x = from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y);
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                }
            }
            int fromColumn = Math.max(0, (int) Math.ceil((left - lowX) / stepX - 0.5));
            int toColumn = (int) Math.min(columns - 1.0, Math.floor((right - lowX) / stepX - 0.5));
            for (int column = fromColumn; column <= toColumn; column++) {
                covered[row * columns + column] = true;
            }
        }
    }

    private static double min(double a, double b, double c) {
        return Math.min(a, Math.min(b, c));
    }

    boolean at(int column, int row) {
        return covered[row * columns + column];
    }

    double share() {
        int count = 0;
        for (boolean cell : covered) {
            count += cell ? 1 : 0;
        }
        return (double) count / covered.length;
    }

    /** Whether the place, in shares of the rectangle from its low corner, and its surroundings of a tenth are covered. */
    boolean around(double shareX, double shareY) {
        for (int row = cell(shareY - 0.05, rows); row <= cell(shareY + 0.05, rows); row++) {
            for (int column = cell(shareX - 0.05, columns); column <= cell(shareX + 0.05, columns); column++) {
                if (!at(column, row)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int cell(double share, int count) {
        return Math.clamp((int) (share * count), 0, count - 1);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    double x(double column) {
        return lowX + column * stepX;
    }

    double y(double row) {
        return lowY + row * stepY;
    }
}
