package org.salus.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;

/** Finds room for the labels of a map, in pixels, so that none touches another, lies under a point or leaves the frame. Who asks first has the choice. */
final class MapLabels {
    /** How far apart the places are that a label tries. */
    private static final double STRIDE = 2.5;
    /** Readers' typefaces are wider or narrower than the one that measures. */
    private static final double PADDING = 1.5;

    private final Envelope frame;
    private final List<Disc> discs;
    private final List<Envelope> taken = new ArrayList<>();

    /** A point with what it covers. */
    record Disc(Coordinate middle, double radius) {
        private boolean touches(Envelope box) {
            double x = Math.clamp(middle.x, box.getMinX(), box.getMaxX());
            double y = Math.clamp(middle.y, box.getMinY(), box.getMaxY());
            return middle.distance(new Coordinate(x, y)) <= radius + PADDING;
        }
    }

    MapLabels(double width, double height, List<Disc> discs) {
        this.frame = new Envelope(0, width, 0, height);
        this.discs = List.copyOf(discs);
    }

    /** Takes the room around that middle; false where it is not free. */
    boolean take(Coordinate middle, String label, double size) {
        Envelope box = box(middle, label, size);
        if (!isFree(box)) {
            return false;
        }
        taken.add(box);
        return true;
    }

    /**
     * Takes room for the label of a shape: at its middle, else wherever the whole label is inside of it, the nearer to the middle the better.
     *
     * @return the middle of the label; empty where no room is left
     */
    Optional<Coordinate> within(Geometry shape, Coordinate middle, String label, double size) {
        if (take(middle, label, size)) {
            return Optional.of(middle);
        }
        if (!(shape instanceof Polygonal)) {
            return Optional.empty();
        }
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(shape);
        Optional<Coordinate> found = grid(shape.getEnvelopeInternal().intersection(frame)).stream()
                .sorted(Comparator.comparingDouble(middle::distance))
                .filter(place -> isFree(box(place, label, size)))
                .filter(place -> isInside(box(place, label, size), inside))
                .findFirst();
        found.ifPresent(place -> taken.add(box(place, label, size)));
        return found;
    }

    private static List<Coordinate> grid(Envelope part) {
        List<Coordinate> grid = new ArrayList<>();
        for (double y = part.getMinY(); y <= part.getMaxY(); y += STRIDE) {
            for (double x = part.getMinX(); x <= part.getMaxX(); x += STRIDE) {
                grid.add(new Coordinate(x, y));
            }
        }
        return grid;
    }

    private boolean isFree(Envelope box) {
        return frame.contains(box)
                && taken.stream().noneMatch(box::intersects)
                && discs.stream().noneMatch(disc -> disc.touches(box));
    }

    private static boolean isInside(Envelope box, IndexedPointInAreaLocator shape) {
        for (double x : new double[] {box.getMinX(), box.centre().x, box.getMaxX()}) {
            for (double y : new double[] {box.getMinY(), box.centre().y, box.getMaxY()}) {
                if (shape.locate(new Coordinate(x, y)) == Location.EXTERIOR) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Envelope box(Coordinate middle, String label, double size) {
        double half = Lettering.width(label, size, false) / 2 + PADDING;
        return new Envelope(middle.x - half, middle.x + half, middle.y - size / 2, middle.y + size / 2);
    }
}
