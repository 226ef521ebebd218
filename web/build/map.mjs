// Europe from Natural Earth (world-atlas, 1:50 million), projected and clipped once, at build time.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoAzimuthalEqualArea } from "d3-geo";
import { intersection, union, xor } from "polyclip-ts";
import { feature } from "topojson-client";
import { filter, filterWeight, presimplify, simplify, sphericalRingArea, sphericalTriangleArea } from "topojson-simplify";

const resolve = createRequire(import.meta.url).resolve;

/** Countries that carry values or may carry them one day, by ISO number as in the source. */
const NAMED = {
  "040": "AT", "056": "BE", "100": "BG", "191": "HR", "196": "CY", "203": "CZ", "208": "DK", "233": "EE", "246": "FI",
  "250": "FR", "276": "DE", "300": "GR", "348": "HU", "372": "IE", "380": "IT", "428": "LV", "440": "LT", "442": "LU",
  "470": "MT", "528": "NL", "616": "PL", "620": "PT", "642": "RO", "703": "SK", "705": "SI", "724": "ES", "752": "SE",
  "352": "IS", "438": "LI", "578": "NO", "756": "CH", "826": "GB",
  "008": "AL", "070": "BA", "499": "ME", "688": "RS", "807": "MK",
};
/** Shapes drawn as part of another: the island of Cyprus is one, and Åland is part of Finland. */
const JOINED = { "N. Cyprus": "CY", "Åland": "FI" };
/** Shapes without an ISO number. */
const UNNUMBERED = { Kosovo: "XK" };
/** Everything else is one quiet shape without inner borders. */
const NEIGHBOURS = "neighbours";

const EARTH_RADIUS_KM = 6371;
/** West, south, east, north in kilometres from 52 N 10 E: Iceland's east to Cyprus, Gibraltar to the North Cape. */
const BOUNDS = [-1850, -1960, 2260, 2130];
/** Within this angle of the centre lies all that the rectangle can show. */
const HORIZON_DEGREES = 40;
/** Bends that enclose less than this, and islands smaller than the other, would not show in print. */
const SMALLEST_BEND_KM2 = 6;
const SMALLEST_ISLAND_KM2 = 25;
/** Malta is smaller than a printed dot: it is drawn as a disc of this radius. */
const DISC_KM = 32;

const projection = geoAzimuthalEqualArea()
  .rotate([-10, -52])
  .translate([0, 0])
  .scale(EARTH_RADIUS_KM)
  .clipAngle(HORIZON_DEGREES)
  .precision(0.5);

const FRAME = [[[BOUNDS[0], BOUNDS[1]], [BOUNDS[2], BOUNDS[1]], [BOUNDS[2], BOUNDS[3]], [BOUNDS[0], BOUNDS[3]], [BOUNDS[0], BOUNDS[1]]]];

/** The map as the charts use it, in whole kilometres with y pointing north; `src/charts/map/shapes.ts` decodes it. */
export function europe() {
  const shapes = new Map();
  for (const { id, properties, geometry } of countries()) {
    const name = NAMED[id] ?? JOINED[properties.name] ?? UNNUMBERED[properties.name] ?? NEIGHBOURS;
    const clipped = clip(geometry);
    if (clipped.length > 0) shapes.set(name, [...(shapes.get(name) ?? []), clipped]);
  }
  shapes.set("MT", [disc(shapes.get("MT")[0])]);
  const names = [...shapes.keys()].sort((a, b) => (a === NEIGHBOURS ? -1 : b === NEIGHBOURS ? 1 : a < b ? -1 : 1));
  return { bounds: BOUNDS, shapes: names.map((name) => [name, encode(joined(shapes.get(name)))]) };
}

const steradians = (squareKilometres) => squareKilometres / EARTH_RADIUS_KM ** 2;

function countries() {
  const topology = JSON.parse(readFileSync(resolve("world-atlas/countries-50m.json"), "utf8"));
  const weighed = presimplify(topology, sphericalTriangleArea);
  const coarse = simplify(weighed, steradians(SMALLEST_BEND_KM2));
  const kept = filter(coarse, filterWeight(coarse, steradians(SMALLEST_ISLAND_KM2), sphericalRingArea));
  return feature(kept, kept.objects.countries).features;
}

/** A country's polygons within the frame. */
function clip(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap((polygon) => {
    const rings = project(polygon);
    if (rings.length === 0 || !reaches(rings)) return [];
    if (rings.length === 1 && within(rings)) return [rings];
    return intersection(xor(...rings.map((ring) => [[ring]])), [FRAME]);
  });
}

/** Projected rings of one polygon; those beyond the horizon are cut off. */
function project(polygon) {
  const rings = [];
  let ring = [];
  const sink = {
    point: (x, y) => ring.push([x, -y]),
    lineStart: () => (ring = []),
    lineEnd: () => rings.push(closed(ring)),
    polygonStart() {},
    polygonEnd() {},
    sphere() {},
  };
  const stream = projection.stream(sink);
  stream.polygonStart();
  for (const points of polygon) {
    stream.lineStart();
    points.slice(0, -1).forEach(([longitude, latitude]) => stream.point(longitude, latitude));
    stream.lineEnd();
  }
  stream.polygonEnd();
  return rings.filter((points) => points.length > 3);
}

const round = (value) => Math.round(value);

function closed(ring) {
  return ring.length > 0 ? [...ring, ring[0]] : ring;
}

/** Whether any of it may lie within the frame. */
function reaches(rings) {
  const [west, south, east, north] = BOUNDS;
  const xs = rings.flat().map(([x]) => x);
  const ys = rings.flat().map(([, y]) => y);
  return Math.max(...xs) > west && Math.min(...xs) < east && Math.max(...ys) > south && Math.min(...ys) < north;
}

function within(rings) {
  return rings[0].every(([x, y]) => x >= BOUNDS[0] && x <= BOUNDS[2] && y >= BOUNDS[1] && y <= BOUNDS[3]);
}

function disc(polygons) {
  const points = polygons.flat(2);
  const middle = [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
  const ring = Array.from({ length: 25 }, (_, index) => {
    const angle = (2 * Math.PI * (index % 24)) / 24;
    return [round(middle[0] + DISC_KM * Math.cos(angle)), round(middle[1] + DISC_KM * Math.sin(angle))];
  });
  return [[ring]];
}

/** One multipolygon of several: joined where they touch, so that no border runs inside it. */
function joined(parts) {
  return parts.length > 1 ? union(...parts) : parts[0];
}

/** Polygons parted by ";", rings by "|"; in a ring the first point, then steps, closing left out. */
function encode(polygons) {
  const coded = polygons.map((polygon) => polygon.map(encodeRing).filter(Boolean).join("|"));
  return coded.filter(Boolean).join(";");
}

/** Nothing where rounding leaves no area. */
function encodeRing(ring) {
  const rounded = ring.slice(0, -1).map((point) => point.map(round));
  const points = rounded.filter(([x, y], index) => index === 0 || x !== rounded[index - 1][0] || y !== rounded[index - 1][1]);
  if (points.length < 3) return "";
  const steps = points.map(([x, y], index) => (index === 0 ? [x, y] : [x - points[index - 1][0], y - points[index - 1][1]]));
  return steps.flat().join(" ");
}
