// Modules made by build/bundle.mjs from npm packages: see build/fonts.mjs and build/map.mjs.
declare module "sextant:widths" {
  /** Advance widths in thousandths of the font size, per weight; code points in `ranges` order. */
  const table: { ranges: [number, number][]; regular: number[]; semibold: number[] };
  export default table;
}

declare module "sextant:map" {
  /** Europe in kilometres, Lambert azimuthal equal area around 52 N 10 E, y pointing north. */
  const map: {
    /** West, south, east, north. */
    bounds: [number, number, number, number];
    /** Name and coded polygons, in the order of drawing. */
    shapes: [string, string][];
  };
  export default map;
}
