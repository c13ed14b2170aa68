package com.eyewearml.kernels;

import static com.eyewearml.kernels.wat.Ops.add;
import static com.eyewearml.kernels.wat.Ops.and;
import static com.eyewearml.kernels.wat.Ops.bytesToShorts;
import static com.eyewearml.kernels.wat.Ops.call;
import static com.eyewearml.kernels.wat.Ops.divide;
import static com.eyewearml.kernels.wat.Ops.f32;
import static com.eyewearml.kernels.wat.Ops.floor;
import static com.eyewearml.kernels.wat.Ops.highShortsToFloats;
import static com.eyewearml.kernels.wat.Ops.i32;
import static com.eyewearml.kernels.wat.Ops.lessThan;
import static com.eyewearml.kernels.wat.Ops.lessThanUnsigned;
import static com.eyewearml.kernels.wat.Ops.load4Bytes;
import static com.eyewearml.kernels.wat.Ops.load8Shorts;
import static com.eyewearml.kernels.wat.Ops.lowShortsToFloats;
import static com.eyewearml.kernels.wat.Ops.mul;
import static com.eyewearml.kernels.wat.Ops.shiftLeft;
import static com.eyewearml.kernels.wat.Ops.splat;
import static com.eyewearml.kernels.wat.Ops.sub;
import static com.eyewearml.kernels.wat.Ops.toFloat;
import static com.eyewearml.kernels.wat.Ops.toInt;
import static com.eyewearml.kernels.wat.Ops.zeroVector;

import com.eyewearml.kernels.wat.Expr;
import com.eyewearml.kernels.wat.Func;
import com.eyewearml.kernels.wat.Local;
import com.eyewearml.kernels.wat.Type;
import java.util.List;

/**
 * Reads a turned square of an RGBA picture as a network's input: bilinear, black outside, {@code n * n} samples averaged for
 * each input pixel, levels 0–255 scaled to [-1, 1]. The lanes of a vector are red, green, blue and alpha; a pixel's alpha falls
 * on the next pixel's red, which is written after it, and behind the last pixel into slack.
 */
final class CropKernel {
    private static final int PIXEL_BYTES = 4;
    private static final int INPUT_PIXEL_BYTES = 12;
    private static final float COLOUR_SCALE = 1 / 127.5f;

    private CropKernel() { }

    /**
     * Parameters of the exported function: {@code pixels} (address), {@code width, height} of the picture, {@code originX,
     * originY} of the first sample and {@code stepX, stepY} to the next one of its row, in pixels with whole numbers at pixel
     * centres, {@code size} of the input in pixels, {@code n} samples along each side of one, {@code y} (address).
     */
    static List<Func> write(String name) {
        Func pixel = pixel();
        Func bilinear = bilinear(pixel);
        return List.of(pixel, bilinear, crop(name, bilinear));
    }

    /** One pixel as a vector of levels; outside the picture zeros. */
    private static Func pixel() {
        Func f = Func.internal("pixel");
        Local pixels = f.parameter(Type.I32, "pixels");
        Local width = f.parameter(Type.I32, "width");
        Local height = f.parameter(Type.I32, "height");
        Local column = f.parameter(Type.I32, "column");
        Local row = f.parameter(Type.I32, "row");
        Local colour = f.variable(Type.V128, "colour");
        Expr inside = and(lessThanUnsigned(column.get(), width.get()), lessThanUnsigned(row.get(), height.get()));
        f.when(inside, () -> f.set(colour, lowShortsToFloats(bytesToShorts(load4Bytes(address(pixels, width, column, row))))));
        f.result(colour.get());
        return f;
    }

    /** Mixture of the four pixels around a point. */
    private static Func bilinear(Func pixel) {
        Func f = Func.internal("bilinear");
        Local pixels = f.parameter(Type.I32, "pixels");
        Local width = f.parameter(Type.I32, "width");
        Local height = f.parameter(Type.I32, "height");
        Local x = f.parameter(Type.F32, "x");
        Local y = f.parameter(Type.F32, "y");
        Local left = f.variable("left", toInt(floor(x.get())));
        Local top = f.variable("top", toInt(floor(y.get())));
        Local right = f.variable("right", splat(sub(x.get(), toFloat(left.get()))));
        Local bottom = f.variable("bottom", splat(sub(y.get(), toFloat(top.get()))));
        Local upperLeft = f.variable(Type.V128, "upperLeft");
        Local upperRight = f.variable(Type.V128, "upperRight");
        Local lowerLeft = f.variable(Type.V128, "lowerLeft");
        Local lowerRight = f.variable(Type.V128, "lowerRight");
        Expr allInside = and(lessThanUnsigned(left.get(), sub(width.get(), i32(1))),
                lessThanUnsigned(top.get(), sub(height.get(), i32(1))));
        f.when(allInside, () -> {
            Local position = f.variable("position", address(pixels, width, left, top));
            Local pair = f.variable("pair", load8Shorts(position.get()));
            f.set(upperLeft, lowShortsToFloats(pair.get()));
            f.set(upperRight, highShortsToFloats(pair.get()));
            f.set(pair, load8Shorts(add(position.get(), mul(width.get(), i32(PIXEL_BYTES)))));
            f.set(lowerLeft, lowShortsToFloats(pair.get()));
            f.set(lowerRight, highShortsToFloats(pair.get()));
        }, () -> {
            Expr next = add(left.get(), i32(1));
            Expr below = add(top.get(), i32(1));
            f.set(upperLeft, call(pixel, pixels.get(), width.get(), height.get(), left.get(), top.get()));
            f.set(upperRight, call(pixel, pixels.get(), width.get(), height.get(), next, top.get()));
            f.set(lowerLeft, call(pixel, pixels.get(), width.get(), height.get(), left.get(), below));
            f.set(lowerRight, call(pixel, pixels.get(), width.get(), height.get(), next, below));
        });
        f.increase(upperLeft, mul(right.get(), sub(upperRight.get(), upperLeft.get())));
        f.increase(lowerLeft, mul(right.get(), sub(lowerRight.get(), lowerLeft.get())));
        f.result(add(upperLeft.get(), mul(bottom.get(), sub(lowerLeft.get(), upperLeft.get()))));
        return f;
    }

    private static Func crop(String name, Func bilinear) {
        Func f = Func.exported(name);
        Local pixels = f.parameter(Type.I32, "pixels");
        Local width = f.parameter(Type.I32, "width");
        Local height = f.parameter(Type.I32, "height");
        Local originX = f.parameter(Type.F32, "originX");
        Local originY = f.parameter(Type.F32, "originY");
        Local stepX = f.parameter(Type.F32, "stepX");
        Local stepY = f.parameter(Type.F32, "stepY");
        Local size = f.parameter(Type.I32, "size");
        Local n = f.parameter(Type.I32, "n");
        Local y = f.parameter(Type.I32, "y");
        Local scale = f.variable("scale", splat(divide(f32(COLOUR_SCALE), toFloat(mul(n.get(), n.get())))));
        Local row = f.variable(Type.I32, "row");
        Local column = f.variable(Type.I32, "column");
        f.repeatWhile(() -> {
            f.set(column, i32(0));
            f.repeatWhile(() -> {
                Local sum = f.variable("sum", zeroVector());
                Local partRow = f.variable("partRow", i32(0));
                f.repeatWhile(() -> {
                    Local v = f.variable("v", toFloat(add(mul(row.get(), n.get()), partRow.get())));
                    Local partColumn = f.variable("partColumn", i32(0));
                    f.repeatWhile(() -> {
                        Local u = f.variable("u", toFloat(add(mul(column.get(), n.get()), partColumn.get())));
                        Expr x = add(sub(originX.get(), mul(v.get(), stepY.get())), mul(u.get(), stepX.get()));
                        Expr yPx = add(add(originY.get(), mul(v.get(), stepX.get())), mul(u.get(), stepY.get()));
                        f.increase(sum, call(bilinear, pixels.get(), width.get(), height.get(), x, yPx));
                        f.increase(partColumn, i32(1));
                        return lessThan(partColumn.get(), n.get());
                    });
                    f.increase(partRow, i32(1));
                    return lessThan(partRow.get(), n.get());
                });
                f.store(y.get(), 0, sub(mul(sum.get(), scale.get()), splat(f32(1))));
                f.increase(y, i32(INPUT_PIXEL_BYTES));
                f.increase(column, i32(1));
                return lessThan(column.get(), size.get());
            });
            f.increase(row, i32(1));
            return lessThan(row.get(), size.get());
        });
        return f;
    }

    private static Expr address(Local pixels, Local width, Local column, Local row) {
        return add(pixels.get(), shiftLeft(add(mul(row.get(), width.get()), column.get()), 2));
    }
}
