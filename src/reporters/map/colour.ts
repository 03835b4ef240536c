/** Red, green and blue in sRGB, each from 0 to 1. */
export type Rgb = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** `#rrggbb`, and `null` for anything else. */
export function parseHex(text: string): Rgb | null {
  const match = HEX.exec(text);
  if (match === null) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((digits) => Number.parseInt(digits, 16) / 255);
  return [red, green, blue];
}

export const toHex = (colour: Rgb): string =>
  `#${colour
    .map((part) =>
      Math.round(clamp(part) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

const clamp = (part: number): number => Math.min(1, Math.max(0, part));

const toLinear = (colour: Rgb): Rgb =>
  mapParts(colour, (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
const fromLinear = (colour: Rgb): Rgb =>
  mapParts(colour, (part) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055));

const mapParts = ([red, green, blue]: Rgb, change: (part: number) => number): Rgb => [
  change(red),
  change(green),
  change(blue),
];

const dot = (row: Rgb, [red, green, blue]: Rgb): number => row[0] * red + row[1] * green + row[2] * blue;
const times = ([first, second, third]: Matrix, colour: Rgb): Rgb => [
  dot(first, colour),
  dot(second, colour),
  dot(third, colour),
];

/** Relative luminance (WCAG 2.2). */
export const luminance = (colour: Rgb): number => dot([0.2126, 0.7152, 0.0722], toLinear(colour));

/** Contrast ratio (WCAG 2.2), 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [1, 1, 1];

/** Black or white, whichever reads better on the colour: at least 4.5 : 1 on any. */
export const textOn = (colour: Rgb): '#000000' | '#ffffff' =>
  contrast(colour, BLACK) >= contrast(colour, WHITE) ? '#000000' : '#ffffff';

// OKLab, by Björn Ottosson: https://bottosson.github.io/posts/oklab/
const TO_LMS: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const FROM_LAB: Matrix = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const FROM_LMS: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

const toOklab = (linear: Rgb): Rgb => times(TO_LAB, mapParts(times(TO_LMS, linear), Math.cbrt));

/** The colour of a lightness, chroma and hue (in degrees); `null` for one that sRGB does not have. */
export function fromOklch(lightness: number, chroma: number, hue: number): Rgb | null {
  const angle = (hue * Math.PI) / 180;
  const lab: Rgb = [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const linear = times(
    FROM_LMS,
    mapParts(times(FROM_LAB, lab), (part) => part ** 3),
  );
  return linear.every((part) => part >= 0 && part <= 1) ? fromLinear(linear) : null;
}

/** How colours look in linear light to people who see no red, no green, no blue (Machado, Oliveira and Fernandes 2009). */
const VISIONS: readonly Matrix[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
];

/** A colour as each kind of eye sees it. */
export type Seen = readonly Rgb[];

export const see = (colour: Rgb): Seen => {
  const linear = toLinear(colour);
  return VISIONS.map((vision) => toOklab(mapParts(times(vision, linear), clamp)));
};

/** How far apart two colours look to those who tell them apart least: in OKLab, where 0.02 is just noticeable. */
export const difference = (one: Seen, other: Seen): number =>
  one.reduce((least, lab, vision) => Math.min(least, distance(lab, other[vision] ?? lab)), Infinity);

const distance = (one: Rgb, other: Rgb): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
