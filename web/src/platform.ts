// What ECharts expects of its surroundings and QuickJS does not have. Imported before ECharts.
// Timers never fire there: a chart without animation is complete when it has been set up.
const surroundings = globalThis as unknown as Record<string, unknown>;
surroundings["setTimeout"] ??= () => 0;
surroundings["clearTimeout"] ??= () => undefined;
surroundings["console"] ??= { log() {}, warn() {}, error() {} };

export {};
