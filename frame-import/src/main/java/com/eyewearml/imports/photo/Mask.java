package com.eyewearml.imports.photo;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.IntPredicate;

/** A set of pixels. */
final class Mask {
    final int width;
    final int height;
    final boolean[] in;

    Mask(int width, int height) {
        this.width = width;
        this.height = height;
        in = new boolean[width * height];
    }

    int count() {
        int count = 0;
        for (boolean pixel : in) {
            count += pixel ? 1 : 0;
        }
        return count;
    }

    /** All pixels that cannot be reached from the picture's border without crossing the mask, and the mask itself. */
    Mask filled() {
        Mask outside = new Mask(width, height);
        Deque<Integer> open = new ArrayDeque<>();
        for (int pixel = 0; pixel < in.length; pixel++) {
            int column = pixel % width;
            int row = pixel / width;
            boolean border = column == 0 || row == 0 || column == width - 1 || row == height - 1;
            if (border && !in[pixel]) {
                outside.in[pixel] = true;
                open.push(pixel);
            }
        }
        flood(outside, open, pixel -> !in[pixel]);
        Mask filled = new Mask(width, height);
        for (int pixel = 0; pixel < in.length; pixel++) {
            filled.in[pixel] = !outside.in[pixel];
        }
        return filled;
    }

    /** The mask with its edge moved outwards by so many pixels, inwards where negative. */
    Mask grown(double byPx) {
        DistanceField distance = new DistanceField(this);
        Mask grown = new Mask(width, height);
        for (int pixel = 0; pixel < in.length; pixel++) {
            grown.in[pixel] = distance.at(pixel % width + 0.5, pixel / width + 0.5) < byPx;
        }
        return grown;
    }

    /** The component of the mask with the most pixels; empty for an empty mask. */
    Mask largest() {
        int[] number = components();
        int[] sizes = new int[Arrays.stream(number).max().orElse(0) + 1];
        for (int component : number) {
            sizes[component]++;
        }
        sizes[0] = 0;
        int best = 0;
        for (int i = 1; i < sizes.length; i++) {
            best = sizes[i] > sizes[best] ? i : best;
        }
        Mask largest = new Mask(width, height);
        for (int pixel = 0; pixel < in.length && best > 0; pixel++) {
            largest.in[pixel] = number[pixel] == best;
        }
        return largest;
    }

    /** Number of the component of each pixel, from 1; 0 outside the mask. */
    int[] components() {
        int[] number = new int[in.length];
        int count = 0;
        Deque<Integer> open = new ArrayDeque<>();
        for (int start = 0; start < in.length; start++) {
            if (in[start] && number[start] == 0) {
                number[start] = ++count;
                open.push(start);
                while (!open.isEmpty()) {
                    int pixel = open.pop();
                    for (int side = 0; side < 4; side++) {
                        int next = neighbour(pixel, pixel % width, side);
                        if (next >= 0 && in[next] && number[next] == 0) {
                            number[next] = count;
                            open.push(next);
                        }
                    }
                }
            }
        }
        return number;
    }

    /** Grows {@code region} from the open pixels over all allowed ones. */
    static void flood(Mask region, Deque<Integer> open, IntPredicate allowed) {
        while (!open.isEmpty()) {
            int pixel = open.pop();
            int column = pixel % region.width;
            for (int side = 0; side < 4; side++) {
                int next = region.neighbour(pixel, column, side);
                if (next >= 0 && !region.in[next] && allowed.test(next)) {
                    region.in[next] = true;
                    open.push(next);
                }
            }
        }
    }

    private int neighbour(int pixel, int column, int side) {
        return switch (side) {
            case 0 -> column > 0 ? pixel - 1 : -1;
            case 1 -> column < width - 1 ? pixel + 1 : -1;
            case 2 -> pixel - width;
            default -> pixel + width < width * height ? pixel + width : -1;
        };
    }
}
