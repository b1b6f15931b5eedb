package org.interphase.numerics.image;

/** Checks that sizes and arrays belong together. */
final class Grid {

    private Grid() {
    }

    /** @throws IllegalArgumentException if width * height is not the array's length or a side is not positive */
    static void require(int length, int width, int height) {
        if (width <= 0 || height <= 0 || (long) width * height != length) {
            throw new IllegalArgumentException(width + " x " + height + " does not fit " + length + " pixels");
        }
    }

    /** Largest integer whose square is at most n. */
    static int isqrt(long n) {
        int r = (int) Math.sqrt((double) n);
        while ((long) r * r > n) {
            r--;
        }
        while ((long) (r + 1) * (r + 1) <= n) {
            r++;
        }
        return r;
    }
}
