// The shapes of Europe, decoded from their compact form and handed to ECharts.
import { registerMap } from "echarts/core";
import map from "sextant:map";

type Point = [number, number];

interface Shape {
  name: string;
  polygons: Point[][][];
}

export const BOUNDS = map.bounds;
/** Height over width. */
export const ASPECT = (BOUNDS[3] - BOUNDS[1]) / (BOUNDS[2] - BOUNDS[0]);

let decoded: Shape[] | undefined;

function shapes(): Shape[] {
  decoded ??= map.shapes.map(([name, code]) => ({
    name,
    polygons: code.split(";").map((polygon) => polygon.split("|").map(ring)),
  }));
  return decoded;
}

/** A first point, then steps; the ring closes by itself. */
function ring(code: string): Point[] {
  const numbers = code.split(" ").map(Number);
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    x += numbers[index] ?? 0;
    y += numbers[index + 1] ?? 0;
    points.push([x, y]);
  }
  return points[0] ? [...points, points[0]] : points;
}

/** Registers the map and returns its name. The highlighted country is drawn last, or its neighbours would cover half of its outline. */
export function register(highlight: string): string {
  const name = `europe-${highlight}`;
  const last = (shape: Shape) => shape.name === highlight;
  const ordered = [...shapes().filter((shape) => !last(shape)), ...shapes().filter(last)];
  const features = ordered.map((shape) => ({
    type: "Feature",
    properties: { name: shape.name },
    geometry: { type: "MultiPolygon", coordinates: shape.polygons },
  }));
  registerMap(name, { type: "FeatureCollection", features } as unknown as Parameters<typeof registerMap>[1]);
  return name;
}

/** The middle of a country's most detailed polygon, as shares of the map's width and height. */
export function middle(geo: string): { x: number; y: number } {
  const outlines = shapes().find((shape) => shape.name === geo)?.polygons.map((polygon) => polygon[0] ?? []) ?? [];
  const largest = outlines.reduce<Point[]>((most, points) => (points.length > most.length ? points : most), []);
  const xs = largest.map(([x]) => x);
  const ys = largest.map(([, y]) => y);
  const [west, south, east, north] = BOUNDS;
  return {
    x: ((Math.min(...xs) + Math.max(...xs)) / 2 - west) / (east - west),
    y: (north - (Math.min(...ys) + Math.max(...ys)) / 2) / (north - south),
  };
}
