package org.interphase.numerics.image;

import java.util.SplittableRandom;

/** Seeded masks of different character for comparison with brute force. */
final class RandomMasks {

    private RandomMasks() {
    }

    /** Sparse, dense, blobby or striped masks by turns. */
    static byte[] mask(int w, int h, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] mask = new byte[w * h];
        switch ((int) (seed % 4)) {
            case 0 -> {
                double p = random.nextDouble();
                for (int i = 0; i < mask.length; i++) {
                    mask[i] = (byte) (random.nextDouble() < p ? 1 : 0);
                }
            }
            case 1 -> {
                for (int i = 0; i < mask.length; i++) {
                    mask[i] = (byte) (random.nextDouble() < 0.995 ? 1 : 0);
                }
            }
            case 2 -> discs(mask, w, h, random, (byte) 1);
            default -> {
                java.util.Arrays.fill(mask, (byte) 1);
                discs(mask, w, h, random, (byte) 0);
                mask[random.nextInt(mask.length)] = 0;
            }
        }
        return mask;
    }

    private static void discs(byte[] mask, int w, int h, SplittableRandom random, byte value) {
        int n = 1 + random.nextInt(12);
        for (int k = 0; k < n; k++) {
            double cx = random.nextDouble() * w;
            double cy = random.nextDouble() * h;
            double r = 1 + random.nextDouble() * Math.min(w, h) / 4;
            for (int y = 0; y < h; y++) {
                for (int x = 0; x < w; x++) {
                    if (Math.hypot(x - cx, y - cy) < r) {
                        mask[y * w + x] = value;
                    }
                }
            }
        }
    }

    /** Squared distance to the nearest background pixel by comparing all pairs. */
    static int[] distance(byte[] mask, int w, int h) {
        int[] out = new int[mask.length];
        for (int p = 0; p < mask.length; p++) {
            int best = Integer.MAX_VALUE;
            for (int q = 0; q < mask.length && mask[p] != 0; q++) {
                if (mask[q] == 0) {
                    int dx = p % w - q % w;
                    int dy = p / w - q / w;
                    best = Math.min(best, dx * dx + dy * dy);
                }
            }
            out[p] = mask[p] == 0 ? 0 : best;
        }
        return out;
    }
}
