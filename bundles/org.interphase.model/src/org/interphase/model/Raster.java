package org.interphase.model;

import java.util.Objects;
import org.interphase.model.unit.Unit;

/**
 * Pixels with a physical calibration: a micrograph, a height map, an element map.
 *
 * @param header name, kind, metadata, products
 * @param width pixels per row
 * @param height number of rows, row 0 on top
 * @param pixels width * height values, row after row
 * @param quantity what a pixel value is, for example "Grey level" or "Height"
 * @param unit unit of a pixel value
 * @param calibration size of a pixel
 * @param field the part of the picture that is specimen, without the data bar
 */
public record Raster(DatasetHeader header, int width, int height, Pixels pixels, String quantity, Unit unit,
        Calibration calibration, Field field) implements Dataset {

    /** A rectangle in pixels: left, top, width, height. */
    public record Field(int x, int y, int width, int height) {
    }

    /** @throws IllegalArgumentException if sizes do not fit, or the field lies outside the picture */
    public Raster {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(calibration, "calibration");
        if (width <= 0 || height <= 0 || (long) width * height != pixels.size()) {
            throw new IllegalArgumentException(width + " x " + height + " does not fit " + pixels.size() + " pixels");
        }
        if (field.x < 0 || field.y < 0 || field.width <= 0 || field.height <= 0
                || field.width > width - field.x || field.height > height - field.y) {
            throw new IllegalArgumentException("field " + field + " lies outside " + width + " x " + height);
        }
    }

    /** A raster whose whole picture is specimen. */
    public static Raster of(DatasetHeader header, int width, int height, Pixels pixels, String quantity, Unit unit,
            Calibration calibration) {
        return new Raster(header, width, height, pixels, quantity, unit, calibration, new Field(0, 0, width, height));
    }

    /** The value of a pixel. */
    public double get(int x, int y) {
        return pixels.get(y * width + x);
    }

    @Override
    public Raster withHeader(DatasetHeader other) {
        return new Raster(other, width, height, pixels, quantity, unit, calibration, field);
    }

    /** The same raster with one product more. */
    public Raster with(Product product) {
        return withHeader(header.with(product));
    }

    /** The same picture with other pixel values of the same size. */
    public Raster withPixels(Pixels other) {
        return new Raster(header, width, height, other, quantity, unit, calibration, field);
    }

    /** The same picture with another calibration. */
    public Raster withCalibration(Calibration other) {
        return new Raster(header, width, height, pixels, quantity, unit, other, field);
    }

    /** The same picture with another specimen field. */
    public Raster withField(Field other) {
        return new Raster(header, width, height, pixels, quantity, unit, calibration, other);
    }

    @Override
    public String shape() {
        return "raster";
    }

    @Override
    public long points() {
        return pixels.size();
    }
}
