package org.interphase.figure;

/**
 * From where a surface is seen, without perspective so that lengths can be compared.
 *
 * @param azimuth turn about the vertical in radians; 0 has x to the right
 * @param elevation height of the eye in radians, from 0 (the horizon) to pi/2 (from above, as a map)
 * @param zoom 1 fits the picture
 * @param exaggeration how many times heights are stretched against lengths
 */
public record SurfaceCamera(double azimuth, double elevation, double zoom, double exaggeration) {

    private static final double LOWEST = Math.toRadians(5);
    private static final double FARTHEST = 0.2;
    private static final double NEAREST = 40;
    /** Share of the longer side that heights take at first. */
    private static final double SHARE = 0.25;

    /** Keeps elevation, zoom and exaggeration within what can be seen. */
    public SurfaceCamera {
        azimuth = Math.IEEEremainder(azimuth, 2 * Math.PI);
        elevation = Math.clamp(elevation, LOWEST, Math.PI / 2);
        zoom = Math.clamp(zoom, FARTHEST, NEAREST);
        if (!(exaggeration > 0) || Double.isInfinite(exaggeration)) {
            throw new IllegalArgumentException("heights cannot be stretched by " + exaggeration);
        }
    }

    /** A first look at a surface from one side, heights stretched so that they take a quarter of its longer side. */
    public static SurfaceCamera first(SurfaceMesh mesh) {
        double range = mesh.highest() - mesh.lowest();
        double side = Math.max(mesh.width(), mesh.height());
        return new SurfaceCamera(-0.6, 0.6, 1, range > 0 ? SHARE * side / range : 1);
    }

    /** Turned by angles in radians. */
    public SurfaceCamera turned(double about, double up) {
        return new SurfaceCamera(azimuth + about, elevation + up, zoom, exaggeration);
    }

    /** Nearer by a factor. */
    public SurfaceCamera nearer(double factor) {
        return new SurfaceCamera(azimuth, elevation, zoom * factor, exaggeration);
    }

    /** With heights stretched otherwise. */
    public SurfaceCamera stretched(double other) {
        return new SurfaceCamera(azimuth, elevation, zoom, other);
    }
}
